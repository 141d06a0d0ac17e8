import type { MouseEvent, ReactNode } from "react";
import { isPlain } from "../../../web/src/index.ts";
import { useConsole } from "../console.ts";
import { pathOf } from "../paths.ts";
import type { Place } from "../paths.ts";

interface Props {
  readonly to: Place;
  readonly current?: boolean;
  readonly children: ReactNode;
}

/** A real link: it can be opened in a new tab, and a plain click stays within the page. */
export function Link({ to, current = false, children }: Props) {
  const { go } = useConsole();
  function follow(event: MouseEvent) {
    if (!isPlain(event)) return;
    event.preventDefault();
    go(to);
  }
  return (
    <a href={pathOf(to)} onClick={follow} {...(current ? { "aria-current": "page" } : {})}>
      {children}
    </a>
  );
}

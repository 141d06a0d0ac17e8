import type { ComponentChildren } from "preact";
import { isPlain } from "../../../web/src/index.ts";
import { pathOf } from "../paths.ts";
import type { Place } from "../paths.ts";
import { usePortal } from "../reader.ts";

interface Props {
  readonly to: Place;
  readonly children: ComponentChildren;
}

/** A real link: it can be opened in a new tab, and a plain tap stays within the page. */
export function Link({ to, children }: Props) {
  const { go } = usePortal();
  return (
    <a
      href={pathOf(to)}
      onClick={(event: MouseEvent) => {
        if (!isPlain(event)) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}

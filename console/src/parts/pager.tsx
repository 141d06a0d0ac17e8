import { Button } from "antd";
import { useState } from "react";
import { useConsole } from "../console.ts";

export interface Pages {
  /** Of the page to show; undefined on the first one. */
  readonly cursor: string | undefined;
  readonly number: number;
  readonly forward: (cursor: string) => void;
  readonly back: () => void;
}

/** Cursors lead forward alone, so the way back is kept here. */
export function usePages(): Pages {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  return {
    cursor: cursors.at(-1),
    number: cursors.length + 1,
    forward: (cursor) => setCursors([...cursors, cursor]),
    back: () => setCursors(cursors.slice(0, -1)),
  };
}

interface Props {
  readonly pages: Pages;
  /** The cursor of the next page; null on the last one. */
  readonly next: string | null;
}

export function Pager({ pages, next }: Props) {
  const { texts } = useConsole();
  if (pages.number === 1 && next === null) return null;
  return (
    <div className="pager">
      <Button disabled={pages.number === 1} onClick={pages.back}>
        {texts.previous}
      </Button>
      <span>{pages.number}</span>
      <Button disabled={next === null} onClick={() => next !== null && pages.forward(next)}>
        {texts.next}
      </Button>
    </div>
  );
}

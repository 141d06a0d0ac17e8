import type { ImportFormat, SourceRow } from "./format.ts";

/** The rows of one order, complete. */
export interface RowGroup {
  readonly orderKey: string;
  readonly rows: readonly SourceRow[];
}

/**
 * Puts rows together by order. Rows that follow each other make an order as soon as another order
 * begins; where they may stand apart, it is complete with the last line that the survey saw.
 */
export class Grouper {
  readonly #open = new Map<string, SourceRow[]>();
  readonly #lastLines: ReadonlyMap<string, number>;
  readonly #apart: boolean;

  constructor({ apart }: ImportFormat, lastLines: ReadonlyMap<string, number>) {
    this.#apart = apart;
    this.#lastLines = lastLines;
  }

  /** Adds a row; gives the orders that are complete with it, in the file's order. */
  add(orderKey: string, row: SourceRow): RowGroup[] {
    const complete = this.#apart || this.#open.has(orderKey) ? [] : this.end();
    const rows = this.#open.get(orderKey) ?? [];
    rows.push(row);
    this.#open.set(orderKey, rows);
    if (!this.#apart || this.#lastLines.get(orderKey) !== row.line) return complete;
    this.#open.delete(orderKey);
    return [...complete, { orderKey, rows }];
  }

  /** What is still open at the end of the file. */
  end(): RowGroup[] {
    const groups = [...this.#open].map(([orderKey, rows]) => ({ orderKey, rows }));
    this.#open.clear();
    return groups;
  }
}

import type { ImportProblem } from "./format.ts";

export interface ImportProgress {
  readonly phase: "check" | "write";
  /** Of the file as it lies on the disk. */
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rows: number;
  readonly orders: number;
}

export interface ImportReport {
  readonly format: string;
  readonly dryRun: boolean;
  /** Rows below the header. */
  readonly rows: number;
  /** Rows per class of the format; a row may be of several. */
  readonly classes: Readonly<Record<string, number>>;
  readonly orders: {
    /** Written now; in a dry run: would be. */
    readonly imported: number;
    /** There already with the same content. */
    readonly existing: number;
    /** There already with other content, and left as they are. */
    readonly differing: number;
    /** Left out because of a bad row. */
    readonly leftOut: number;
  };
  readonly lines: number;
  /** What the imported orders were paid, per currency. */
  readonly paid: readonly { readonly currency: string; readonly amountMinor: number }[];
  /** By line. Without `goodRowsOnly` one of these means that nothing was written. */
  readonly problems: readonly ImportProblem[];
  readonly differing: readonly ImportProblem[];
}

/** Counts while an import goes on. */
export class Tally {
  rows = 0;
  readonly classes: Record<string, number> = {};
  readonly problems: ImportProblem[] = [];
  readonly differing: ImportProblem[] = [];
  readonly #paid = new Map<string, number>();
  imported = 0;
  existing = 0;
  leftOut = 0;
  lines = 0;

  count(classes: readonly string[]): void {
    for (const name of classes) this.classes[name] = (this.classes[name] ?? 0) + 1;
  }

  pay(currency: string, amountMinor: number): void {
    this.#paid.set(currency, (this.#paid.get(currency) ?? 0) + amountMinor);
  }

  report(format: string, dryRun: boolean): ImportReport {
    const { rows, classes, imported, existing, leftOut, lines, problems, differing } = this;
    return {
      format,
      dryRun,
      rows,
      classes,
      orders: { imported, existing, differing: differing.length, leftOut },
      lines,
      paid: [...this.#paid].map(([currency, amountMinor]) => ({ currency, amountMinor })),
      problems: problems.sort((left, right) => left.line - right.line),
      differing,
    };
  }
}

/** Work done between two looks at the clock; returns how many units of it were done. */
export type Load = () => number | Promise<number>;

/**
 * One comparison: how fast `subject` is against `baseline`, both measured in the same run on the
 * same machine. Both loads must count the same unit.
 */
export interface Comparison {
  readonly name: string;
  /** What one unit is, for the orientation column: "decisions", "claims". */
  readonly unit: string;
  readonly baseline: Load;
  readonly subject: Load;
  /** Pairs of measured runs; the first pair of each is warm-up and comes on top. */
  readonly runs: number;
  /** The smallest median of subject rate : baseline rate that is good enough. */
  readonly ratioMin?: number;
  readonly close?: () => Promise<void>;
}

/** Figures that have no baseline in the same run: they orient and are never judged. */
export interface Orientation {
  readonly name: string;
  readonly figures: () => Promise<readonly Figure[]>;
}

/** What a `*.bench.ts` exports. */
export type Bench = Comparison | Orientation;

export interface Figure {
  readonly name: string;
  readonly value: string;
  /** What the figure is hoped to be; it never fails a run. */
  readonly about: string;
}

/** Work done between two looks at the clock; returns how many units of it were done. */
export type Load = () => number | Promise<number>;

/**
 * One comparison: how fast `subject` is against `baseline`, both measured in the same run on the
 * same machine. Both loads must count the same unit.
 */
export interface Bench {
  readonly name: string;
  /** What one unit is, for the orientation column: "decisions", "claims". */
  readonly unit: string;
  readonly baseline: Load;
  readonly subject: Load;
  /** Pairs of measured runs; the first pair of each is warm-up and comes on top. */
  readonly runs: number;
  /** The smallest median of subject rate : baseline rate that is good enough. */
  readonly ratioMin?: number;
  /** Figures without a baseline, for orientation only, taken once after the runs. */
  readonly figures?: () => Promise<readonly Figure[]> | readonly Figure[];
  readonly close?: () => Promise<void>;
}

export interface Figure {
  readonly name: string;
  readonly value: string;
}

import type { Instant } from "../../../core/index.ts";
import type { Stretch } from "./timeline.ts";

/** What a customer who cancels then gets back and leaves, against the service rendered. */
export interface FeePoint {
  readonly refundMinor: number;
  readonly keptMinor: number;
  /** Given besides: vouchers and points by their value. */
  readonly grantMinor: number;
  readonly atPackagePriceMinor: number;
  readonly atFullPriceMinor: number;
  readonly costMinor: number | null;
  readonly clauses: readonly string[];
}

/**
 * Where what is kept and what was rendered part: the customer leaves more than the service is
 * worth, at the price outside the package or at the package's own; or the merchant keeps less than
 * the package's price of it, or than its cost.
 */
export const divergences = ["above_full", "above_package", "below_package", "below_cost"] as const;
export type DivergenceKind = (typeof divergences)[number];

export interface Divergence {
  readonly kind: DivergenceKind;
  readonly from: Instant;
  /** The first instant at which it has ended; null where it lasts to the end. */
  readonly until: Instant | null;
  readonly largestMinor: number;
  /** When it is first as large. */
  readonly largestAt: Instant;
}

/** The stretches of each kind, joined, in the order of time. */
export function divergencesIn(timeline: readonly Stretch<FeePoint>[]): Divergence[] {
  return divergences
    .flatMap((kind) => regionsOf(kind, timeline))
    .sort((left, right) => left.from - right.from);
}

function regionsOf(kind: DivergenceKind, timeline: readonly Stretch<FeePoint>[]): Divergence[] {
  const regions: Divergence[] = [];
  for (const { at, value } of timeline) {
    const largestMinor = sizeOf(kind, value);
    const last = regions.at(-1);
    const open = last?.until === null ? regions.pop() : undefined;
    if (largestMinor > 0) {
      const fresh = { kind, from: open?.from ?? at, until: null, largestMinor, largestAt: at };
      regions.push(open !== undefined && open.largestMinor >= largestMinor ? open : fresh);
    } else if (open !== undefined) regions.push({ ...open, until: at });
  }
  return regions;
}

function sizeOf(kind: DivergenceKind, point: FeePoint): number {
  const { keptMinor, atPackagePriceMinor, atFullPriceMinor, costMinor } = point;
  switch (kind) {
    case "above_full":
      return keptMinor - atFullPriceMinor;
    case "above_package":
      return keptMinor - atPackagePriceMinor;
    case "below_package":
      return atPackagePriceMinor - keptMinor;
    case "below_cost":
      return costMinor === null ? 0 : costMinor - keptMinor;
  }
}

import { type Fraction, max } from "../money/index.ts";
import type { Replaces } from "./corrections.ts";
import { at } from "./lookup.ts";

/** What one decision gives for each of the units [from, to). */
export type UnitClaim = {
  readonly from: number;
  readonly to: number;
  readonly share: Fraction;
  /** Index of the decision. */
  readonly decision: number;
};

export type Segment = { readonly from: number; readonly to: number; readonly share: Fraction };

/**
 * Per unit the largest share of all decisions that decide on it, corrected ones left out.
 * Segments rise and do not touch the same unit twice.
 */
export function largestShares(claims: readonly UnitClaim[], replaces: Replaces): Segment[] {
  // Nearly every line: one claim is its own segment.
  if (claims.length === 1) return claims.filter(({ from, to }) => from < to);
  const segments: Segment[] = [];
  eachStretch(claims, (from, to) => {
    const here = claims.filter((claim) => claim.from <= from && to <= claim.to);
    const standing = here.filter(
      (claim) => !here.some((other) => replaces(other.decision, claim.decision)),
    );
    const [first, ...others] = standing;
    if (first === undefined) return;
    segments.push({
      from,
      to,
      share: others.reduce((best, { share }) => max(best, share), first.share),
    });
  });
  return segments;
}

/** The stretches between neighbouring ends of ranges, in order. */
export function eachStretch(
  ranges: readonly { readonly from: number; readonly to: number }[],
  visit: (from: number, to: number) => void,
): void {
  const ends = [...new Set(ranges.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  for (const [index, to] of ends.slice(1).entries()) visit(at(ends, index), to);
}

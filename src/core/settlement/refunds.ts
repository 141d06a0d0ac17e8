import { fraction, min, one, roundUp, sumMinor } from "../money/index.ts";
import { type Segment, eachStretch } from "./coverage.ts";
import { type HeadShares, type LineShare, shareOfUnits } from "./line-shares.ts";
import type { OrderFacts } from "./order-facts.ts";
import { sumOfFractions } from "./share.ts";
import { spread } from "./spread.ts";

/** What all pay heads together give back. */
export type Refunds = {
  /** Per line of the order; undefined where no head gives. */
  readonly shares: readonly (LineShare | undefined)[];
  readonly refundMinor: readonly number[];
};

/**
 * Each head's exact sum is rounded up once. Heads that pay for the same money (a prepaid sum and
 * the price of one of its lines) are capped together: a unit is never given back twice.
 */
export function refundsOf(order: OrderFacts, heads: readonly HeadShares[]): Refunds {
  const shares = order.lines.map((): LineShare | undefined => undefined);
  const refundMinor = order.lines.map(() => 0);
  for (const group of overlapping(heads)) {
    const merged = mergedShares(order, group);
    const exact = merged.map((share) => share.exact);
    const caps = merged.map((share) => share.coveredMinor);
    const parts = spread(roundedSum(group, merged), exact, caps);
    for (const [at, share] of merged.entries()) {
      shares[share.line] = share;
      refundMinor[share.line] = parts[at] ?? 0;
    }
  }
  return { shares, refundMinor };
}

/** A head's sum, rounded in the customer's favour. */
export function roundedHead(head: HeadShares): number {
  return roundUp(sumOfFractions(head.shares.map((share) => share.exact)));
}

/**
 * Alone, a head's rounded sum. Of several the smallest of three bounds, each of which grows with
 * the claims, so that the total does: all heads rounded by themselves; less than a unit per head
 * above the exact sum without doubles; the price of the units that get anything.
 */
function roundedSum(group: readonly HeadShares[], merged: readonly LineShare[]): number {
  const apart = group.reduce((sum, head) => sum + roundedHead(head), 0);
  if (group.length === 1) return apart;
  const exact = roundUp(sumOfFractions(merged.map((share) => share.exact)));
  const covered = merged.reduce((sum, share) => sum + share.coveredMinor, 0);
  return Math.min(apart, exact + group.length - 1, covered);
}

/** Heads in groups that share no line with another group. */
function overlapping(heads: readonly HeadShares[]): (readonly HeadShares[])[] {
  let groups: (readonly HeadShares[])[] = [];
  for (const head of heads) {
    const touched = groups.filter((group) => group.some((other) => shareLine(head, other)));
    const apart = groups.filter((group) => !touched.includes(group));
    groups = [...apart, [...touched.flat(), head]];
  }
  return groups;
}

function shareLine(left: HeadShares, right: HeadShares): boolean {
  return left.shares.some((share) => right.shares.some((other) => other.line === share.line));
}

function mergedShares(order: OrderFacts, group: readonly HeadShares[]): readonly LineShare[] {
  const [first] = group;
  if (first !== undefined && group.length === 1) return first.shares;
  const all = group.flatMap((head) => head.shares);
  const lines = [...new Set(all.map((share) => share.line))].sort((a, b) => a - b);
  return lines.map((line) =>
    mergedLine(
      order,
      line,
      all.filter((share) => share.line === line),
    ),
  );
}

/** The shares of several heads in one line: their sum per unit, at most the unit. */
function mergedLine(order: OrderFacts, line: number, shares: readonly LineShare[]): LineShare {
  const bought = order.lines[line];
  const [first] = shares;
  if (bought === undefined || first === undefined) throw new RangeError("no share to merge");
  if (shares.length === 1) return first;
  const segments = summedSegments(shares.flatMap((share) => share.segments));
  if (bought.taxOf === null) return shareOfUnits(line, bought, segments);
  // A tax line follows the units of another line: only its sum can be capped.
  const sum = (amounts: readonly number[]): number => Math.min(bought.paidMinor, sumMinor(amounts));
  return {
    line,
    segments,
    exact: min(fraction(bought.paidMinor), sumOfFractions(shares.map((share) => share.exact))),
    claimedMinor: sum(shares.map((share) => share.claimedMinor)),
    coveredMinor: sum(shares.map((share) => share.coveredMinor)),
  };
}

function summedSegments(all: readonly Segment[]): Segment[] {
  const segments: Segment[] = [];
  eachStretch(all, (from, to) => {
    const here = all.filter((segment) => segment.from <= from && to <= segment.to);
    const sum = sumOfFractions(here.map((segment) => segment.share));
    if (here.length > 0) segments.push({ from, to, share: min(one, sum) });
  });
  return segments;
}

import {
  type Fraction,
  add,
  equal,
  fraction,
  max,
  multiply,
  one,
  roundUp,
  times,
  zero,
} from "../money/index.ts";
import type { LineHead } from "./collect.ts";
import type { Replaces } from "./corrections.ts";
import { type Segment, largestShares } from "./coverage.ts";
import type { OrderFacts, OrderLine } from "./order-facts.ts";
import { isZero } from "./share.ts";
import { unitsPaid } from "./units.ts";

/** What one head gives back of one line. */
export type LineShare = {
  readonly line: number;
  readonly segments: readonly Segment[];
  /** Exact minor units. */
  readonly exact: Fraction;
  /** Price of the units that are decided on, and of those that get anything. */
  readonly claimedMinor: number;
  readonly coveredMinor: number;
};

export type HeadShares = { readonly base: string; readonly shares: readonly LineShare[] };

/** A head's exact amounts by line, tax lines with the lines that they tax; lines rise. */
export function headShares(order: OrderFacts, head: LineHead, replaces: Replaces): HeadShares {
  const shares = new Map<number, LineShare>();
  for (const [line, claims] of head.lines) {
    const bought = order.lines[line];
    if (bought === undefined) continue;
    shares.set(line, shareOfUnits(line, bought, largestShares(claims, replaces)));
  }
  for (const [index, tax] of order.lines.entries()) {
    if (tax.taxOf === null) continue;
    const parent = order.lines.findIndex((line) => line.lineId === tax.taxOf);
    const share = shares.get(parent);
    const bought = order.lines[parent];
    if (share === undefined || bought === undefined) continue;
    shares.set(index, larger(shares.get(index), ofTax(index, tax, share, bought)));
  }
  return { base: head.base, shares: [...shares.values()].sort((a, b) => a.line - b.line) };
}

/** The amounts of the segments of a line at their shares. */
export function shareOfUnits(
  line: number,
  bought: OrderLine,
  segments: readonly Segment[],
): LineShare {
  let [exact, claimedMinor, coveredMinor] = [zero, 0, 0];
  for (const { from, to, share } of segments) {
    const paid = unitsPaid(bought, from, to);
    exact = add(exact, times(share, paid));
    claimedMinor += paid;
    if (!isZero(share)) coveredMinor += paid;
  }
  return { line, segments, exact, claimedMinor, coveredMinor };
}

/** Refunded tax is charged tax: the same fraction of it as of its line. */
function ofTax(line: number, tax: OrderLine, share: LineShare, bought: OrderLine): LineShare {
  const whole = share.segments.map((segment) => ({ ...segment, share: one }));
  const given = whole.filter((_, at) => !isZero(share.segments[at]?.share ?? zero));
  const taxOf = (segments: readonly Segment[]): Fraction =>
    times(refundedFraction(shareOfUnits(line, bought, segments), bought), tax.paidMinor);
  return {
    line,
    segments: [],
    exact: taxOf(share.segments),
    claimedMinor: roundUp(taxOf(whole)),
    coveredMinor: roundUp(taxOf(given)),
  };
}

/** How much of a line is given back, in [0, 1]: by price, and by units where it cost nothing. */
export function refundedFraction(
  share: Pick<LineShare, "segments" | "exact">,
  bought: OrderLine,
): Fraction {
  if (bought.paidMinor > 0) return multiply(share.exact, fraction(1, bought.paidMinor));
  return share.segments
    .map(({ from, to, share: each }) => multiply(each, fraction(to - from, bought.quantity)))
    .reduce(add, zero);
}

/** A tax line that is claimed by itself too gets the larger of the two. */
function larger(own: LineShare | undefined, following: LineShare): LineShare {
  if (own === undefined) return following;
  return {
    line: own.line,
    segments: own.segments,
    exact: max(own.exact, following.exact),
    claimedMinor: Math.max(own.claimedMinor, following.claimedMinor),
    coveredMinor: Math.max(own.coveredMinor, following.coveredMinor),
  };
}

/** The units of a line that are given back whole. */
export function wholeUnits(segments: readonly Segment[]): readonly Segment[] {
  return segments.filter((segment) => equal(segment.share, one));
}

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
import { lineIndex } from "./frozen-bases.ts";
import { at } from "./lookup.ts";
import type { OrderFacts, OrderLine } from "./order-facts.ts";
import { unitsPaid } from "./units.ts";

/** What is given back of one line. */
export type LineShare = {
  readonly line: number;
  /** Units that are decided on; none for a tax line that only follows another. */
  readonly segments: readonly Segment[];
  /** Exact minor units. */
  readonly exact: Fraction;
  /** Price of the units that are decided on, whatever they get. */
  readonly claimedMinor: number;
};

/** What a head gives back: of the lines that it names, and with the taxes that follow them. */
export type HeadShares = {
  readonly base: string;
  readonly named: readonly LineShare[];
  readonly shares: readonly LineShare[];
};

/** A head's exact amounts by line. */
export function headShares(order: OrderFacts, head: LineHead, replaces: Replaces): HeadShares {
  const named: LineShare[] = [];
  for (const [line, bought] of order.lines.entries()) {
    const claims = head.lines.get(line);
    if (claims === undefined) continue;
    named.push(shareOfUnits(line, bought, largestShares(claims, replaces)));
  }
  return { base: head.base, named, shares: withTaxes(order, named) };
}

/** The amounts of the segments of a line at their shares. */
export function shareOfUnits(
  line: number,
  bought: OrderLine,
  segments: readonly Segment[],
): LineShare {
  let [exact, claimedMinor] = [zero, 0];
  for (const { from, to, share } of segments) {
    const paid = unitsPaid(bought, from, to);
    exact = add(exact, times(share, paid));
    claimedMinor += paid;
  }
  return { line, segments, exact, claimedMinor };
}

/** Adds the tax lines of the lines; they rise. */
export function withTaxes(order: OrderFacts, named: readonly LineShare[]): readonly LineShare[] {
  const byLine = new Map(named.map((share) => [share.line, share]));
  const shares: LineShare[] = [];
  for (const [index, line] of order.lines.entries()) {
    const own = byLine.get(index);
    const parent = line.taxOf === null ? index : lineIndex(order, line.taxOf);
    const taxed = byLine.get(parent);
    if (taxed === undefined || parent === index) {
      if (own !== undefined) shares.push(own);
    } else shares.push(following(index, line, own, taxed, at(order.lines, parent)));
  }
  return shares;
}

/**
 * Refunded tax is charged tax: the same fraction of it as of its line. Where the tax is claimed by
 * itself too, the larger of the two.
 */
function following(
  line: number,
  tax: OrderLine,
  own: LineShare | undefined,
  taxed: LineShare,
  bought: OrderLine,
): LineShare {
  const whole = taxed.segments.map((segment) => ({ ...segment, share: one }));
  const claimed = refundedFraction(shareOfUnits(line, bought, whole), bought);
  return {
    line,
    segments: own?.segments ?? [],
    exact: max(own?.exact ?? zero, times(refundedFraction(taxed, bought), tax.paidMinor)),
    claimedMinor: Math.max(own?.claimedMinor ?? 0, roundUp(times(claimed, tax.paidMinor))),
  };
}

/** How much of a line is given back, in [0, 1]: by price, and by units where it cost nothing. */
export function refundedFraction(share: LineShare, bought: OrderLine): Fraction {
  if (bought.paidMinor > 0) return multiply(share.exact, fraction(1, bought.paidMinor));
  return share.segments
    .map(({ from, to, share: each }) => multiply(each, fraction(to - from, bought.quantity)))
    .reduce(add, zero);
}

/** The units of a line that are given back whole. */
export function wholeUnits(segments: readonly Segment[]): readonly Segment[] {
  return segments.filter((segment) => equal(segment.share, one));
}

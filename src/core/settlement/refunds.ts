import {
  type Fraction,
  add,
  compare,
  fraction,
  min,
  roundUp,
  sumMinor,
  zero,
} from "../money/index.ts";
import { type Segment, eachStretch } from "./coverage.ts";
import {
  type HeadShares,
  type LineShare,
  headShares,
  shareOfUnits,
  wholeUnits,
  withTaxes,
} from "./line-shares.ts";
import type { AcceptedDecision } from "./accepted.ts";
import { collect } from "./collect.ts";
import { replacements } from "./corrections.ts";
import { at } from "./lookup.ts";
import type { OrderFacts } from "./order-facts.ts";
import { sumOfFractions } from "./share.ts";
import { spread } from "./spread.ts";
import { unspentPart } from "./unspent.ts";

/** What all pay heads together give back. */
export type Refunds = {
  /** Per line of the order; undefined where no head gives. */
  readonly shares: readonly (LineShare | undefined)[];
  readonly refundMinor: readonly number[];
};

/**
 * Each head's exact sum is rounded up once. Heads that pay for the same money (a prepaid sum and
 * the price of one of its lines) add up, and are capped together: no unit is given back twice.
 */
export function refundsOf(order: OrderFacts, heads: readonly HeadShares[]): Refunds {
  const shares = order.lines.map((): LineShare | undefined => undefined);
  const refundMinor = order.lines.map(() => 0);
  for (const group of overlapping(heads)) {
    const merged = mergedShares(order, group);
    const exact = merged.map((share) => share.exact);
    const parts = spread(roundedSum(group, merged), exact);
    for (const [index, share] of merged.entries()) {
      shares[share.line] = share;
      refundMinor[share.line] = at(parts, index);
    }
  }
  return { shares, refundMinor };
}

/** A head's sum, rounded in the customer's favour. */
export function roundedHead({ shares }: Pick<HeadShares, "shares">): number {
  return roundUp(sumOfFractions(shares.map((share) => share.exact)));
}

/**
 * Alone, a head's rounded sum. Of several the smaller of two bounds, each of which only grows with
 * the claims, so that the total does: all heads rounded by themselves; or the lines that they share
 * each rounded, and every head without them.
 */
function roundedSum(group: readonly HeadShares[], merged: readonly LineShare[]): number {
  const apart = sumMinor(group.map(roundedHead));
  if (group.length === 1) return apart;
  const twice = linesTwice(group);
  const shared = merged.filter(({ line }) => twice.has(line));
  const lone = group.map(({ shares }) => ({
    shares: shares.filter(({ line }) => !twice.has(line)),
  }));
  const once = [...lone.map(roundedHead), ...shared.map((share) => roundUp(share.exact))];
  return Math.min(apart, sumMinor(once));
}

function linesTwice(group: readonly HeadShares[]): ReadonlySet<number> {
  const [once, twice] = [new Set<number>(), new Set<number>()];
  for (const { line } of group.flatMap((head) => head.shares)) {
    if (once.has(line)) twice.add(line);
    once.add(line);
  }
  return twice;
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
  return left.shares.some((share) => names(right, share.line));
}

function names(head: HeadShares, line: number): boolean {
  return head.shares.some((share) => share.line === line);
}

/** The lines of a group of heads: per unit the sum of what they give, at most the unit. */
function mergedShares(order: OrderFacts, group: readonly HeadShares[]): readonly LineShare[] {
  if (group.length === 1) return at(group, 0).shares;
  const named = group.flatMap((head) => head.named);
  const merged: readonly LineShare[] = order.lines.flatMap((bought, line) => {
    const ofLine = named.filter((share) => share.line === line);
    if (ofLine.length === 0) return [];
    const segments = ofLine.flatMap((share) => share.segments);
    return [shareOfUnits(line, bought, summed(segments, unspentPart(order, bought)))];
  });
  const borne = group.flatMap((head) => head.borne);
  return withTaxes(
    order,
    borne.reduce((shares, share) => plusBorne(order, shares, share), merged),
  );
}

/** A line's own units and what others bear of it add up, at most to the line. */
function plusBorne(order: OrderFacts, shares: readonly LineShare[], borne: LineShare): LineShare[] {
  const { line } = borne;
  const { paidMinor } = at(order.lines, line);
  const own = shares.find((share) => share.line === line);
  if (own === undefined) return [...shares, borne];
  const both = {
    ...own,
    exact: min(fraction(paidMinor), add(own.exact, borne.exact)),
    claimedMinor: Math.min(paidMinor, own.claimedMinor + borne.claimedMinor),
  };
  return shares.map((share) => (share === own ? both : share));
}

function summed(all: readonly Segment[], most: Fraction): Segment[] {
  const segments: Segment[] = [];
  eachStretch(all, (from, to) => {
    const here = all.filter((segment) => segment.from <= from && to <= segment.to);
    const sum = sumOfFractions(here.map((segment) => segment.share));
    if (here.length > 0) segments.push({ from, to, share: min(most, sum) });
  });
  return segments;
}

/** The units of each line that all pay heads together give back whole, by index. */
export function unitsGivenBack(
  order: OrderFacts,
  decisions: readonly AcceptedDecision[],
): (readonly Segment[])[] {
  return unitsDecided(order, decisions).map(wholeUnits);
}

/** The units of each line that all pay heads together give anything for, by index. */
export function unitsPaidFor(
  order: OrderFacts,
  decisions: readonly AcceptedDecision[],
): (readonly Segment[])[] {
  return unitsDecided(order, decisions).map((segments) =>
    segments.filter(({ share }) => compare(share, zero) > 0),
  );
}

function unitsDecided(
  order: OrderFacts,
  decisions: readonly AcceptedDecision[],
): (readonly Segment[])[] {
  const replaces = replacements(decisions);
  const { refunds } = collect(order, decisions);
  const { shares } = refundsOf(
    order,
    refunds.map((head) => headShares(order, head, replaces)),
  );
  return shares.map((share) => share?.segments ?? []);
}

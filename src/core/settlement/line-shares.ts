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
import { bearersOf, isOfOrder, partBorne } from "./bearers.ts";
import { isBorne, lineIndex, linesOfBase } from "./frozen-bases.ts";
import { at } from "./lookup.ts";
import type { OrderFacts, OrderLine } from "./order-facts.ts";
import { sumOfFractions } from "./share.ts";
import { unitsPaid } from "./units.ts";
import { unspentPart } from "./unspent.ts";

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
  /** None where the head pays for what the lines bear that it names. */
  readonly named: readonly LineShare[];
  readonly borne: readonly LineShare[];
  readonly shares: readonly LineShare[];
};

/** A head's exact amounts by line. */
export function headShares(order: OrderFacts, head: LineHead, replaces: Replaces): HeadShares {
  const named: LineShare[] = [];
  for (const [line, bought] of order.lines.entries()) {
    const claims = head.lines.get(line);
    if (claims === undefined) continue;
    const segments = unspent(order, bought, largestShares(claims, replaces));
    named.push(shareOfUnits(line, bought, segments));
  }
  const { base } = head;
  if (!isBorne(base)) return { base, named, borne: [], shares: withTaxes(order, named) };
  const borne = borneShares(order, linesOfBase(order, base), named);
  return { base, named: [], borne, shares: withTaxes(order, borne) };
}

function unspent(order: OrderFacts, line: OrderLine, segments: readonly Segment[]) {
  const part = unspentPart(order, line);
  if (equal(part, one)) return segments;
  return segments.map((segment) => ({ ...segment, share: multiply(segment.share, part) }));
}

/** What the lines stand for of other lines that they bear. */
function borneShares(
  order: OrderFacts,
  lines: readonly number[],
  bearing: readonly LineShare[],
): LineShare[] {
  const bearers = bearersOf(order);
  const exact = sumOfFractions(bearing.map((share) => share.exact));
  const claimed = bearing.reduce((sum, share) => sum + share.claimedMinor, 0);
  const refunded = multiply(exact, partBorne(bearers, 1));
  return lines.map((line) => {
    const { paidMinor } = at(order.lines, line);
    return {
      line,
      segments: [],
      exact: times(refunded, paidMinor),
      claimedMinor: roundUp(times(partBorne(bearers, claimed), paidMinor)),
    };
  });
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

/** Adds the tax lines of the lines, and the taxes of the order; they rise. */
export function withTaxes(order: OrderFacts, named: readonly LineShare[]): readonly LineShare[] {
  const byLine = new Map(named.map((share) => [share.line, share]));
  const shares: LineShare[] = [];
  for (const [index, line] of order.lines.entries()) {
    const own = byLine.get(index);
    const taxed = isOfOrder(line)
      ? ofBearers(order, index, byLine)
      : ofTaxed(order, index, line, byLine);
    if (taxed !== undefined) shares.push(following(taxed, own));
    else if (own !== undefined) shares.push(own);
  }
  return shares;
}

type ByLine = ReadonlyMap<number, LineShare>;

/** Refunded tax is charged tax: the same fraction of it as of its line. */
function ofTaxed(
  order: OrderFacts,
  index: number,
  { taxOf, paidMinor }: OrderLine,
  byLine: ByLine,
): LineShare | undefined {
  const parent = taxOf === null ? index : lineIndex(order, taxOf);
  const taxed = byLine.get(parent);
  if (taxed === undefined || parent === index) return undefined;
  const bought = at(order.lines, parent);
  const claimed = claimedFraction(taxed, bought);
  return {
    line: index,
    segments: [],
    exact: times(refundedFraction(taxed, bought), paidMinor),
    claimedMinor: roundUp(times(claimed, paidMinor)),
  };
}

/** A tax that names no line is of all that was sold. */
function ofBearers(order: OrderFacts, index: number, byLine: ByLine): LineShare | undefined {
  const bearing = bearersOf(order).lines.flatMap((line) => byLine.get(line) ?? []);
  return bearing.length === 0 ? undefined : borneShares(order, [index], bearing)[0];
}

/** Where a tax is claimed by itself too, the larger of the two. */
function following(followed: LineShare, own: LineShare | undefined): LineShare {
  return {
    line: followed.line,
    segments: own?.segments ?? [],
    exact: max(own?.exact ?? zero, followed.exact),
    claimedMinor: Math.max(own?.claimedMinor ?? 0, followed.claimedMinor),
  };
}

/** How much of a line is decided on, whatever it gets. */
function claimedFraction(share: LineShare, bought: OrderLine): Fraction {
  if (bought.paidMinor > 0) return fraction(share.claimedMinor, bought.paidMinor);
  const units = share.segments.reduce((sum, { from, to }) => sum + to - from, 0);
  return fraction(units, bought.quantity);
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

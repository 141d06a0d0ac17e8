import { type Fraction, amountOfUnits, roundDown, times } from "../money/index.ts";
import { carriedSum } from "./carried.ts";
import type { Collected, LineHead } from "./collect.ts";
import type { Replaces } from "./corrections.ts";
import { largestShares } from "./coverage.ts";
import { deduct } from "./deduct.ts";
import type { Shortfall } from "./entitlement.ts";
import { giftPriceOf, lineIndex } from "./frozen-bases.ts";
import { wholeUnits } from "./line-shares.ts";
import { at } from "./lookup.ts";
import type { OrderFacts } from "./order-facts.ts";
import type { Refunds } from "./refunds.ts";
import { sumOfFractions } from "./share.ts";
import { spread } from "./spread.ts";

export type Take = {
  readonly base: string;
  readonly exact: Fraction;
  /** Rounded down, in the customer's favour; the rest of it is a shortfall. */
  readonly roundedMinor: number;
  readonly takenMinor: number;
};

/**
 * Sets the take heads off against the refunds, which they lower in place: the price of a kept gift
 * first against the line that it came with, all others against the whole order.
 */
export function takesOf(
  order: OrderFacts,
  { gifts, carried }: Collected,
  replaces: Replaces,
  { shares }: Pick<Refunds, "shares">,
  refundMinor: number[],
): Take[] {
  const others = carried
    .filter((head) => head.direction === "take")
    .map((head) => {
      const exact = carriedSum(order, head, replaces);
      return { base: head.base, exact, roundedMinor: roundDown(exact) };
    });
  const gift = gifts === null ? [] : [giftTake(order, gifts, replaces, shares, refundMinor)];
  return [
    ...gift,
    ...others.map((take) => ({ ...take, takenMinor: deduct(refundMinor, take.roundedMinor) })),
  ];
}

function giftTake(
  order: OrderFacts,
  head: LineHead,
  replaces: Replaces,
  shares: Refunds["shares"],
  refundMinor: number[],
): Take {
  const amounts = order.lines.map((_, line) => {
    const price = giftPriceOf(order, line) - giftsReturned(order, line, shares);
    return giftAmount(order, head, line, price, replaces);
  });
  const exact = sumOfFractions(amounts);
  const roundedMinor = roundDown(exact);
  const parts = spread(roundedMinor, amounts);
  let takenMinor = 0;
  for (const [line, part] of parts.entries()) {
    takenMinor += deduct(refundMinor, part, lineOfGift(order, line));
  }
  takenMinor += deduct(refundMinor, roundedMinor - takenMinor);
  return { base: head.base, exact, roundedMinor, takenMinor };
}

/** Of the price of the gifts that came with a line, that of pieces which are back by now. */
function giftsReturned(order: OrderFacts, line: number, shares: Refunds["shares"]): number {
  const { lineId } = at(order.lines, line);
  let returned = 0;
  for (const [index, { giftOf, giftPriceMinor, quantity }] of order.lines.entries()) {
    if (giftOf !== lineId) continue;
    for (const { from, to } of wholeUnits(shares[index]?.segments ?? [])) {
      returned += amountOfUnits(giftPriceMinor ?? 0, quantity, from, to);
    }
  }
  return returned;
}

function giftAmount(
  order: OrderFacts,
  head: LineHead,
  line: number,
  price: number,
  replaces: Replaces,
): Fraction {
  const { quantity } = at(order.lines, line);
  const segments = largestShares(head.lines.get(line) ?? [], replaces);
  return sumOfFractions(
    segments.map(({ from, to, share }) => times(share, amountOfUnits(price, quantity, from, to))),
  );
}

/** The line that a gift came with; any other line stands for itself. */
function lineOfGift(order: OrderFacts, line: number): number {
  const { giftOf } = at(order.lines, line);
  return giftOf === null ? line : lineIndex(order, giftOf);
}

/** The lines, with their gifts, whose gifts are paid for whole: these stay with the customer. */
export function giftsPaidFor(
  order: OrderFacts,
  { gifts }: Collected,
  replaces: Replaces,
): ReadonlySet<string> {
  const paid = new Set<string>();
  for (const [index, { lineId, quantity }] of order.lines.entries()) {
    const whole = wholeUnits(largestShares(gifts?.lines.get(index) ?? [], replaces));
    if (whole.reduce((sum, { from, to }) => sum + to - from, 0) < quantity) continue;
    paid.add(lineId);
    for (const gift of order.lines) if (gift.giftOf === lineId) paid.add(gift.lineId);
  }
  return paid;
}

/** What the refunds could not bear: recorded, and never collected. */
export function takeShortfalls(order: OrderFacts, takes: readonly Take[]): Shortfall[] {
  return takes
    .filter((take) => take.roundedMinor > take.takenMinor)
    .map((take) => ({
      reason: "take",
      reference: take.base,
      unit: order.currency,
      amount: take.roundedMinor - take.takenMinor,
    }));
}

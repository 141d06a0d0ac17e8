/** The reference: what is taken, and amounts of bases that the order does not know. */
import type { AcceptedDecision, OrderFacts } from "../types.ts";
import {
  type Rational,
  floor,
  handOut,
  less,
  nothing,
  plus,
  product,
  rational,
  total,
} from "./rational.ts";
import {
  type Answer,
  standing,
  within,
  headsOf,
  gridOf,
  isWholeUnit,
  unitPrices,
} from "./reference-units.ts";

export type Lack = { reason: string; reference: string; unit: string; amount: number };

export function takeOff(refund: number[], amount: number): number {
  const taken = Math.min(
    amount,
    refund.reduce((a, b) => a + b, 0),
  );
  const parts = handOut(taken, refund);
  for (const [at, part] of parts.entries()) refund[at]! -= part;
  return taken;
}

function giftPrice(order: OrderFacts, line: number, shares: readonly Rational[][]): number {
  const { lineId, kind, giftPriceMinor } = order.lines[line]!;
  const children = order.lines.filter((other) => other.giftOf === lineId);
  const own = kind === "gift" ? (giftPriceMinor ?? 0) : 0;
  return children.reduce((sum, gift) => {
    const units = shares[order.lines.indexOf(gift)]!;
    const prices = unitPrices(gift.giftPriceMinor ?? 0, gift.quantity);
    return (
      sum + prices.reduce((kept, price, at) => kept + (isWholeUnit(units[at]!) ? 0 : price), 0)
    );
  }, own);
}

export function takeGifts(
  order: OrderFacts,
  decisions: readonly AcceptedDecision[],
  shares: readonly Rational[][],
  refund: number[],
): Lack[] {
  const grid = gridOf(order, decisions, "line.gift_price", "take");
  const exact = grid.map((units, at) => {
    const prices = unitPrices(giftPrice(order, at, shares), units.length);
    return total(units.map((share, unit) => product(share ?? nothing, rational(prices[unit]!))));
  });
  const sum = floor(total(exact));
  const parts = exact.map(floor);
  const rests = exact.map((value, at) => plus(value, rational(-parts[at]!)));
  const ranked = [...parts.keys()].sort((a, b) =>
    less(rests[b]!, rests[a]!) ? -1 : less(rests[a]!, rests[b]!) ? 1 : a - b,
  );
  let rest = sum - parts.reduce((a, b) => a + b, 0);
  for (const at of ranked) if (rest > 0) [parts[at], rest] = [parts[at]! + 1, rest - 1];
  let left = 0;
  for (const [at, part] of parts.entries()) {
    const { giftOf } = order.lines[at]!;
    const line = giftOf === null ? at : order.lines.findIndex((other) => other.lineId === giftOf);
    const taken = Math.min(part, refund[line]!);
    refund[line]! -= taken;
    left += part - taken;
  }
  left -= takeOff(refund, left);
  return lack("take", "line.gift_price", order.currency, left);
}

function lack(reason: string, reference: string, unit: string, amount: number): Lack[] {
  return amount > 0 ? [{ reason, reference, unit, amount }] : [];
}

export function takeOthers(
  order: OrderFacts,
  decisions: readonly AcceptedDecision[],
  refund: number[],
): Lack[] {
  const sum = floor(largestCarried(decisions, "take", "packet.credited"));
  return lack("take", "packet.credited", order.currency, sum - takeOff(refund, sum));
}

/** For bases that the order does not know: the largest amount of each packet, [0, 1) units. */
export function largestCarried(
  decisions: readonly AcceptedDecision[],
  direction: string,
  base: string,
): Rational {
  const packets = new Map<string | null, Answer[]>();
  for (const decision of decisions) {
    for (const item of headsOf(decision, direction, base).flatMap((head) => head.items)) {
      const share = within(item.fraction);
      const answers = packets.get(item.packetId) ?? [];
      packets.set(item.packetId, answers);
      answers.push({ share: product(share, rational(item.baseMinor)), decision });
    }
  }
  return total(
    [...packets.values()].map((answers) => standing(answers, decisions, direction) ?? nothing),
  );
}

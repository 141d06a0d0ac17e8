/** The reference: what each unit of each line gets, by itself. */
import type { AcceptedDecision, AcceptedHead, AcceptedItem, OrderFacts } from "../types.ts";
import {
  type Rational,
  greater,
  less,
  nothing,
  product,
  rational,
  read,
  smaller,
  total,
  whole,
} from "./rational.ts";

export type Answer = { readonly share: Rational; readonly decision: AcceptedDecision };

/** [line][unit] */
export type Grid = (Rational | null)[][];

const kinds: Record<string, string[]> = {
  "order.prepaid": ["package", "service"],
  "order.shipping": ["shipping"],
  "campaign.fee": ["campaign_fee"],
};

/** What each decision that decides on a unit gives, the corrected ones left out, the largest. */
export function standing(
  answers: readonly Answer[],
  decisions: readonly AcceptedDecision[],
  direction = "pay",
): Rational | null {
  const gone = (later: AcceptedDecision, earlier: AcceptedDecision): boolean =>
    corrects(decisions, later, earlier) ||
    (direction === "take" &&
      !corrects(decisions, earlier, later) &&
      later.decisionId > earlier.decisionId &&
      less(nothing, mostPaid(later)) &&
      !less(mostPaid(later), mostPaid(earlier)));
  const left = answers.filter(
    (answer) => !answers.some((other) => gone(other.decision, answer.decision)),
  );
  return left.length === 0 ? null : left.map((answer) => answer.share).reduce(greater);
}

function mostPaid({ heads }: AcceptedDecision): Rational {
  return heads
    .filter(({ direction, settles }) => direction === "pay" && settles === "refund")
    .flatMap(({ items }) => items.map((item) => within(item.fraction)))
    .reduce(greater, nothing);
}

function corrects(
  decisions: readonly AcceptedDecision[],
  later: AcceptedDecision,
  earlier: AcceptedDecision,
): boolean {
  const chain = (from: AcceptedDecision): string[] => {
    const ids: string[] = [];
    let at: AcceptedDecision | undefined = from;
    for (let step = 0; step < decisions.length && at !== undefined; step += 1) {
      const { corrects: id }: AcceptedDecision = at;
      if (id !== null) ids.push(id);
      at = decisions.find((decision) => decision.decisionId === id);
    }
    return ids;
  };
  return chain(later).includes(earlier.decisionId) && !chain(earlier).includes(later.decisionId);
}

export function within(text: string): Rational {
  return greater(nothing, smaller(whole, read(text)));
}

export function headsOf(
  decision: AcceptedDecision,
  direction: string,
  base: string,
): AcceptedHead[] {
  return decision.heads.filter((head) => head.direction === direction && head.base === base);
}

function names(
  order: OrderFacts,
  base: string,
  item: AcceptedItem,
  line: number,
  unit: number,
): boolean {
  const bought = order.lines[line]!;
  if (base === "line.paid" || base === "line.gift_price") {
    return bought.lineId === item.lineId && item.from <= unit && unit < item.to;
  }
  if (base === "packet.face") return bought.kind === "packet" && bought.packetId === item.packetId;
  if (!kinds[base]!.includes(bought.kind)) return false;
  if (item.lineId === null) return true;
  return bought.lineId === item.lineId && item.from <= unit && unit < item.to;
}

export function gridOf(
  order: OrderFacts,
  decisions: readonly AcceptedDecision[],
  base: string,
  direction = "pay",
): Grid {
  return order.lines.map((line, at) =>
    Array.from({ length: line.quantity }, (_, unit) => {
      const answers = decisions.flatMap((decision) =>
        headsOf(decision, direction, base)
          .flatMap((head) => head.items)
          .filter((item) => names(order, base, item, at, unit))
          .map(({ fraction }) => ({
            share: direction === "grant" ? read(fraction) : within(fraction),
            decision,
          })),
      );
      return standing(answers, decisions, direction);
    }),
  );
}

export function unitPrices(totalMinor: number, quantity: number): number[] {
  const each = Math.floor(totalMinor / quantity);
  const prices = Array.from({ length: quantity }, () => each);
  for (let unit = 0; unit < totalMinor - each * quantity; unit += 1) prices[unit]! += 1;
  return prices;
}

/** Sum of shares × price per unit. */
export function priced(order: OrderFacts, grid: Grid): Rational[] {
  return order.lines.map((line, at) => {
    const prices = unitPrices(line.paidMinor, line.quantity);
    return total(
      grid[at]!.map((share, unit) => product(share ?? nothing, rational(prices[unit]!))),
    );
  });
}

/** Sum of shares × price per unit, and for tax lines the fraction of the line that they tax. */
export function exactByLine(order: OrderFacts, grid: Grid): Rational[] {
  const own = priced(order, grid);
  return order.lines.map((line, at) => {
    if (line.kind === "tax" && line.taxOf === null) {
      return greater(own[at]!, ofOrder(order, line.paidMinor, own));
    }
    const parent = order.lines.findIndex((other) => other.lineId === line.taxOf);
    if (parent < 0) return own[at]!;
    const part = fractionOf(order, parent, grid[parent]!, own[parent]!);
    return greater(own[at]!, product(part, rational(line.paidMinor)));
  });
}

const sold = ["goods", "service", "package", "packet", "gift", "campaign_fee"];

/** The lines that a tax of the whole order is of: what was sold, else the delivery, else fees. */
export function bearing(order: OrderFacts): number[] {
  for (const kinds of [sold, ["shipping"], ["fee"]]) {
    const lines = order.lines.flatMap((line, at) => (kinds.includes(line.kind) ? [at] : []));
    if (lines.some((at) => order.lines[at]!.paidMinor > 0)) return lines;
  }
  return [];
}

function ofOrder(order: OrderFacts, taxMinor: number, own: readonly Rational[]): Rational {
  const lines = bearing(order);
  const paid = lines.reduce((sum, at) => sum + order.lines[at]!.paidMinor, 0);
  if (paid === 0) return nothing;
  return product(total(lines.map((at) => own[at]!)), rational(taxMinor, paid));
}

/** The same of several heads: per unit the sum of their shares, at most the unit. */
export function mergedExact(order: OrderFacts, grids: readonly Grid[]): Rational[] {
  const merged = order.lines.map((line, at) => mergedUnits(line.quantity, grids, at));
  return exactByLine(order, merged);
}

export function fractionOf(
  order: OrderFacts,
  line: number,
  units: Grid[number],
  exact: Rational,
): Rational {
  const { paidMinor, quantity } = order.lines[line]!;
  if (paidMinor > 0) return product(exact, rational(1, paidMinor));
  return total(units.map((share) => product(share ?? nothing, rational(1, quantity))));
}

export function mergedUnits(quantity: number, grids: readonly Grid[], line: number): Rational[] {
  return Array.from({ length: quantity }, (_, unit) =>
    smaller(whole, total(grids.map((grid) => grid[line]![unit] ?? nothing))),
  );
}

export function isWholeUnit(share: Rational): boolean {
  return !less(share, whole);
}

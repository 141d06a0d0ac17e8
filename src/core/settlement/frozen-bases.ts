import { type Fraction, fraction, grouped, once, one, zero } from "../money/index.ts";
import { bearersOf } from "./bearers.ts";
import { at, kept } from "./lookup.ts";
import type { LineKind, OrderFacts } from "./order-facts.ts";

/** Where an amount of a base lies: units of a line, a packet, or the whole order. */
export type BasePlace = {
  readonly lineId: string | null;
  readonly packetId: string | null;
  readonly from: number;
  readonly to: number;
};

/** Units [from, to) of the line at an index. */
type UnitRange = { readonly line: number; readonly from: number; readonly to: number };

const orderBases: Readonly<Record<string, readonly LineKind[]>> = {
  "order.prepaid": ["package", "service"],
  "order.shipping": ["shipping"],
  "order.fee": ["fee"],
  "campaign.fee": ["campaign_fee"],
};

/** Money of the order that other lines bear: a part of it is that of the units that bear it. */
const borneBases: ReadonlySet<string> = new Set(["order.fee"]);

/** One delivery is charged once, whatever part of the order comes back: it is decided whole. */
const undividedBases: ReadonlySet<string> = new Set(["order.shipping"]);

/** Bases whose money was paid in this order, so that a refund of it can go back by its tenders. */
export function isPaidBase(base: string): boolean {
  return base === "line.paid" || base === "packet.face" || isOrderBase(base);
}

/** Bases that are all of the order's money of some kinds of line, nothing where it has none. */
export function isOrderBase(base: string): boolean {
  return Object.hasOwn(orderBases, base);
}

/**
 * Of the places that a claim names those whose money an order base means: a claim pays for what it
 * names. null: the base is not divided, or it is no money of this order, and is decided once.
 */
export function partsOfBase<P extends BasePlace>(
  order: OrderFacts,
  base: string,
  places: readonly P[],
): readonly P[] | null {
  if (!isOrderBase(base) || undividedBases.has(base)) return null;
  return places.filter(
    (place) => place.lineId !== null && paidUnits(order, base, place).length > 0,
  );
}

/** Whether a base is borne by other lines than its own. */
export const isBorne = (base: string): boolean => borneBases.has(base);

/** What a unit of money of the lines that bear a base stands for of it; 1 where it is its own. */
export function scaleOf(order: OrderFacts, base: string): Fraction {
  if (!isBorne(base)) return one;
  const { paidMinor } = bearersOf(order);
  return paidMinor === 0 ? zero : fraction(borneMinor(order, base), paidMinor);
}

function borneMinor(order: OrderFacts, base: string): number {
  return order.lines
    .filter(({ kind }) => orderBases[base]?.includes(kind))
    .reduce((sum, { paidMinor }) => sum + paidMinor, 0);
}

/** The lines whose money a base is. */
export function linesOfBase(order: OrderFacts, base: string): number[] {
  return [...order.lines.keys()].filter((line) =>
    orderBases[base]?.includes(at(order.lines, line).kind),
  );
}

/**
 * The units of lines whose money a base means, or that bear it; none for a base that was not paid
 * here. An order base is meant of the whole order, or of the units of one line.
 * @throws RangeError when a line is not of this order: decisions of another order are a bug.
 */
export function paidUnits(order: OrderFacts, base: string, place: BasePlace): UnitRange[] {
  if (base === "line.paid") return unitsAt(order, place);
  if (base === "packet.face") {
    return wholeLines(order, [...order.lines.keys()]).filter(({ line }) => {
      const { kind, packetId } = at(order.lines, line);
      return kind === "packet" && packetId === place.packetId;
    });
  }
  const lines = linesBearing(order, base);
  if (place.lineId === null) return wholeLines(order, [...lines]);
  return unitsAt(order, place).filter(({ line }) => lines.has(line));
}

const bearing = once((_: OrderFacts["lines"]) => new Map<string, ReadonlySet<number>>());

function linesBearing(order: OrderFacts, base: string): ReadonlySet<number> {
  const make = () => new Set(isBorne(base) ? bearersOf(order).lines : linesOfBase(order, base));
  return kept(bearing(order.lines), base, make);
}

const unitsAt = (order: OrderFacts, { lineId, from, to }: BasePlace): UnitRange[] => [
  { line: lineIndex(order, lineId), from, to },
];

function wholeLines(order: OrderFacts, lines: readonly number[]): UnitRange[] {
  return lines.map((line) => ({ line, from: 0, to: at(order.lines, line).quantity }));
}

const linePlaces = once(
  (lines: OrderFacts["lines"]) => new Map(lines.map(({ lineId }, index) => [lineId, index])),
);

const giftsOf = once((lines: OrderFacts["lines"]) => grouped(lines, ({ giftOf }) => giftOf));

export function lineIndex(order: OrderFacts, lineId: string | null): number {
  const index = lineId === null ? undefined : linePlaces(order.lines).get(lineId);
  if (index === undefined)
    throw new RangeError(`\`${lineId ?? "null"}\` is not a line of this order`);
  return index;
}

/** The stated price of the gifts that came with a line, or of a gift line itself. */
export function giftPriceOf(order: OrderFacts, line: number): number {
  const own = at(order.lines, line);
  const gifts = giftsOf(order.lines).get(own.lineId) ?? [];
  const priced = own.kind === "gift" ? [...gifts, own] : gifts;
  return priced.reduce((sum, gift) => sum + (gift.giftPriceMinor ?? 0), 0);
}

import { at } from "./lookup.ts";
import type { LineKind, OrderFacts, OrderLine } from "./order-facts.ts";

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
  "campaign.fee": ["campaign_fee"],
};

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
    ({ lineId }) => lineId !== null && isMeant(lineAt(order, lineId), base, wholeOrder),
  );
}

const wholeOrder: BasePlace = { lineId: null, packetId: null, from: 0, to: 1 };

/**
 * The units of lines whose money a base means; none for a base that was not paid here. An order
 * base is meant of the whole order, or of the units of one line.
 * @throws RangeError when a line is not of this order: decisions of another order are a bug.
 */
export function paidUnits(order: OrderFacts, base: string, place: BasePlace): UnitRange[] {
  if (base === "line.paid" || (isOrderBase(base) && place.lineId !== null)) {
    const line = lineIndex(order, place.lineId);
    const meant = base === "line.paid" || isMeant(at(order.lines, line), base, place);
    return meant ? [{ line, from: place.from, to: place.to }] : [];
  }
  return [...order.lines.entries()]
    .filter(([, line]) => isMeant(line, base, place))
    .map(([index, line]) => ({ line: index, from: 0, to: line.quantity }));
}

function isMeant(line: OrderLine, base: string, place: BasePlace): boolean {
  if (base === "packet.face") return line.kind === "packet" && line.packetId === place.packetId;
  return orderBases[base]?.includes(line.kind) ?? false;
}

function lineAt(order: OrderFacts, lineId: string): OrderLine {
  return at(order.lines, lineIndex(order, lineId));
}

export function lineIndex(order: OrderFacts, lineId: string | null): number {
  const index = order.lines.findIndex((line) => line.lineId === lineId);
  if (index < 0) throw new RangeError(`\`${lineId ?? "null"}\` is not a line of this order`);
  return index;
}

/** The stated price of the gifts that came with a line, or of a gift line itself. */
export function giftPriceOf(order: OrderFacts, line: number): number {
  const own = at(order.lines, line);
  const gifts = order.lines.filter((gift) => gift.giftOf === own.lineId);
  const priced = own.kind === "gift" ? [...gifts, own] : gifts;
  return priced.reduce((sum, gift) => sum + (gift.giftPriceMinor ?? 0), 0);
}

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
  "campaign.fee": ["campaign_fee"],
};

/** Bases whose money was paid in this order, so that a refund of it can go back by its tenders. */
export function isPaidBase(base: string): boolean {
  return base === "line.paid" || base === "packet.face" || base in orderBases;
}

/**
 * The units of lines whose money a paid base means.
 * @throws RangeError when a line is not of this order: decisions of another order are a bug.
 */
export function paidUnits(order: OrderFacts, base: string, place: BasePlace): UnitRange[] {
  if (base === "line.paid") {
    return [{ line: lineIndex(order, place.lineId), from: place.from, to: place.to }];
  }
  const kinds = orderBases[base];
  const ranges: UnitRange[] = [];
  for (const [index, line] of order.lines.entries()) {
    const meant =
      kinds === undefined
        ? line.kind === "packet" && line.packetId === place.packetId
        : kinds.includes(line.kind);
    if (meant) ranges.push({ line: index, from: 0, to: line.quantity });
  }
  return ranges;
}

export function lineIndex(order: OrderFacts, lineId: string | null): number {
  const index = order.lines.findIndex((line) => line.lineId === lineId);
  if (index < 0) throw new RangeError(`\`${lineId ?? "null"}\` is not a line of this order`);
  return index;
}

/** The stated price of the gifts that came with a line, or of a gift line itself. */
export function giftPriceOf(order: OrderFacts, line: number): number {
  const own = order.lines[line]?.lineId;
  return order.lines.reduce(
    (sum, other) =>
      other.giftOf === own || (other.kind === "gift" && other.lineId === own)
        ? sum + (other.giftPriceMinor ?? 0)
        : sum,
    0,
  );
}

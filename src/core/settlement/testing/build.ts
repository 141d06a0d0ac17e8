import { accepted } from "../../money/index.ts";
import { freezeOrder } from "../freeze-order.ts";
import type {
  AcceptedDecision,
  AcceptedHead,
  DraftLine,
  OrderDraft,
  OrderFacts,
} from "../types.ts";

/** A draft in CNY; a single card pays for it unless tenders are given. */
type DraftParts = Partial<OrderDraft> & {
  readonly lines: readonly DraftLine[];
  /** What the card pays. */
  readonly paid?: number;
};

export function draftOf({ paid, ...parts }: DraftParts): OrderDraft {
  return {
    currency: "CNY",
    zone: "Asia/Shanghai",
    adjustments: [],
    granted: [],
    tenders:
      paid === undefined ? [] : [{ tenderId: "card", kind: "money", unit: "CNY", units: paid }],
    ...parts,
  };
}

export function orderOf(parts: DraftParts): OrderFacts {
  return accepted<OrderFacts>(freezeOrder(draftOf(parts)));
}

export function goods(lineId: string, unitPriceMinor: number, quantity = 1): DraftLine {
  return { lineId, kind: "goods", quantity, unitPriceMinor };
}

/** A pay head on units of lines, `[lineId, fraction, from, to]`. */
export function priceHead(
  ...items: readonly (readonly [lineId: string, fraction: string, from: number, to: number])[]
): AcceptedHead {
  return {
    direction: "pay",
    base: "line.paid",
    grant: null,
    settles: "refund",
    items: items.map(([lineId, fraction, from, to]) => ({
      lineId,
      packetId: null,
      from,
      to,
      baseMinor: 0,
      fraction,
    })),
  };
}

/** A head with one item; by default a pay head of the order. */
export function headOf(
  base: string,
  fraction: string,
  more: Partial<AcceptedHead> & Partial<AcceptedHead["items"][number]> = {},
): AcceptedHead {
  const { direction = "pay", grant = null, settles = "refund" } = more;
  const { lineId = null, packetId = null, from = 0, to = 1, baseMinor = 0 } = more;
  return {
    direction,
    base,
    grant,
    settles,
    items: [{ lineId, packetId, from, to, baseMinor, fraction }],
  };
}

export function decisionOf(
  decisionId: string,
  heads: readonly AcceptedHead[],
  more: Partial<AcceptedDecision> = {},
): AcceptedDecision {
  return { decisionId, claimId: `claim of ${decisionId}`, corrects: null, heads, ...more };
}

/** One decision that gives the whole price of units, `[lineId, from, to]`. */
export function returned(
  decisionId: string,
  ...units: readonly (readonly [lineId: string, from: number, to: number])[]
): AcceptedDecision {
  return decisionOf(decisionId, [
    priceHead(...units.map(([lineId, from, to]) => [lineId, "1/1", from, to] as const)),
  ]);
}

/** A decision that gives back every unit of every line. */
export function fullReturn(order: OrderFacts, decisionId = "full"): AcceptedDecision {
  const units = order.lines.map((line) => [line.lineId, 0, line.quantity] as const);
  return returned(decisionId, ...units);
}

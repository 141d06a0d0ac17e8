import type { LineKind, Off, TenderKind, Tier } from "./order-facts.ts";

/** An order as sold, before its discounts are allocated and its split is frozen. */
export type OrderDraft = {
  readonly currency: string;
  readonly zone: string;
  readonly lines: readonly DraftLine[];
  /** Applied in this order, each to what the earlier ones left. */
  readonly adjustments: readonly Adjustment[];
  readonly granted: readonly DraftGrant[];
  readonly tenders: readonly DraftTender[];
  /** Where the tenders pay only a part: what is left to pay, in minor units. Default 0. */
  readonly balanceDueMinor?: number;
  /** Default `keep`. */
  readonly thresholdRule?: "keep" | "reprice";
};

export type DraftLine = {
  readonly lineId: string;
  readonly kind: LineKind;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly taxOf?: string | null;
  readonly giftOf?: string | null;
  /** Stated price of all units of a gift. */
  readonly giftPriceMinor?: number | null;
  readonly packetId?: string | null;
};

/**
 * `lineIds` restricts an adjustment; without it, it covers every line of goods, services and
 * packages. A discount larger than the lines is worth the lines. A percentage of a set of lines
 * is rounded once, halves up.
 */
export type Adjustment =
  | { readonly kind: "item_discount"; readonly lineId: string; readonly off: Off }
  | {
      readonly kind: "order_discount";
      readonly off: Off;
      readonly lineIds?: readonly string[] | null;
    }
  | {
      readonly kind: "threshold";
      readonly tiers: readonly Tier[];
      readonly lineIds?: readonly string[] | null;
    }
  | {
      readonly kind: "coupon";
      readonly couponId: string;
      readonly off: Off;
      readonly lineIds?: readonly string[] | null;
    }
  /** What was charged in the end, where a till rounded the total down. */
  | { readonly kind: "charged"; readonly totalMinor: number };

/** Tenders that pay for lines, at once with the order or later; `lines` are those of the order. */
export type Payment = Pick<OrderDraft, "currency" | "tenders" | "balanceDueMinor"> & {
  readonly lines: readonly Pick<DraftLine, "lineId">[];
};

/** A packet, points or a gift that came with the order; `lineIds` are the lines it was for. */
export type DraftGrant = {
  readonly kind: "packet" | "points" | "gift";
  readonly id: string;
  readonly amount: number;
  readonly lineIds?: readonly string[] | null;
};

export type DraftTender = {
  readonly tenderId: string;
  readonly kind: TenderKind;
  readonly unit: string;
  readonly units: number;
  /** In the order's currency, or what one unit is worth there as `n/d` or a decimal (the product
   * is rounded down). Left out, the units are minor units of the currency. */
  readonly value?: { readonly minor: number } | { readonly perUnit: string };
  /** Only these lines may be paid with it. */
  readonly lineIds?: readonly string[] | null;
};

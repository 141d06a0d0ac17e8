/**
 * What settlement knows of an order. Everything but `disputes`, `outsideDebits` and the state of
 * granted packets is frozen at sale; those three are read anew before each `owed`. Where the order
 * was paid in part, a later payment adds tenders with their columns and changes no earlier one.
 * Amounts are integer minor units of the order's one currency, 0 to 2^53 − 1.
 */
export type OrderFacts = {
  readonly currency: string;
  /** Time zone pinned on the order, such as `Asia/Shanghai`. */
  readonly zone: string;
  readonly lines: readonly OrderLine[];
  readonly tenders: readonly Tender[];
  /** [line][tender]: which tender paid how much of which line. Rows sum to `paidMinor`,
   * columns to `valueMinor`. */
  readonly split: readonly (readonly number[])[];
  /** What a partial return does to spend thresholds: the allocation stays, or the rest is
   * re-priced (七日无理由退货暂行办法 art. 17). */
  readonly thresholdRule: "keep" | "reprice";
  readonly thresholds: readonly Threshold[];
  readonly coupons: readonly Coupon[];
  readonly granted: readonly Granted[];
  /** What was spent by now of packets and cards that this order sold; read anew. */
  readonly spent?: readonly SpentPacket[];
  readonly disputes: readonly Dispute[];
  /** Refunds made past Makegood, in a gateway's console say. */
  readonly outsideDebits: readonly OutsideDebit[];
};

export type LineKind =
  "goods" | "service" | "package" | "shipping" | "tax" | "fee" | "packet" | "gift" | "campaign_fee";

export type OrderLine = {
  readonly lineId: string;
  readonly kind: LineKind;
  /** Units, at least 1. */
  readonly quantity: number;
  /** The whole line before any discount. */
  readonly listMinor: number;
  /** The whole line as paid so far: what is owed is reckoned on it. */
  readonly paidMinor: number;
  /** Of its price after discounts, what is not paid yet; absent where it is paid whole. */
  readonly openMinor?: number;
  /** The line whose refunded fraction a tax line follows. */
  readonly taxOf: string | null;
  /** The line that a gift came with, and the price stated for all units of the gift. */
  readonly giftOf: string | null;
  readonly giftPriceMinor: number | null;
  /** The red packet that this line sold. */
  readonly packetId: string | null;
};

export type TenderKind = "money" | "wallet" | "packet" | "points" | "gift_card";

/** One means of payment in its own unit. */
export type Tender = {
  readonly tenderId: string;
  readonly kind: TenderKind;
  /** A currency, `points`, `packet:<id>`, `gift_card:<id>`: only equal units are ever netted. */
  readonly unit: string;
  /** What was paid, in that unit. */
  readonly units: number;
  /** What it was worth at sale, in the order's currency. */
  readonly valueMinor: number;
};

export type Off = { readonly minor: number } | { readonly percent: string };
export type Tier = { readonly fromMinor: number; readonly off: Off };

/** A spend threshold that applied: which lines counted, at which prices, and what each got. */
export type Threshold = {
  /** Rising; of several that are reached the last holds. */
  readonly tiers: readonly Tier[];
  readonly lines: readonly ThresholdLine[];
};
export type ThresholdLine = {
  readonly lineId: string;
  /** What of the line counted towards the threshold. */
  readonly pricedMinor: number;
  readonly offMinor: number;
};

export type Coupon = {
  readonly couponId: string;
  readonly allocations: readonly { readonly lineId: string; readonly offMinor: number }[];
};

/** What the customer was given because of this order. */
export type Granted = {
  readonly kind: "packet" | "points" | "gift";
  readonly id: string;
  /** Minor units of a packet, points, or pieces of a gift. */
  readonly amount: number;
  readonly allocations: readonly { readonly lineId: string; readonly amount: number }[];
  /** Only of a packet: how much of it is spent, and how much came back to it since the reclaim. */
  readonly packet: { readonly spentMinor: number; readonly returnedMinor: number } | null;
};

/**
 * A chargeback on one tender. Gateways tell an amount, shops may attribute it to lines: what the
 * lines do not make up of `units`, or cannot take, is spread over the tender's other lines.
 */
export type Dispute = {
  readonly disputeId: string;
  readonly tenderId: string;
  readonly state: "open" | "lost" | "won";
  readonly allocations: readonly { readonly lineId: string; readonly amountMinor: number }[];
  /** The whole amount, in the tender's unit; absent or null where the lines are all of it. */
  readonly units?: number | null;
};

/** Of a packet, card or balance that was bought: its face is the list price of its line. */
export type SpentPacket = { readonly packetId: string; readonly spentMinor: number };

export type OutsideDebit = {
  readonly debitId: string;
  readonly tenderId: string;
  /** In the tender's unit, above 0. */
  readonly units: number;
};

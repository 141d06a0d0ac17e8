import type { Fact, FactType, Scope } from "../model.ts";

/** Where a moment of the product lies, and in which claims it is known. */
export type Moment = {
  readonly scope: Scope;
  /** Claims that have it; null for all. */
  readonly kinds: readonly string[] | null;
  /** Whether a claim can come before it, or without it. */
  readonly mayLack: boolean;
};

/** What claims can ask for; a document says which of them it answers. */
export const claimKinds: readonly string[] = [
  "cancel",
  "refund",
  "ineffective",
  "packet_return",
  "campaign_off",
];

/**
 * Every moment that a clock may name. Claims are made on paid orders, so that a payment, and a
 * signature in whose place it counts, are always known.
 */
export const moments = {
  "order.paid_at": { scope: "order", kinds: null, mayLack: false },
  "order.signed_at": { scope: "order", kinds: null, mayLack: true },
  "order.signed_or_paid_at": { scope: "order", kinds: null, mayLack: false },
  "order.last_received_at": { scope: "order", kinds: null, mayLack: true },
  "order.starts_at": { scope: "order", kinds: null, mayLack: true },
  "order.ends_at": { scope: "order", kinds: null, mayLack: true },
  "line.received_at": { scope: "line", kinds: null, mayLack: true },
  "packet.credited_at": { scope: "packet", kinds: ["packet_return"], mayLack: true },
  "claim.filed_at": { scope: "order", kinds: null, mayLack: false },
  "claim.ends_at": { scope: "order", kinds: ["cancel"], mayLack: false },
} as const satisfies Record<string, Moment>;
export type MomentName = keyof typeof moments;

/** How the days between two moments can be counted. */
export const countWords = {
  count: ["calendar_days", "business_days"],
  first: ["next_day", "same_day"],
  roll: ["none", "off_holiday", "off_statutory"],
} as const;

/** What one of the product's own functions computes: for which fact, and from which other one. */
export type DerivedFunction = {
  readonly scope: Scope;
  readonly type: FactType;
  /** Options that it can answer; null for numbers and flags. */
  readonly options: readonly string[] | null;
  /** What the fact must be that it reads; null where it reads the order's record. */
  readonly reads: { readonly scope: Scope; readonly type: Fact["type"] } | null;
};

const share = { scope: "order", type: "ratio", options: null, reads: null } as const;
const yes = (type: Fact["type"]) =>
  ({ scope: "order", type: "flag", options: null, reads: { scope: "line", type } }) as const;

/** The product's own functions, by name and version. */
export const derivedFacts = {
  "used_share@1": share,
  "consumed_at_discount@1": share,
  "consumed_at_full@1": share,
  "elapsed_share@1": share,
  "extent@1": { scope: "order", type: "choice", options: ["all", "part"], reads: null },
  "latest_receipt@1": {
    scope: "order",
    type: "days",
    options: null,
    reads: { scope: "line", type: "days" },
  },
  "any_defect@1": yes("choice"),
  "any_exception@1": yes("flag"),
  "any_excluded@1": yes("choice"),
  "gift_state@1": {
    scope: "line",
    type: "choice",
    options: ["none", "kept", "returned"],
    reads: null,
  },
  "sold_as@1": { scope: "line", type: "choice", options: ["product", "service"], reads: null },
  "fee_paid@1": { scope: "order", type: "flag", options: null, reads: null },
  "packet_origin@1": {
    scope: "packet",
    type: "choice",
    options: ["order", "bought", "given"],
    reads: null,
  },
  "undone_share@1": { scope: "packet", type: "ratio", options: null, reads: null },
  "held_share@1": { scope: "packet", type: "ratio", options: null, reads: null },
} as const satisfies Record<string, DerivedFunction>;
export type DerivedName = keyof typeof derivedFacts;

/** Claims that name what a scope is about; null for all. */
export const kindsOfScope: Readonly<Record<Scope, readonly string[] | null>> = {
  order: null,
  line: null,
  packet: ["packet_return"],
};

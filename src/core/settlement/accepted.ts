/** What settlement reads of an accepted decision; a `HeadDecision` of core/policy fits. */
export type AcceptedDecision = {
  readonly decisionId: string;
  readonly claimId: string;
  /** The earlier decision that this one replaces on the units and heads that it decides. */
  readonly corrects: string | null;
  readonly heads: readonly AcceptedHead[];
  readonly compensations?: readonly Compensation[];
};

export type AcceptedHead = {
  readonly direction: "pay" | "take" | "grant";
  readonly base: string;
  readonly grant: "voucher" | "points" | null;
  readonly settles: "refund" | "cash" | "grant";
  readonly items: readonly AcceptedItem[];
};

/** Units [from, to) of a line or packet; an order head has neither and the units [0, 1). */
export type AcceptedItem = {
  readonly lineId: string | null;
  readonly packetId: string | null;
  readonly from: number;
  readonly to: number;
  /** Of these units. Read only for bases that the frozen order does not know. */
  readonly baseMinor: number;
  /** Exact share of the base, `n/d`. */
  readonly fraction: string;
};

/** Cash beside the refund: never a gateway refund, bounded by its own cap. */
export type Compensation = {
  readonly reason: "interest" | "cost" | "goodwill";
  readonly amountMinor: number;
  readonly capMinor: number;
};

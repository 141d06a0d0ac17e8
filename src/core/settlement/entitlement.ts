import type { Compensation } from "./accepted.ts";

/**
 * What is owed for an order by all its accepted decisions, from its beginning: what was paid out
 * already is subtracted by `planDue`.
 */
export type Entitlement = {
  readonly currency: string;
  readonly lines: readonly LineRefund[];
  readonly tenders: readonly TenderRefund[];
  readonly compensations: readonly OwedCompensation[];
  readonly grants: readonly OwedGrant[];
  /** Coupons that are free again because all their benefits are reversed. */
  readonly restores: readonly { readonly couponId: string }[];
  readonly reclaims: readonly Reclaim[];
  readonly shortfalls: readonly Shortfall[];
  /** Value of all refunds, chargebacks lost included, compensations not. */
  readonly totalMinor: number;
  readonly compensationMinor: number;
  readonly trace: Trace;
};

export type LineRefund = {
  readonly lineId: string;
  readonly paidMinor: number;
  readonly refundMinor: number;
};

/** 0 ≤ refundMinor ≤ the tender's value and 0 ≤ refundUnits ≤ the tender's units. */
export type TenderRefund = {
  readonly tenderId: string;
  readonly unit: string;
  readonly refundMinor: number;
  readonly refundUnits: number;
  /** Of the refund: waits for an open chargeback. */
  readonly heldUnits: number;
  /** Of the refund: went back by a lost chargeback. */
  readonly chargedBackUnits: number;
  /** Went back past Makegood; may exceed the refund. */
  readonly outsideUnits: number;
  /** refund − held − charged back − outside: what payouts are to bring in all. Negative where the
   * customer has too much; never collected, only offset. */
  readonly payableUnits: number;
};

export type OwedCompensation = {
  readonly reason: Compensation["reason"];
  /** The base of a cash head, null for what a decision states as a sum. */
  readonly base: string | null;
  /** The claim to pay it for, null for a cash head: the largest of all claims. */
  readonly claimId: string | null;
  readonly amountMinor: number;
};

export type OwedGrant = {
  readonly grant: "voucher" | "points";
  readonly base: string;
  readonly packetId: string | null;
  readonly amountMinor: number;
};

/**
 * What comes back from the customer. A packet is locked as soon as it is named here.
 * amount = void + offset + cleared + shortfall; points and gifts are all `voidAmount`.
 */
export type Reclaim = {
  readonly kind: "packet" | "points" | "gift";
  readonly id: string;
  readonly amount: number;
  /** Taken from what is unspent. */
  readonly voidAmount: number;
  /** Taken from the refund. */
  readonly offsetMinor: number;
  /** Taken from what came back to the packet from another order since. */
  readonly clearedMinor: number;
  readonly shortfallMinor: number;
};

/** What the customer has too much and nobody collects. */
export type Shortfall = {
  readonly reason: "packet" | "take" | "chargeback" | "outside";
  /** Packet, base, dispute, or unit of the tenders. */
  readonly reference: string;
  readonly unit: string;
  readonly amount: number;
};

/** The way from what was paid to what is owed: signed steps that sum to `totalMinor`. */
export type Trace = {
  readonly paidMinor: number;
  readonly steps: readonly TraceStep[];
  readonly totalMinor: number;
  /** Of the total: not to be paid out now. */
  readonly heldMinor: number;
  readonly chargedBackMinor: number;
};

export type TraceStep =
  /** Paid, and not claimed or not granted. */
  | { readonly kind: "unclaimed"; readonly amountMinor: number }
  /** What a pay head leaves with the merchant: claimed base less the exact share, rounded. */
  | {
      readonly kind: "deduction";
      readonly base: string;
      readonly claimedMinor: number;
      readonly exact: string;
      readonly amountMinor: number;
    }
  /** The part of a unit that a head gives above its exact share: 0 or 1. */
  | { readonly kind: "rounding"; readonly base: string; readonly amountMinor: number }
  /** Where several heads pay for the same units: what they give beyond the first, capped. */
  | { readonly kind: "overlap"; readonly amountMinor: number }
  | { readonly kind: "reprice"; readonly amountMinor: number }
  | {
      readonly kind: "take";
      readonly base: string;
      readonly exact: string;
      readonly amountMinor: number;
    }
  | { readonly kind: "offset"; readonly packetId: string; readonly amountMinor: number }
  /** A lost chargeback above what the decisions owe. */
  | { readonly kind: "chargeback"; readonly amountMinor: number };

export type Due = {
  readonly tenderId: string;
  readonly unit: string;
  readonly units: number;
};

export type DuePlan = {
  /** Above 0 each. */
  readonly dues: readonly Due[];
  /** What was paid above what is owed, per unit: offset by later dues, never collected. */
  readonly carried: readonly { readonly unit: string; readonly units: number }[];
};

/** Obligations already taken on, per tender in its unit. */
export type Taken = { readonly tenderId: string; readonly units: number };

import type { Decision, MerchantContact } from "../policy/index.ts";
import type {
  AcceptedDecision,
  Beside,
  DuePlan,
  Entitlement,
  OrderFacts,
  Taken,
} from "../settlement/index.ts";

/** Names the form of the payload; changes when a reader of the old form would misread the new. */
export const letterFormat = "makegood-letter/1";

/**
 * What a decision letter states and a merchant signs: everything that the decision and the sum were
 * computed from, and what came of it. No personal data: whom a letter is addressed to stands beside
 * it. Instants are texts such as `2026-11-22T01:30:00.000Z`; hashes are SHA-256 in lower-case hex.
 */
export type LetterPayload = {
  readonly format: typeof letterFormat;
  /** The version of Makegood that wrote it. */
  readonly program: string;
  readonly issuedAt: string;
  /** The key that signs: its id, and the SHA-256 of its public half (SPKI, DER). */
  readonly key: { readonly keyId: string; readonly fingerprint: string };
  readonly merchant: LetterMerchant;
  readonly claim: LetterClaim;
  /** Country whose law the order stands under, as far as a pinned floor says so. */
  readonly market: string | null;
  readonly customer: "consumer" | "business";
  readonly documents: readonly LetterDocument[];
  readonly catalogues: readonly LetterCatalogue[];
  readonly orders: readonly LetterOrder[];
  /** By when what is due is to have arrived; the earliest of what was promised and the law's. */
  readonly payment: LetterDeadline | null;
};

export type LetterMerchant = {
  readonly merchantId: string;
  /** The merchant's name in addresses. */
  readonly slug: string;
  readonly name: string;
  /** How it was reached when the letter was written; letters from before that was asked lack it. */
  readonly contact?: MerchantContact;
  /** Where its public keys are read, as a whole address; absent where no public one was set. */
  readonly keysAt?: string;
};

export type LetterClaim = {
  readonly claimId: string;
  readonly number: string;
  readonly kind: string;
  /** Time zone in which the letter tells its days. */
  readonly zone: string;
  readonly receivedAt: string;
  readonly decidedAt: string;
  /** Why it was refused as a whole; null where something is given. */
  readonly refusalCode: string | null;
  /** Why no order fits it; null where one does. */
  readonly unmatched: string | null;
};

/** A text that a decision was made by. */
export type LetterDocument = {
  readonly id: string;
  readonly version: number;
  /** Of the meaning: spaces and comments do not change it. Covers the catalogue. */
  readonly hash: string;
  readonly catalogue: string;
  /** Of the text itself, UTF-8. */
  readonly textHash: string;
};

export type LetterCatalogue = { readonly hash: string; readonly textHash: string };

export type LetterOrder = {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly lines: readonly { readonly lineId: string; readonly name: string | null }[];
  readonly decisionId: string;
  readonly accepted: boolean;
  /** The earlier decision that it replaces on what both decide. */
  readonly corrects: string | null;
  readonly decision: Decision;
  readonly established: readonly EstablishedFact[];
  readonly settlement: LetterSettlement;
  readonly sums: LetterSums;
};

/** Who said or found what, and when. Whatever has no entry is of the order's own record. */
export type EstablishedFact = {
  readonly lineId: string | null;
  readonly packetId: string | null;
  readonly fact: string;
  readonly by: "customer" | "merchant";
  readonly at: string;
};

/** What settlement knew of the order. */
export type LetterSettlement = {
  /** `decision`: as it stood in that commit; `issue`: as it stood when the letter was written. */
  readonly asOf: "decision" | "issue";
  readonly order: OrderFacts;
  readonly earlier: readonly AcceptedDecision[];
  readonly taken: readonly Taken[];
  readonly takenBeside: readonly Beside[];
};

export type LetterSums = DuePlan & {
  /** By the decisions before this one, and with it. */
  readonly before: Entitlement;
  readonly after: Entitlement;
  readonly beside: readonly Beside[];
};

export type LetterDeadline = {
  readonly dueAt: string;
  /** The document that states it, such as `order-refund@2`. */
  readonly source: string;
  readonly statutory: boolean;
  readonly provisional: boolean;
};

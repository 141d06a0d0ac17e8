import { letterFormat, letterSums } from "../../core/index.ts";
import type {
  Instant,
  LetterDeadline,
  LetterMerchant,
  LetterOrder,
  LetterPayload,
} from "../../core/index.ts";
import type { PinnedText } from "./texts.ts";
import { textHash } from "./texts.ts";

/** Everything that a letter is written from; nothing of it is personal. */
export interface LetterParts {
  readonly program: string;
  readonly issuedAt: Instant;
  readonly key: LetterPayload["key"];
  readonly merchant: LetterMerchant;
  readonly claim: LetterClaimParts;
  readonly customer: LetterPayload["customer"];
  readonly market: string | null;
  readonly orders: readonly LetterOrderParts[];
  /** Of every document that the decisions name. */
  readonly texts: readonly PinnedText[];
  readonly payment: LetterDeadline | null;
}

interface LetterClaimParts {
  readonly claimId: string;
  readonly number: string;
  readonly kind: string;
  readonly zone: string;
  readonly receivedAt: Instant;
  readonly decidedAt: Instant;
  readonly refusalCode: string | null;
  readonly unmatched: string | null;
}

export type LetterOrderParts = Omit<LetterOrder, "sums">;

const iso = (instant: Instant): string => new Date(instant).toISOString();

/** The payload of a letter; the sums are computed here, from the grounds that stand beside them. */
export function letterPayload(parts: LetterParts): LetterPayload {
  const { claim, orders, texts } = parts;
  const { program, key, merchant, market, customer, payment } = parts;
  const named = orders.flatMap(({ decision }) => decision.policies);
  const used = texts.filter(({ id, version }) =>
    named.some((policy) => policy.id === id && policy.version === version),
  );
  return {
    format: letterFormat,
    program,
    issuedAt: iso(parts.issuedAt),
    key,
    merchant,
    claim: { ...claim, receivedAt: iso(claim.receivedAt), decidedAt: iso(claim.decidedAt) },
    market,
    customer,
    documents: eachOnce(used, ({ id, version }) => `${id}@${version}`).map(
      ({ id, version, hash, catalogueHash, text }) => ({
        id,
        version,
        hash,
        catalogue: catalogueHash,
        textHash: textHash(text),
      }),
    ),
    catalogues: eachOnce(used, ({ catalogueHash }) => catalogueHash).map(
      ({ catalogueHash, catalogueText }) => ({
        hash: catalogueHash,
        textHash: textHash(catalogueText),
      }),
    ),
    orders: orders.map((order) => letterOrder(claim.claimId, order)),
    payment,
  };
}

function letterOrder(claimId: string, parts: LetterOrderParts): LetterOrder {
  return { ...parts, sums: letterSums({ ...parts, claimId }, parts.settlement) };
}

function eachOnce<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}

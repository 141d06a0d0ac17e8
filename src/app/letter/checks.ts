import { verify } from "node:crypto";
import { readTexts } from "../../claims/index.ts";
import type { PolicyFile } from "../../contract/index.ts";
import { canonicalJson, compile, evaluator, letterSums, replay } from "../../core/index.ts";
import type { LetterOrder, LetterPayload } from "../../core/index.ts";
import type { GivenKeys } from "./keys.ts";
import type { OpenedLetter } from "./open-file.ts";
import { fingerprintOf, publicKey } from "./public-key.ts";
import type { Values, VerifyWord } from "./sentences.ts";

/** What one check found. A note is nothing wrong, and something that the reader has to know. */
export interface Check {
  readonly check:
    "letter" | "signature" | "key" | "texts" | "evaluator" | "decision" | "sums" | "page";
  readonly outcome: "right" | "note" | "wrong";
  readonly word: VerifyWord;
  readonly values: Values;
}

export const found = (
  check: Check["check"],
  outcome: Check["outcome"],
  word: VerifyWord,
  values: Values = {},
): Check => ({ check, outcome, word, values });

/** Whether the bytes are those that the key signed, and the key the one that they name. */
export function checkSignature({ envelope, payload }: OpenedLetter): Check {
  const { signature } = envelope;
  const key = publicKey(signature.publicKey);
  const value = Buffer.from(signature.value, "base64");
  const fits = key !== null && verify(null, Buffer.from(envelope.payload), key, value);
  if (!fits) return found("signature", "wrong", "signature_wrong");
  const named =
    payload.key.fingerprint === fingerprintOf(key) && payload.key.keyId === signature.keyId;
  return named
    ? found("signature", "right", "signature")
    : found("signature", "wrong", "signature_names");
}

/** Whose key it is can only be told by keys that came another way than the letter. */
export function checkKey({ envelope, payload }: OpenedLetter, given: GivenKeys | null): Check {
  const key = publicKey(envelope.signature.publicKey);
  const fingerprint = key === null ? payload.key.fingerprint : fingerprintOf(key);
  const { merchantId, slug } = payload.merchant;
  if (given === null) return found("key", "note", "key_unknown", { fingerprint, slug });
  if (given.merchantId !== null && given.merchantId !== merchantId) {
    return found("key", "wrong", "key_merchant", { given: given.merchantId, merchant: merchantId });
  }
  const known = given.keys.find((one) => one.fingerprint === fingerprint);
  if (known === undefined) return found("key", "wrong", "key_other", { fingerprint });
  const { retiredAt } = known;
  if (retiredAt !== null && Date.parse(retiredAt) < Date.parse(payload.issuedAt)) {
    return found("key", "wrong", "key_retired", { retiredAt });
  }
  return found("key", "right", "key_given", { fingerprint });
}

interface CheckedTexts {
  readonly checks: readonly Check[];
  readonly documents: readonly PolicyFile[] | null;
}

export function checkTexts({ envelope, payload }: OpenedLetter): CheckedTexts {
  const read = readTexts(payload, envelope.texts);
  if (!read.ok) {
    const { program } = payload;
    const checks = read.problems.map(({ problem, of }) =>
      found("texts", "wrong", `texts_${problem}`, { of, program }),
    );
    return { checks, documents: null };
  }
  const count = String(envelope.texts.length);
  return { checks: [found("texts", "right", "texts", { count })], documents: read.documents };
}

/** Each decision again from its own facts, and each sum from what settlement knew. */
export function checkOrder(
  payload: LetterPayload,
  order: LetterOrder,
  documents: readonly PolicyFile[],
): Check[] {
  return [...checkDecision(payload, order, documents), checkSums(payload, order)];
}

function checkDecision(
  { program }: LetterPayload,
  { decision, orderNumber }: LetterOrder,
  documents: readonly PolicyFile[],
): Check[] {
  if (decision.evaluator !== evaluator) {
    const values = { evaluator: String(decision.evaluator), own: evaluator, program };
    return [found("evaluator", "wrong", "evaluator_other", values)];
  }
  const same = found("evaluator", "right", "evaluator", { evaluator });
  const values = { order: orderNumber };
  const replayed = attempt(() => {
    const policies = decision.policies.map(({ id, version, params }) => {
      const file = documents.find(
        ({ document }) => document.id === id && document.version === version,
      );
      const policy = file === undefined ? null : compile(file.document, params);
      if (policy === null || "code" in policy) throw new RangeError(`\`${id}\` does not compile`);
      return policy;
    });
    return replay(decision, policies).same;
  });
  if (replayed === null) return [same, malformed("decision", `decision ${orderNumber}`)];
  return [
    same,
    replayed
      ? found("decision", "right", "decision", values)
      : found("decision", "wrong", "decision_other", values),
  ];
}

function checkSums({ claim }: LetterPayload, order: LetterOrder): Check {
  const { claimId } = claim;
  const same = attempt(
    () =>
      canonicalJson(letterSums({ ...order, claimId }, order.settlement)) ===
      canonicalJson(order.sums),
  );
  const values = { order: order.orderNumber };
  if (same === null) return malformed("sums", `sums ${order.orderNumber}`);
  return same
    ? found("sums", "right", "sums", values)
    : found("sums", "wrong", "sums_other", values);
}

const malformed = (check: Check["check"], what: string): Check =>
  found(check, "wrong", "malformed", { what });

/**
 * Null where the computation stops: a file from outside may hold anything at all where evaluator
 * and settlement expect what they wrote themselves: a finding, not a fault of the program.
 */
function attempt<T>(compute: () => T): T | null {
  try {
    return compute();
  } catch {
    return null;
  }
}

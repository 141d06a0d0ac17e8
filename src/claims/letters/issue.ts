import { refuse } from "../../contract/index.ts";
import type { LetterEnvelope, Refusal } from "../../contract/index.ts";
import { canonicalJson } from "../../core/index.ts";
import type { LetterPayload } from "../../core/index.ts";
import {
  activeSigningKey,
  fingerprintOf,
  selectSigningKey,
  signBytes,
  signingKeyView,
} from "../../merchants/index.ts";
import { contactName } from "../../orders/index.ts";
import { readTransaction, systemActor, transact } from "../../platform/index.ts";
import type { Platform, ReadTx, Tx } from "../../platform/index.ts";
import { selectTexts } from "../../promises/index.ts";
import { insertLetter, selectLetter } from "../store/letters.ts";
import type { LetterRow } from "../store/letters.ts";
import { selectClaim } from "../store/read.ts";
import type { DrawnLetter } from "./draw.ts";
import { gather } from "./gather.ts";
import { letterPayload } from "./payload.ts";
import { readTexts } from "./texts.ts";

interface Wanted {
  readonly merchantId: string;
  readonly claimId: string;
  readonly language: LetterEnvelope["language"];
  /** Whether the reader is told whom it is addressed to. */
  readonly addressed: boolean;
}

/**
 * The letter of a decided claim. It is written and signed when it is first asked for, from what was
 * kept with the decision; from then on it is the same for good, whatever becomes of the order.
 */
export async function claimLetter(
  platform: Platform,
  { merchantId, claimId, language, addressed }: Wanted,
): Promise<DrawnLetter | Refusal> {
  const refused = await issue(platform, merchantId, claimId);
  if (refused !== null) return refused;
  return readTransaction(platform, merchantId, async (tx) => {
    const row = await selectLetter(tx, claimId);
    if (row === undefined)
      throw new Error(`the letter of claim ${claimId} was written and is gone`);
    const addressee = addressed ? await addresseeOf(platform, tx, row) : [];
    return drawn(tx, row, { language, addressee });
  });
}

/** Null once the letter is there. */
async function issue(
  platform: Platform,
  merchantId: string,
  claimId: string,
): Promise<null | Refusal> {
  const there = await readTransaction(platform, merchantId, (tx) => selectLetter(tx, claimId));
  if (there !== undefined) return null;
  const actor = systemActor(merchantId, "letters");
  return transact(platform, { merchantId, actor, route: "issueLetter" }, async (tx) => {
    const claim = await selectClaim(tx, claimId);
    if (claim === undefined) return refuse("not_found", { what: claimId });
    if (claim.decided_at === null) return refuse("claim_undecided", { number: claim.number });
    const parts = await gather(tx, claim, platform.settings.publicUrl);
    await insertLetter(tx, claimId, await signed(platform, tx, parts));
    return null;
  });
}

async function signed(
  platform: Platform,
  tx: Tx,
  parts: Awaited<ReturnType<typeof gather>>,
): Promise<LetterRow> {
  const { keyId, publicKey } = await activeSigningKey(platform, tx);
  const key = { keyId, fingerprint: fingerprintOf(publicKey) };
  const payload = canonicalJson(letterPayload({ ...parts, key }));
  const signature = await signBytes(platform, tx.merchantId, keyId, Buffer.from(payload));
  return { payload, keyId, signature, issuedAt: tx.now };
}

async function addresseeOf(platform: Platform, tx: ReadTx, row: LetterRow): Promise<string[]> {
  const { orders } = JSON.parse(row.payload) as LetterPayload;
  for (const { orderId } of orders) {
    const name = await contactName(tx, platform.vault, orderId);
    if (name !== null) return [name.replaceAll(/[\r\n]+/g, " ").slice(0, 200)];
  }
  return [];
}

async function drawn(
  tx: ReadTx,
  { payload: bytes, keyId, signature }: LetterRow,
  shown: Pick<LetterEnvelope, "language" | "addressee">,
): Promise<DrawnLetter> {
  const key = await selectSigningKey(tx, keyId);
  if (key === undefined) throw new Error(`signing key ${keyId} is gone`);
  const payload = JSON.parse(bytes) as LetterPayload;
  const texts = await storedTexts(tx, payload);
  const read = readTexts(payload, texts);
  if (!read.ok) throw new Error(`texts of a letter: ${JSON.stringify(read.problems)}`);
  const envelope: LetterEnvelope = {
    makegood: "letter/1",
    ...shown,
    payload: bytes,
    signature: {
      algorithm: "Ed25519",
      keyId,
      publicKey: signingKeyView(key).publicKey,
      value: signature.toString("base64"),
    },
    texts,
  };
  return { envelope, payload, documents: read.documents.map(({ document }) => document) };
}

/** Each text once, the catalogues first: stored texts never change. */
async function storedTexts(tx: ReadTx, { documents }: LetterPayload): Promise<string[]> {
  const wanted = documents.map(({ id, version }) => ({ policyId: id, version }));
  const rows = wanted.length === 0 ? [] : await selectTexts(tx, wanted);
  const inOrder = wanted.flatMap(({ policyId, version }) =>
    rows.filter((row) => row.policy_id === policyId && row.version === version),
  );
  return [
    ...new Set([
      ...inOrder.map(({ catalogue_text }) => catalogue_text),
      ...inOrder.map(({ text }) => text),
    ]),
  ];
}

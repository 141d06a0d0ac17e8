import { type Language, type Refusal, isRefusal, refuse } from "../../contract/index.ts";
import { personBehind } from "../../merchants/index.ts";
import { readTransaction } from "../../platform/index.ts";
import type { Platform, ReadTx, Tx } from "../../platform/index.ts";
import { floorsFor, taskFloors } from "../floors.ts";
import { proveApart } from "../proof/prover.ts";
import type { ProofRecord, ProofTask } from "../proof/record.ts";
import { deed, lockedFor } from "./drafts.ts";
import { invalid } from "./invalid.ts";
import { faultsOf, readDraft, wordsOf } from "./read-text.ts";
import { type Place, referenceOf, selectDraft, updateProof } from "./store.ts";

/** What was proven outside of any transaction, and of which text. */
export type Proven = { readonly textHash: string; readonly record: ProofRecord };

/** Reads the draft and proves it in the process for proofs. Null where there is no such draft. */
export async function proveDraft(
  platform: Platform,
  merchantId: string,
  place: Place,
  language: Language,
): Promise<Proven | Refusal | null> {
  const task = await readTransaction(platform, merchantId, (tx) => taskOf(tx, place, language));
  if (task === null || isRefusal(task)) return task;
  const { textHash, ...proof } = task;
  const record = await proveApart(proof);
  return isRefusal(record) ? record : { textHash, record };
}

async function taskOf(
  tx: ReadTx,
  place: Place,
  language: Language,
): Promise<(ProofTask & { readonly textHash: string }) | Refusal | null> {
  const row = await selectDraft(tx, place);
  if (row === null) return null;
  const { text, catalogue_text: catalogueText, text_hash: textHash } = row;
  const words = wordsOf(catalogueText, language);
  if (isRefusal(words)) return words;
  const draft = readDraft(text, words, language);
  if (isRefusal(draft)) return draft;
  if (draft.file === null) return invalid(faultsOf(text, catalogueText), language);
  const { document } = draft.file;
  const named = document.kind === "policy" ? document.floors : [];
  const floors = document.kind === "policy" ? await floorsFor(tx, named) : [];
  return { text, catalogueText, textHash, floors: taskFloors(floors) };
}

/** Stores what was proven, if the text is still the one that was read. */
export async function storeProof(
  tx: Tx,
  place: Place,
  proven: Proven | Refusal | null,
): Promise<Place | Refusal> {
  const row = await lockedFor(tx, place, "VerifyPolicy");
  if (isRefusal(row)) return row;
  if (isRefusal(proven)) return proven;
  if (proven === null || row.text_hash !== proven.textHash) {
    return refuse("policy_text_changed", { policy: referenceOf(place) });
  }
  const { record } = proven;
  await updateProof(tx, place, record, await personBehind(tx, tx.actor));
  await deed(tx, "policy.verified", place, {
    proven: record.proven,
    findings: record.findings.length + record.untold,
    hash: record.hash,
  });
  return place;
}

import { faultCount, isRefusal, refuse } from "../../contract/index.ts";
import type { Language, Refusal } from "../../contract/index.ts";
import { personBehind, recordDeed } from "../../merchants/index.ts";
import type { Tx } from "../../platform/index.ts";
import { type PolicyCommand, nextStatus } from "../rules/lifecycle.ts";
import { insertCatalogue, selectTexts } from "../store.ts";
import { type DraftText, readDraft, wordsFor } from "./read-text.ts";
import {
  type DraftRow,
  type Place,
  deleteDraft,
  insertDraft,
  lockDraft,
  referenceOf,
  selectLatest,
  updateReturned,
  updateText,
} from "./store.ts";

export interface GivenText {
  readonly text: string;
  /** The words it is written in, where they are not the product's own. */
  readonly catalogue?: string | undefined;
}

/** A new draft under the id and the version that its text states. */
export async function createDraft(
  tx: Tx,
  given: GivenText,
  language: Language,
): Promise<Place | Refusal> {
  const words = await wordsFor(tx, given.catalogue, null, language);
  if (isRefusal(words)) return words;
  const draft = readDraft(given.text, words, language);
  if (isRefusal(draft)) return draft;
  const taken = await takenBy(tx, draft);
  if (taken !== null) return taken;
  await insertCatalogue(tx, words.hash, words.text);
  if (!(await insertDraft(tx, { ...draft, person: await personBehind(tx, tx.actor) }))) {
    return refuse("policy_version_taken", { policy: referenceOf(draft) }, "/text");
  }
  await told(tx, "policy.drafted", draft);
  return placeOf(draft);
}

/** A published version has its number for good, and a new one is above all before it. */
async function takenBy(tx: Tx, place: Place): Promise<Refusal | null> {
  const policy = referenceOf(place);
  const [published] = await selectTexts(tx, [place]);
  if (published !== undefined) return refuse("policy_version_taken", { policy }, "/text");
  return olderThanPublished(tx, place);
}

export async function olderThanPublished(tx: Tx, place: Place): Promise<Refusal | null> {
  const latest = await selectLatest(tx, place.policyId);
  if (place.version > latest) return null;
  return refuse("policy_version_old", { policy: referenceOf(place), latest }, "/text");
}

/** Another text: whatever was proven or signed of the old one is gone. */
export async function changeDraft(
  tx: Tx,
  place: Place,
  given: GivenText & { readonly replaces: string },
  language: Language,
): Promise<Place | Refusal> {
  const row = await lockedFor(tx, place, "ChangeText");
  if (isRefusal(row)) return row;
  const policy = referenceOf(place);
  if (row.text_hash !== given.replaces) {
    return refuse("policy_text_changed", { policy }, "/replaces");
  }
  const words = await wordsFor(tx, given.catalogue, row.catalogue_hash, language);
  if (isRefusal(words)) return words;
  const draft = readDraft(given.text, words, language);
  if (isRefusal(draft)) return draft;
  if (referenceOf(draft) !== policy) {
    return refuse("policy_place_differs", { policy, found: referenceOf(draft) }, "/text");
  }
  await insertCatalogue(tx, words.hash, words.text);
  await updateText(tx, { ...draft, person: await personBehind(tx, tx.actor) });
  await told(tx, "policy.changed", draft);
  return place;
}

export async function returnDraft(tx: Tx, place: Place): Promise<Place | Refusal> {
  const row = await lockedFor(tx, place, "ReturnToDraft");
  if (isRefusal(row)) return row;
  await updateReturned(tx, place);
  await deed(tx, "policy.returned", place);
  return place;
}

export async function discardDraft(tx: Tx, place: Place): Promise<Refusal | null> {
  const row = await lockedFor(tx, place, "ChangeText");
  if (isRefusal(row)) return row;
  await deleteDraft(tx, place);
  await deed(tx, "policy.discarded", place, { textHash: row.text_hash });
  return null;
}

/** The draft, locked, if its state admits the command; a published version never does here. */
export async function lockedFor(
  tx: Tx,
  place: Place,
  command: PolicyCommand,
): Promise<DraftRow | Refusal> {
  const row = await lockDraft(tx, place);
  if (row === null) return missing(tx, place);
  if (nextStatus(row.status, command) !== null) return row;
  return refuse("policy_state", { policy: referenceOf(place), status: row.status });
}

async function missing(tx: Tx, place: Place): Promise<Refusal> {
  const policy = referenceOf(place);
  const [published] = await selectTexts(tx, [place]);
  if (published === undefined) return refuse("not_found", { what: policy });
  return refuse("policy_state", { policy, status: published.status });
}

/** Written with every step, by whom and with which text. */
export const deed = (
  tx: Tx,
  action: string,
  place: Place,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> => recordDeed(tx, { action, subject: referenceOf(place), detail });

const told = (tx: Tx, action: string, draft: DraftText): Promise<void> =>
  deed(tx, action, draft, { textHash: draft.textHash, faults: faultCount(draft.faults) });

const placeOf = ({ policyId, version }: Place): Place => ({ policyId, version });

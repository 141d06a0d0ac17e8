import { type Refusal, isRefusal, refuse } from "../../contract/index.ts";
import { personBehind, selectProfile } from "../../merchants/index.ts";
import type { Tx } from "../../platform/index.ts";
import { type RuleDocument, isRefusal as isCoreRefusal } from "../../core/index.ts";
import { compileStored } from "../compiled.ts";
import { floorsChanged, floorsFor } from "../floors.ts";
import { nextStatus } from "../rules/lifecycle.ts";
import { selectDefaults, selectMarkets } from "../binding/store.ts";
import { selectPublished, selectTexts, supersede } from "../store.ts";
import { deed, lockedFor, olderThanPublished } from "./drafts.ts";
import {
  type DraftRow,
  type Place,
  deleteDraft,
  insertPublished,
  lockBinding,
  referenceOf,
} from "./store.ts";

/**
 * Publishes what was proven and approved. In the same commit the version before it is superseded:
 * new orders pin the new one, those that pinned an old one keep it.
 */
export async function publishDraft(tx: Tx, place: Place): Promise<Place | Refusal> {
  await lockBinding(tx);
  const row = await lockedFor(tx, place, "PublishPolicy");
  if (isRefusal(row)) return row;
  const document = provenDocument(row);
  const refused =
    (await olderThanPublished(tx, place)) ??
    (await otherFloors(tx, row, document)) ??
    (await withoutContact(tx, place, document));
  if (refused !== null) return refused;
  const { policyId } = place;
  const [before] = await selectPublished(tx, [policyId]);
  await supersede(tx, [policyId]);
  if (!(await insertPublished(tx, place, await personBehind(tx, tx.actor)))) {
    return refuse("policy_version_taken", { policy: referenceOf(place) });
  }
  await deleteDraft(tx, place);
  const supersedes = before?.version ?? null;
  const detail = { hash: row.hash, supersedes, how: row.approved_how, approvedBy: row.approved_by };
  await deed(tx, "policy.published", place, detail);
  tx.emit({
    type: "PolicyPublished",
    subject: referenceOf(place),
    payload: { ...place, hash: row.hash, kind: row.kind, supersedes },
  });
  return place;
}

function provenDocument(row: DraftRow): RuleDocument {
  const { hash, proof_record: record, policy_id: policyId, version } = row;
  if (hash === null || record === null || !record.proven || record.hash !== hash) {
    throw new Error(`\`${policyId}@${version}\` was approved and is not proven`);
  }
  const compiled = compileStored({ ...row, hash }, {});
  if (isCoreRefusal(compiled)) throw new Error(compiled.sentence);
  return compiled.policy.document;
}

/** A proof holds against the floors that it was made with, and against no others. */
async function otherFloors(
  tx: Tx,
  { proof_record: record, policy_id: policyId, version }: DraftRow,
  document: RuleDocument,
): Promise<Refusal | null> {
  if (document.kind === "floor") return null;
  const changed = floorsChanged(record?.floors ?? [], await floorsFor(tx, document.floors));
  if (changed.length === 0) return null;
  const policy = `${policyId}@${version}`;
  return refuse("policy_floors_changed", { policy, floors: changed.join(", ") });
}

/**
 * Who sells at a distance tells consumers its address and how to reach it (消费者权益保护法 art. 28),
 * and terms that name nobody to ask are worth little: a promise to them needs both.
 */
async function withoutContact(
  tx: Tx,
  place: Place,
  { kind, binds }: RuleDocument,
): Promise<Refusal | null> {
  if (kind === "floor" || !binds.includes("consumer")) return null;
  if ((await selectProfile(tx)) !== null) return null;
  return refuse("merchant_contact_missing", { policy: referenceOf(place) });
}

/** Ends a published version without another; what binds by itself is taken out there first. */
export async function withdrawPolicy(tx: Tx, place: Place): Promise<Place | Refusal> {
  await lockBinding(tx);
  const [row] = await selectTexts(tx, [place]);
  const policy = referenceOf(place);
  if (row === undefined) return lockedForWithdrawal(tx, place);
  if (nextStatus(row.status, "WithdrawPolicy") === null) {
    return refuse("policy_state", { policy, status: row.status });
  }
  const use = await usedBy(tx, place.policyId);
  if (use !== null) return refuse("policy_in_use", { policy, use });
  await supersede(tx, [place.policyId]);
  await deed(tx, "policy.withdrawn", place, { hash: row.hash });
  const payload = { ...place, hash: row.hash };
  tx.emit({ type: "PolicyWithdrawn", subject: policy, payload });
  return place;
}

/** A draft is discarded, not withdrawn. */
async function lockedForWithdrawal(tx: Tx, place: Place): Promise<Refusal> {
  const found = await lockedFor(tx, place, "WithdrawPolicy");
  if (isRefusal(found)) return found;
  throw new Error(`the draft \`${referenceOf(place)}\` admits a withdrawal`);
}

async function usedBy(tx: Tx, policyId: string): Promise<string | null> {
  const defaults = await selectDefaults(tx);
  if (defaults.some(({ policy_id }) => policy_id === policyId)) return "policy-set";
  const markets = await selectMarkets(tx);
  const market = markets.find(({ policy_id }) => policy_id === policyId);
  return market === undefined ? null : `market ${market.market}`;
}

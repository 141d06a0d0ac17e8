import { type Refusal, isRefusal, refuse } from "../../contract/index.ts";
import type { ErrorCode } from "../../contract/index.ts";
import { isOnePerson } from "../../merchants/index.ts";
import type { Tx } from "../../platform/index.ts";
import { type SigningProblem, signatureOf, waitMs } from "../rules/approval.ts";
import { deed, lockedFor } from "./drafts.ts";
import { type DraftRow, type Place, referenceOf, updateApproval, updateRequest } from "./store.ts";

/**
 * Tells the staff that a version waits for a second person. For a merchant of one person the wait
 * begins with it; asked for again, it begins anew, so that asking never shortens it.
 */
export async function requestApproval(tx: Tx, place: Place): Promise<Place | Refusal> {
  const row = await lockedFor(tx, place, "RequestApproval");
  if (isRefusal(row)) return row;
  const waits = await isOnePerson(tx);
  await updateRequest(tx, place, waits);
  const waitsUntil = waits ? instantText(tx.now + waitMs) : null;
  await deed(tx, waits ? "policy.wait_begun" : "policy.approval_requested", place, {
    hash: row.hash,
    ...(waitsUntil === null ? {} : { waitsUntil }),
  });
  tx.emit({
    type: "PolicyApprovalRequested",
    subject: referenceOf(place),
    payload: { ...place, hash: row.hash, waitsUntil },
  });
  return place;
}

/** The second signature, or the end of the wait that stands in for it. */
export async function approveDraft(tx: Tx, place: Place): Promise<Place | Refusal> {
  const row = await lockedFor(tx, place, "ApprovePolicy");
  if (isRefusal(row)) return row;
  const { persons, waits_until: waitsUntil } = row;
  const signature = signatureOf({
    by: tx.actor,
    persons,
    waitsUntil,
    isOnePerson: await isOnePerson(tx),
    now: tx.now,
  });
  if (typeof signature !== "string") return notSigned(signature.problem, place, row);
  await updateApproval(tx, place, tx.actor.id, signature);
  await deed(tx, "policy.approved", place, { hash: row.hash, how: signature });
  return place;
}

const codes: Readonly<Record<SigningProblem, ErrorCode>> = {
  person: "person_needed",
  second_person: "policy_second_person",
  wait_missing: "policy_wait_missing",
  wait_running: "policy_wait_running",
};

function notSigned(problem: SigningProblem, place: Place, row: DraftRow): Refusal {
  const until = row.waits_until === null ? "" : instantText(row.waits_until);
  return refuse(codes[problem], { policy: referenceOf(place), until });
}

const instantText = (instant: number): string => new Date(instant).toISOString();

import type { Language } from "../../contract/index.ts";
import type { ReadTx } from "../../platform/index.ts";
import { titleOf } from "../title.ts";
import { type DraftRow, selectWaiting } from "./store.ts";

/** A version that waits for somebody, or for the end of a wait, as the staff sees it. */
export async function policyTasks(tx: ReadTx, language: Language) {
  const rows = await selectWaiting(tx);
  return rows.map((row) => ({
    policyId: row.policy_id,
    version: row.version,
    title: titleOf(row, language),
    task: taskOf(row, tx.now),
    since: instantText(row.approved_at ?? row.requested_at ?? tx.now),
    until: row.waits_until === null ? null : instantText(row.waits_until),
    persons: [...row.persons],
  }));
}

function taskOf({ status, waits_until: until }: DraftRow, now: number) {
  if (status === "approved") return "publish" as const;
  return until !== null && now < until ? ("wait" as const) : ("approve" as const);
}

const instantText = (instant: number): string => new Date(instant).toISOString();

import { refuse } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import { recordDeed } from "../../merchants/index.ts";
import type { ReadTx, Tx } from "../../platform/index.ts";
import { endProblem, lockProblem, selectProblems, upsertProblems } from "../store/problems.ts";
import type { MoneyProblem, ProblemOutcome, ProblemRow } from "../store/problems.ts";

/** Has a person look at what is told of an order's money; the same matter is told once. */
export async function noteProblems(
  tx: Tx,
  orderId: string,
  problems: readonly MoneyProblem[],
): Promise<void> {
  await upsertProblems(tx, orderId, problems);
  for (const { kind, reference, unit, units, otherUnits } of problems) {
    const payload = { orderId, kind, reference, unit, units, otherUnits };
    tx.emit({ type: "MoneyProblemOpened", subject: orderId, payload });
  }
}

/** What a person must still look at about an order. */
export async function openProblems(tx: ReadTx, orderId: string): Promise<MoneyProblem[]> {
  const rows = await selectProblems(tx, { orderId, open: true, before: null, limit: 100 });
  return rows.map(({ kind, reference, unit, units, other_units: otherUnits }) => {
    return { kind, reference, unit, units, otherUnits };
  });
}

/** A person has dealt with it. */
export async function closeProblem(
  tx: Tx,
  problemId: string,
  outcome: ProblemOutcome,
): Promise<ProblemRow | Refusal> {
  const row = await lockProblem(tx, problemId);
  if (row === null) return refuse("not_found", { what: problemId });
  if (row.closed_at !== null) return refuse("money_problem_closed", { what: problemId });
  await endProblem(tx, problemId, outcome);
  const detail = { kind: row.kind, outcome };
  await recordDeed(tx, { action: "money_problem.closed", subject: problemId, detail });
  return { ...row, closed_at: tx.now, closed_by: tx.actor.id, outcome };
}

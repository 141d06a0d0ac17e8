import { canonicalJson } from "../../core/index.ts";
import { refuse } from "../../contract/index.ts";
import type { ErrorCode, Refusal } from "../../contract/index.ts";
import type { Tx } from "../../platform/index.ts";
import { oblige } from "../../treasury/index.ts";
import { isAccepted } from "../rules/outcome.ts";
import type { Ended } from "../rules/outcome.ts";
import type { ClaimProblem } from "../rules/problem.ts";
import { insertDecisions } from "../store/write.ts";

/** Stores the decisions and takes on what they bring. */
export async function carryOut(tx: Tx, claimId: string, { decided }: Ended): Promise<void> {
  const rows = decided.map((one) => ({
    decisionId: tx.newId(),
    orderId: one.order.orderId,
    grounds: one.grounds,
    accepted: isAccepted(one),
    decision: canonicalJson(one.result.decision),
  }));
  await insertDecisions(tx, claimId, rows);
  const orders = decided
    .map(({ order: { orderId }, result: { dues, beside } }) => ({ orderId, dues, beside }))
    .filter(({ dues, beside }) => dues.length + beside.length > 0);
  if (orders.length > 0) await oblige(tx, { claimId, orders });
}

/** The rules' no as the contract says it. */
export const refusalOf = ({ problem, values, field }: ClaimProblem): Refusal =>
  refuse(problem satisfies ErrorCode, values, field ?? undefined);

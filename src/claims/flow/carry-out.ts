import { canonicalJson } from "../../core/index.ts";
import { refuse } from "../../contract/index.ts";
import type { ErrorCode, Refusal } from "../../contract/index.ts";
import type { Tx } from "../../platform/index.ts";
import { oblige, tellConsequences } from "../../treasury/index.ts";
import { isAccepted } from "../rules/outcome.ts";
import type { DecidedOrder, Ended } from "../rules/outcome.ts";
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
  const told = decided.filter((one) => isAccepted(one) && mayChange(one));
  const stands = told.map(({ order: { orderId }, result }) => {
    return { orderId, stands: result.consequences };
  });
  await tellConsequences(tx, claimId, stands);
}

/** Nearly every order brings nothing beside its money, and need not be looked up. */
function mayChange({ order, result }: DecidedOrder): boolean {
  const told = order.facts?.outsideDebits.length !== 0 || order.facts.disputes.length > 0;
  return result.consequences.length > 0 || order.accepted.length > 0 || told;
}

/** The rules' no as the contract says it. */
export const refusalOf = ({ problem, values, field }: ClaimProblem): Refusal =>
  refuse(problem satisfies ErrorCode, values, field ?? undefined);

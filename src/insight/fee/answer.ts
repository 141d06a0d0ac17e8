import { isRefusal, refuse } from "../../contract/index.ts";
import type { Language, Refusal, WireFeePolicy, WireFeeQuestion } from "../../contract/index.ts";
import { PolicyFault, dayMs } from "../../core/index.ts";
import type { CompiledPolicy } from "../../core/index.ts";
import { loadFactsForClaims } from "../../orders/index.ts";
import type { OrderForClaim } from "../../orders/index.ts";
import type { ReadTx } from "../../platform/index.ts";
import { compileVersion, loadBound } from "../../promises/index.ts";
import { instantOf } from "../wire-window.ts";
import { feeReport } from "./run.ts";
import type { FeeReport, FeeRequest } from "./run.ts";

const usualDays = 180;

/**
 * By the policies that are named, else by those that the order is bound by; an order stands still
 * while nobody files.
 */
export async function feeOf(
  tx: ReadTx,
  question: WireFeeQuestion,
  language: Language,
): Promise<FeeReport | Refusal> {
  const { orderId, use = [], costs = {}, facts = [], noticeDays } = question;
  const [order] = await loadFactsForClaims(tx, [orderId]);
  if (order === undefined) return refuse("not_found", { what: orderId });
  const until = instantOf(question.to, "/to");
  if (isRefusal(until)) return until;
  const planned = use.map(({ at, ...units }) => ({ ...units, at: instantOf(at, "/use") }));
  const wrong = planned.map(({ at }) => at).find(isRefusal);
  if (wrong !== undefined) return wrong;
  const policies = await policiesOf(tx, order, question.policies, language);
  if (isRefusal(policies)) return policies;
  const start = order.record.paidAt ?? order.record.orderedAt;
  return told({
    order,
    policies,
    planned: planned.flatMap(({ at, meter, units }) =>
      typeof at === "number" ? [{ at, meter, units }] : [],
    ),
    costs: new Map(Object.entries(costs)),
    facts,
    noticeDays: noticeDays ?? null,
    to: until ?? start + usualDays * dayMs,
  });
}

async function policiesOf(
  tx: ReadTx,
  order: OrderForClaim,
  named: readonly WireFeePolicy[] | undefined,
  language: Language,
): Promise<readonly CompiledPolicy[] | Refusal> {
  if (named === undefined) return loadBound(tx, order.pins, "cancel");
  const policies: CompiledPolicy[] = [];
  for (const [index, each] of named.entries()) {
    const own = order.pins.find(({ policyId }) => policyId === each.policyId);
    const parameters = each.parameters ?? own?.params ?? {};
    const field = `/policies/${index}`;
    const policy = await compileVersion(tx, { ...each, parameters }, language, field);
    if (isRefusal(policy)) return policy;
    if (!policy.document.answers.includes("cancel")) {
      return refuse("fee_policy_unfit", { policy: policy.reference }, field);
    }
    policies.push(policy);
  }
  return policies;
}

/** A draft is not proven yet: what its proof would exclude is told, not thrown. */
function told(request: FeeRequest): FeeReport | Refusal {
  try {
    return feeReport(request);
  } catch (error) {
    if (!(error instanceof PolicyFault)) throw error;
    const names = [error.code, ...error.names].join(", ");
    return refuse("fee_policy_faulty", { policy: error.policy, names }, "/policies");
  }
}

import { dueBeside, owed } from "../../core/index.ts";
import type { Decision, Entitlement, OrderFacts } from "../../core/index.ts";
import type { Language, WireClaimView } from "../../contract/index.ts";
import type { ReadTx } from "../../platform/index.ts";
import type { OrderForClaim } from "../../orders/index.ts";
import { orderMoney } from "../../treasury/index.ts";
import { acceptedDecision } from "../flow/load.ts";
import { selectAccepted } from "../store/read.ts";
import type { DecisionRow } from "../store/read.ts";
import { sentencesOf } from "./explain.ts";
import { stepsOf } from "./steps.ts";

type DecisionView = WireClaimView["decisions"][number];

export interface Viewed {
  readonly kind: string;
  readonly language: Language;
  readonly orders: readonly OrderForClaim[];
}

/** The decisions of one claim, each beside what its whole order is owed by now. */
export async function decisionViews(
  tx: ReadTx,
  rows: readonly DecisionRow[],
  viewed: Viewed,
): Promise<DecisionView[]> {
  const orderIds = rows.map(({ order_id }) => order_id);
  const accepted = await selectAccepted(tx, orderIds);
  return Promise.all(
    rows.map(async (row) => {
      const order = viewed.orders.find(({ orderId }) => orderId === row.order_id);
      if (order === undefined || order.facts === null)
        throw new Error(`decision ${row.decision_id} has no paid order`);
      const ofOrder = accepted.filter(({ order_id }) => order_id === row.order_id);
      const entitlement = owed(order.facts, ofOrder.map(acceptedDecision));
      const states = (await orderMoney(tx, row.order_id))?.tenders ?? [];
      return decisionView(tx, row, order, entitlement, states, viewed);
    }),
  );
}

type TenderState = NonNullable<Awaited<ReturnType<typeof orderMoney>>>["tenders"][number];

async function decisionView(
  tx: ReadTx,
  row: DecisionRow,
  order: OrderForClaim,
  entitlement: Entitlement,
  states: readonly TenderState[],
  { kind, language }: Viewed,
): Promise<DecisionView> {
  const decision = JSON.parse(row.decision) as Decision;
  return {
    decisionId: row.decision_id,
    orderId: row.order_id,
    orderNumber: order.orderNumber,
    accepted: row.accepted,
    decidedAt: new Date(row.decided_at).toISOString(),
    policies: decision.policies.map((policy) => ({ ...policy, params: { ...policy.params } })),
    explanation: await sentencesOf(tx, { decision, accepted: row.accepted }, kind, language),
    decision: row.decision,
    currency: order.currency,
    owedMinor: entitlement.totalMinor,
    steps: stepsOf(entitlement, language),
    besides: dueBeside(entitlement, []).map(({ unit, units }) => ({ unit, units })),
    tenders: entitlement.tenders.map((tender) => tenderView(tender, order.facts, states)),
  };
}

function tenderView(
  { tenderId, unit, refundUnits }: Entitlement["tenders"][number],
  facts: OrderFacts | null,
  states: readonly TenderState[],
): DecisionView["tenders"][number] {
  const state = states.find((candidate) => candidate.tenderId === tenderId);
  const frozen = facts?.tenders.find((candidate) => candidate.tenderId === tenderId);
  return {
    tenderId,
    unit,
    capturedUnits: state?.captured ?? frozen?.units ?? 0,
    owedUnits: refundUnits,
    obligedUnits: state?.obliged ?? 0,
  };
}

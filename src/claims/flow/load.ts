import { calendarOf } from "../../core/index.ts";
import type {
  AcceptedDecision,
  CompiledPolicy,
  Decision,
  FactInput,
  Scope,
} from "../../core/index.ts";
import { knownFacts, loadFactsForClaims } from "../../orders/index.ts";
import type { OrderForClaim } from "../../orders/index.ts";
import type { ReadTx, Tx } from "../../platform/index.ts";
import { loadBound, unsaidOf } from "../../promises/index.ts";
import { lockTenders, readTenders } from "../../treasury/index.ts";
import type { LockedOrder } from "../../treasury/index.ts";
import type { KnownOrder } from "../rules/known-order.ts";
import { selectAccepted, selectNamedUnits } from "../store/read.ts";
import type { DecisionRow } from "../store/read.ts";
import { placeOf } from "./claim.ts";

/** An order that was read, with what later steps want of it. */
export interface LoadedOrder extends KnownOrder {
  readonly order: OrderForClaim;
}

/**
 * Locks the money of the orders, then reads what is known of them. The lock comes first: nothing
 * that another claim writes about these orders can slip between the reading and the decision.
 */
export async function loadOrders(
  tx: Tx,
  orderIds: readonly string[],
  kind: string,
): Promise<LoadedOrder[]> {
  const ids = [...new Set(orderIds)].sort();
  if (ids.length === 0) return [];
  return withMoney(tx, ids, kind, await lockTenders(tx, ids));
}

/** The same without a lock, for whoever shows what would happen and writes nothing. */
export async function readOrders(
  tx: ReadTx,
  orderIds: readonly string[],
  kind: string,
): Promise<LoadedOrder[]> {
  const ids = [...new Set(orderIds)].sort();
  return ids.length === 0 ? [] : withMoney(tx, ids, kind, await readTenders(tx, ids));
}

async function withMoney(
  tx: ReadTx,
  ids: readonly string[],
  kind: string,
  locked: readonly LockedOrder[],
): Promise<LoadedOrder[]> {
  const [orders, accepted, named] = await Promise.all([
    loadFactsForClaims(tx, ids),
    selectAccepted(tx, ids),
    selectNamedUnits(tx, ids),
  ]);
  const units = named.map((row) => ({ ...placeOf(row), claimId: row.claim_id }));
  return Promise.all(orders.map((order) => loaded(tx, order, kind, { locked, accepted, units })));
}

interface Beside {
  readonly locked: readonly LockedOrder[];
  readonly accepted: readonly DecisionRow[];
  readonly units: KnownOrder["named"];
}

async function loaded(
  tx: ReadTx,
  order: OrderForClaim,
  kind: string,
  { locked, accepted, units }: Beside,
): Promise<LoadedOrder> {
  const { orderId } = order;
  const money = locked.find((candidate) => candidate.orderId === orderId);
  return knownOrder(order, await loadBound(tx, order.pins, kind), {
    accepted: accepted.filter((row) => row.order_id === orderId).map(acceptedDecision),
    taken: (money?.tenders ?? []).map(({ tenderId, obliged }) => ({ tenderId, units: obliged })),
    takenBeside: money?.beside ?? [],
    named: units.filter((place) => place.orderId === orderId),
  });
}

/** What claims have brought on an order so far. */
type Brought = Pick<KnownOrder, "accepted" | "taken" | "takenBeside" | "named">;

/** The order as the rules know it, with what its record establishes. */
export function knownOrder(
  order: OrderForClaim,
  policies: readonly CompiledPolicy[],
  brought: Brought,
): LoadedOrder {
  const { orderId, orderNumber, personId, facts, record } = order;
  const calendar = calendarOf(order);
  return {
    ...brought,
    orderId,
    orderNumber,
    personId,
    facts,
    policies,
    unsaid: unsaidByScope(policies),
    calendarVersion: calendar.version,
    order,
    establish: (asked) => {
      if (facts === null) throw new Error(`order ${orderId} is not paid and has no facts`);
      return knownFacts({ facts, record }, { ...asked, policies, calendar });
    },
  };
}

export function acceptedDecision(row: DecisionRow): AcceptedDecision {
  const { heads } = JSON.parse(row.decision) as Decision;
  return { decisionId: row.decision_id, claimId: row.claim_id, corrects: row.corrects, heads };
}

function unsaidByScope(policies: readonly CompiledPolicy[]): KnownOrder["unsaid"] {
  const byScope: Record<Scope, Record<string, FactInput>> = { order: {}, line: {}, packet: {} };
  for (const [name, value] of Object.entries(unsaidOf(policies))) {
    const fact = policies.map(({ document }) => document.facts[name]).find(Boolean);
    if (fact !== undefined) byScope[fact.scope][name] = { state: "event", value };
  }
  return byScope;
}

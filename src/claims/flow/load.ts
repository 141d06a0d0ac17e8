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
import type { DecisionRow, Pinned } from "../store/read.ts";
import { loadEarlier } from "./earlier.ts";
import type { LoadedEarlier } from "./earlier.ts";
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
  pinned: Pinned | null = null,
): Promise<LoadedOrder[]> {
  const ids = [...new Set(orderIds)].sort();
  if (ids.length === 0) return [];
  return withMoney(tx, ids, kind, await lockTenders(tx, ids), pinned);
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
  pinned: Pinned | null = null,
): Promise<LoadedOrder[]> {
  const [orders, accepted, named] = await Promise.all([
    loadFactsForClaims(tx, ids),
    selectAccepted(tx, ids),
    selectNamedUnits(tx, ids),
  ]);
  const earlier = await loadEarlier(tx, accepted, named);
  const units = named.map((row) => ({ ...placeOf(row), claimId: row.claim_id }));
  return Promise.all(
    orders.map((order) => loaded(tx, order, kind, { locked, accepted, units, earlier, pinned })),
  );
}

/** What binds the orders now: kept with a claim that is accepted for a later end. */
export const pinnedOf = ({ now }: Tx, orders: readonly LoadedOrder[]): Pinned => ({
  acceptedAt: now,
  orders: Object.fromEntries(orders.map(({ orderId, order }) => [orderId, order.pins])),
});

interface Beside {
  readonly locked: readonly LockedOrder[];
  readonly accepted: readonly DecisionRow[];
  readonly units: KnownOrder["named"];
  readonly earlier: readonly LoadedEarlier[];
  readonly pinned: Pinned | null;
}

async function loaded(
  tx: ReadTx,
  order: OrderForClaim,
  kind: string,
  { locked, accepted, units, earlier, pinned }: Beside,
): Promise<LoadedOrder> {
  const { orderId } = order;
  const money = locked.find((candidate) => candidate.orderId === orderId);
  return knownOrder(order, await loadBound(tx, pinned?.orders[orderId] ?? order.pins, kind), {
    accepted: accepted.filter((row) => row.order_id === orderId).map(acceptedDecision),
    taken: (money?.tenders ?? []).map(({ tenderId, obliged }) => ({ tenderId, units: obliged })),
    takenBeside: money?.beside ?? [],
    named: units.filter((place) => place.orderId === orderId),
    earlier: earlier.filter(({ orderIds }) => orderIds.has(orderId)),
  });
}

/** What claims have brought on an order so far. */
type Brought = Pick<KnownOrder, "accepted" | "taken" | "takenBeside" | "named" | "earlier">;

/** The order as the rules know it, with what its record establishes. */
export function knownOrder(
  order: OrderForClaim,
  policies: readonly CompiledPolicy[],
  brought: Brought,
): LoadedOrder {
  const { orderId, orderNumber, personId, facts, record, zone } = order;
  const calendar = calendarOf(order);
  return {
    ...brought,
    orderId,
    orderNumber,
    personId,
    zone,
    beganAt: Math.min(
      record.orderedAt,
      ...[record.signedAt, record.paidAt].filter((at) => at !== null),
    ),
    facts,
    policies,
    unsaid: unsaidByScope(policies),
    calendarVersion: calendar.version,
    order,
    establish: (asked) => {
      if (facts === null) throw new Error(`order ${orderId} is not paid and has no facts`);
      const { end, ...rest } = asked;
      const ends = end === null ? { endsAt: null } : end;
      return knownFacts({ facts, record }, { ...rest, ...ends, policies, calendar });
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

import { chinaCalendar } from "../../core/index.ts";
import type {
  AcceptedDecision,
  CompiledPolicy,
  Decision,
  FactInput,
  Instant,
  OrderFacts,
  Scope,
} from "../../core/index.ts";
import { knownFacts, loadFactsForClaims } from "../../orders/index.ts";
import type { OrderForClaim } from "../../orders/index.ts";
import type { ReadTx, Tx } from "../../platform/index.ts";
import { loadBound, unsaidOf } from "../../promises/index.ts";
import { lockTenders } from "../../treasury/index.ts";
import type { LockedOrder } from "../../treasury/index.ts";
import type { OrderCase } from "../rules/assess.ts";
import { factsAt, statedSums } from "../rules/facts.ts";
import type { SaidFact } from "../rules/facts.ts";
import type { Place } from "../rules/units.ts";
import { selectAccepted, selectNamedUnits } from "../store/read.ts";
import type { DecisionRow } from "../store/read.ts";
import { placeOf } from "./claim.ts";

/** An order with all that a claim on it needs to be decided; `facts` is null until it is paid. */
export interface LoadedOrder extends Pick<
  OrderCase,
  "orderId" | "policies" | "unsaid" | "accepted" | "taken" | "takenBeside"
> {
  readonly order: OrderForClaim;
  readonly facts: OrderFacts | null;
  /** Units that claims have named and that were neither refused nor withdrawn. */
  readonly named: readonly (Place & { readonly claimId: string })[];
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
  const locked = await lockTenders(tx, ids);
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
  readonly units: LoadedOrder["named"];
}

async function loaded(
  tx: ReadTx,
  order: OrderForClaim,
  kind: string,
  { locked, accepted, units }: Beside,
): Promise<LoadedOrder> {
  const { orderId, facts } = order;
  const money = locked.find((candidate) => candidate.orderId === orderId);
  const policies = await loadBound(tx, order.pins, kind);
  return {
    orderId,
    order,
    facts,
    policies,
    unsaid: unsaidByScope(policies),
    accepted: accepted.filter((row) => row.order_id === orderId).map(acceptedDecision),
    taken: (money?.tenders ?? []).map(({ tenderId, obliged }) => ({ tenderId, units: obliged })),
    takenBeside: money?.beside ?? [],
    named: units.filter((place) => place.orderId === orderId),
  };
}

export function acceptedDecision(row: DecisionRow): AcceptedDecision {
  const { heads } = JSON.parse(row.decision) as Decision;
  return { decisionId: row.decision_id, claimId: row.claim_id, corrects: row.corrects, heads };
}

export function unsaidByScope(policies: readonly CompiledPolicy[]): OrderCase["unsaid"] {
  const byScope: Record<Scope, Record<string, FactInput>> = { order: {}, line: {}, packet: {} };
  for (const [name, value] of Object.entries(unsaidOf(policies))) {
    const fact = policies.map(({ document }) => document.facts[name]).find(Boolean);
    if (fact !== undefined) byScope[fact.scope][name] = { state: "event", value };
  }
  return byScope;
}

export interface CaseOf {
  readonly claimId: string;
  readonly places: readonly Place[];
  readonly said: readonly SaidFact[];
  readonly receivedAt: Instant;
  /** When the customer wants the contract to end; null for at once. */
  readonly endsAt: Instant | null;
}

/** Adds what the order's own record establishes at the instant at which the claim came. */
export function caseOf(loadedOrder: LoadedOrder, claim: CaseOf): OrderCase {
  const { order, orderId, policies, named, facts } = loadedOrder;
  if (facts === null) throw new Error(`order ${orderId} is not paid and cannot be decided`);
  const others = named.filter(({ claimId }) => claimId !== claim.claimId);
  const known = knownFacts(
    { facts, record: order.record },
    {
      policies,
      items: [...others, ...claim.places.filter((place) => place.orderId === orderId)],
      filedAt: claim.receivedAt,
      endsAt: claim.endsAt,
      calendar: { ...chinaCalendar, zone: order.zone },
      said: (fact, lineId) => factsAt({ orderId, lineId, packetId: null }, {}, claim.said)[fact],
    },
  );
  return {
    ...loadedOrder,
    facts,
    stated: statedSums(orderId, claim.said),
    orderFacts: known.orderFacts,
    lineFacts: (lineId) => known.lineFacts(lineId),
    packetFacts: (packetId) => known.packetFacts(packetId),
  };
}

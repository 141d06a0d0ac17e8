import type { FactValue, Instant } from "../../core/index.ts";
import { timestamp } from "../../platform/index.ts";
import type { ReadTx, Tx } from "../../platform/index.ts";
import type { Pin } from "../../promises/index.ts";
import type { ClaimStatus } from "../rules/lifecycle.ts";

export interface ClaimRow {
  readonly claim_id: string;
  readonly number: string;
  readonly kind: string;
  readonly status: ClaimStatus;
  readonly channel: string;
  readonly language: string;
  readonly reference: string | null;
  readonly person_id: string | null;
  readonly final: boolean;
  /** A chargeback has had a part in what it is owed. */
  readonly disputed: boolean;
  readonly unmatched: string | null;
  readonly refusal_code: string | null;
  readonly refusal_values: Readonly<Record<string, string | number>>;
  readonly pinned: Pinned | null;
  readonly needed: readonly NeededRow[];
  readonly received_at: Instant;
  readonly ends_at: Instant | null;
  readonly decided_at: Instant | null;
  readonly settled_at: Instant | null;
}

/** What bound the orders of a claim when it was accepted for a later end, and when that was. */
export interface Pinned {
  readonly acceptedAt: Instant;
  readonly orders: Readonly<Record<string, readonly Pin[]>>;
}

/** A needed fact as it is kept: the catalogue's words are looked up when it is shown. */
export interface NeededRow {
  readonly orderId: string;
  readonly fact: string;
  readonly lineId: string | null;
  readonly packetId: string | null;
  readonly by: "event" | "customer" | "reviewer";
  readonly proof: readonly string[];
}

const columns = `claim_id, number, kind, status, channel, language, reference, person_id, final,
  disputed, unmatched, refusal_code, needed, received_at, ends_at, decided_at, settled_at,
  refusal_values, pinned`;

const lockStatement = {
  name: "claims_lock",
  text: `select ${columns} from claims where merchant_id = $1 and claim_id = $2 for update`,
};

/** The claim, locked until the transaction ends; undefined where there is none. */
export async function lockClaim(tx: Tx, claimId: string): Promise<ClaimRow | undefined> {
  return (await tx.query<ClaimRow>(lockStatement, [tx.merchantId, claimId]))[0];
}

const lockAllStatement = {
  name: "claims_lock_all",
  text: `select ${columns} from claims
    where merchant_id = $1 and claim_id = any($2::uuid[]) order by claim_id for update`,
};

/** In the order of ids, so that two transactions never wait for each other. */
export const lockClaims = (tx: Tx, claimIds: readonly string[]): Promise<ClaimRow[]> =>
  tx.query<ClaimRow>(lockAllStatement, [tx.merchantId, claimIds]);

const selectStatement = {
  name: "claims_select",
  text: `select ${columns} from claims where merchant_id = $1 and claim_id = $2`,
};

export async function selectClaim(tx: ReadTx, claimId: string): Promise<ClaimRow | undefined> {
  return (await tx.query<ClaimRow>(selectStatement, [tx.merchantId, claimId]))[0];
}

const selectAllStatement = {
  name: "claims_select_all",
  text: `select ${columns} from claims
    where merchant_id = $1 and claim_id = any($2::uuid[]) order by claim_id`,
};

export const selectClaims = (tx: ReadTx, claimIds: readonly string[]): Promise<ClaimRow[]> =>
  tx.query<ClaimRow>(selectAllStatement, [tx.merchantId, claimIds]);

const endedStatement = {
  name: "claims_ended",
  text: `select claim_id from claims
    where merchant_id = $1 and status = 'ending' and ends_at <= $2 order by ends_at limit $3`,
};

/** Claims that wait for an end which has come, the earliest first. */
export const selectEnded = (tx: ReadTx, at: Instant, limit: number) =>
  tx.query<{ claim_id: string }>(endedStatement, [tx.merchantId, timestamp(at), limit]);

const referenceLockStatement = {
  name: "claims_lock_reference",
  text: `select pg_advisory_xact_lock(hashtextextended($1::text || ' ' || $2::text, 110))`,
};

const byReferenceStatement = {
  name: "claims_by_reference",
  text: `select claim_id, kind from claims where merchant_id = $1 and reference = $2`,
};

/** The claim of a reference; while there is none, nobody else can file one until we end. */
export async function lockReference(tx: Tx, reference: string) {
  const values = [tx.merchantId, reference];
  const [, rows] = await Promise.all([
    tx.query(referenceLockStatement, values),
    tx.query<{ claim_id: string; kind: string }>(byReferenceStatement, values),
  ]);
  return rows[0];
}

export interface ItemRow {
  readonly claim_id: string;
  readonly order_id: string;
  readonly line_id: string | null;
  readonly packet_id: string | null;
  readonly from_unit: number;
  readonly to_unit: number;
}

const itemsStatement = {
  name: "claims_items",
  text: `select claim_id, order_id, line_id, packet_id, from_unit, to_unit from claim_items
    where merchant_id = $1 and claim_id = $2 order by ordinal`,
};

export const selectItems = (tx: ReadTx, claimId: string): Promise<ItemRow[]> =>
  tx.query<ItemRow>(itemsStatement, [tx.merchantId, claimId]);

const namedStatement = {
  name: "claims_named_units",
  text: `select i.claim_id, i.order_id, i.line_id, i.packet_id, i.from_unit, i.to_unit
    from claim_items i
    where i.merchant_id = $1 and i.order_id = any($2)
      and (select c.status from claims c
        where c.merchant_id = $1 and c.claim_id = i.claim_id) not in ('refused', 'withdrawn')`,
};

/** Units of these orders that a claim has named and that was neither refused nor withdrawn. */
export const selectNamedUnits = (tx: ReadTx, orderIds: readonly string[]): Promise<ItemRow[]> =>
  tx.query<ItemRow>(namedStatement, [tx.merchantId, orderIds]);

export interface FactRow {
  readonly order_id: string;
  readonly line_id: string | null;
  readonly packet_id: string | null;
  readonly fact: string;
  /** Null where it is not proven. */
  readonly value: FactValue | null;
  readonly state: "claimed" | "attested" | "unproven";
  readonly by_kind: string;
  readonly by_id: string;
  readonly note_record_id: string | null;
  readonly customer_note_record_id: string | null;
  readonly recorded_at: Instant;
}

const factsStatement = {
  name: "claims_facts",
  text: `select order_id, line_id, packet_id, fact, value, state, by_kind, by_id, note_record_id,
      customer_note_record_id, recorded_at
    from claim_facts where merchant_id = $1 and claim_id = $2 order by claim_fact_id`,
};

/** In the order in which they were said: ids rise with time. */
export const selectFacts = (tx: ReadTx, claimId: string): Promise<FactRow[]> =>
  tx.query<FactRow>(factsStatement, [tx.merchantId, claimId]);

const factsOfStatement = {
  name: "claims_facts_of",
  text: `select claim_id, order_id, line_id, packet_id, fact, value, state, by_kind, by_id,
      note_record_id, recorded_at
    from claim_facts where merchant_id = $1 and claim_id = any($2::uuid[]) order by claim_fact_id`,
};

export const selectFactsOf = (tx: ReadTx, claimIds: readonly string[]) =>
  tx.query<FactRow & { readonly claim_id: string }>(factsOfStatement, [tx.merchantId, claimIds]);

export interface DecisionRow {
  readonly decision_id: string;
  readonly claim_id: string;
  readonly order_id: string;
  readonly accepted: boolean;
  readonly corrects: string | null;
  readonly decision: string;
  readonly decided_at: Instant;
}

const decisionColumns = `decision_id, claim_id, order_id, accepted, corrects, decision, decided_at`;

const acceptedStatement = {
  name: "claims_accepted_decisions",
  text: `select ${decisionColumns} from decisions
    where merchant_id = $1 and order_id = any($2) and accepted order by decision_id`,
};

export const selectAccepted = (tx: ReadTx, orderIds: readonly string[]): Promise<DecisionRow[]> =>
  tx.query<DecisionRow>(acceptedStatement, [tx.merchantId, orderIds]);

const decidedOrdersStatement = {
  name: "claims_decided_orders",
  text: `select claim_id, order_id from decisions
    where merchant_id = $1 and claim_id = any($2::uuid[]) and accepted order by decision_id`,
};

/** The orders that accepted decisions of these claims are about. */
export const selectDecidedOrders = (tx: ReadTx, claimIds: readonly string[]) =>
  tx.query<{ claim_id: string; order_id: string }>(decidedOrdersStatement, [
    tx.merchantId,
    claimIds,
  ]);

const decisionsStatement = {
  name: "claims_decisions",
  text: `select ${decisionColumns} from decisions
    where merchant_id = $1 and claim_id = $2 order by decision_id`,
};

export const selectDecisions = (tx: ReadTx, claimId: string): Promise<DecisionRow[]> =>
  tx.query<DecisionRow>(decisionsStatement, [tx.merchantId, claimId]);

export interface OrderName {
  readonly order_number: string;
  readonly zone: string;
}

const ordersStatement = {
  name: "claims_order_names",
  text: `select distinct o.order_number, o.zone
    from claim_items i join orders o using (merchant_id, order_id)
    where i.merchant_id = $1 and i.claim_id = $2 order by o.order_number`,
};

export const selectOrdersOfClaim = (tx: ReadTx, claimId: string): Promise<OrderName[]> =>
  tx.query<OrderName>(ordersStatement, [tx.merchantId, claimId]);

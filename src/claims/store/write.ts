import type { Instant } from "../../core/index.ts";
import { timestamp } from "../../platform/index.ts";
import type { Tx } from "../../platform/index.ts";
import type { SaidFact } from "../rules/facts.ts";
import type { Grounds } from "../rules/grounds.ts";
import type { ClaimStatus } from "../rules/lifecycle.ts";
import type { Pinned } from "./read.ts";
import type { Place } from "../rules/units.ts";

export interface NewClaim {
  readonly claimId: string;
  readonly number: string;
  readonly kind: string;
  readonly status: ClaimStatus;
  readonly channel: string;
  readonly language: string;
  readonly reference: string | null;
  readonly personId: string | null;
  readonly unmatched: string | null;
  readonly refusalCode: string | null;
  readonly pinned: Pinned | null;
  /** Whether a chargeback has a part in what it is owed. */
  readonly disputed: boolean;
  readonly needed: readonly unknown[];
  readonly receivedAt: Instant;
  readonly endsAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly settledAt: Instant | null;
}

const insertClaimStatement = {
  name: "claims_insert_claim",
  text: `with claim as (
      insert into claims (merchant_id, claim_id, number, kind, status, channel, language, reference,
        person_id, unmatched, refusal_code, needed, filed_by_kind, filed_by_id, received_at,
        recorded_at, decided_at, settled_at, ends_at, disputed, pinned)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
        $19, $26, $27))
    insert into claim_items (merchant_id, claim_id, ordinal, order_id, line_id, packet_id,
      from_unit, to_unit)
    select $1, $2, t.* from unnest($20::int[], $21::uuid[], $22::text[], $23::text[], $24::int[],
      $25::int[]) as t`,
};

export async function insertClaim(tx: Tx, claim: NewClaim, places: readonly Place[]) {
  await tx.query(insertClaimStatement, [
    tx.merchantId,
    claim.claimId,
    claim.number,
    claim.kind,
    claim.status,
    claim.channel,
    claim.language,
    claim.reference,
    claim.personId,
    claim.unmatched,
    claim.refusalCode,
    JSON.stringify(claim.needed),
    tx.actor.kind,
    tx.actor.id,
    timestamp(claim.receivedAt),
    timestamp(tx.now),
    timestampOrNull(claim.decidedAt),
    timestampOrNull(claim.settledAt),
    timestampOrNull(claim.endsAt),
    places.map((_, ordinal) => ordinal),
    places.map(({ orderId }) => orderId),
    places.map(({ lineId }) => lineId),
    places.map(({ packetId }) => packetId),
    places.map(({ from }) => from),
    places.map(({ to }) => to),
    claim.disputed,
    claim.pinned === null ? null : JSON.stringify(claim.pinned),
  ]);
}

const insertFactsStatement = {
  name: "claims_insert_facts",
  text: `insert into claim_facts (merchant_id, claim_id, by_kind, by_id, recorded_at,
      note_record_id, customer_note_record_id, claim_fact_id, order_id, line_id, packet_id, fact,
      value, state)
    select $1, $2, $3, $4, $5, $6, $7, t.* from unnest($8::uuid[], $9::uuid[], $10::text[],
      $11::text[], $12::text[], $13::jsonb[], $14::text[]) as t`,
};

/** Free text in the vault: for staff, and for the customer. */
export interface FactNotes {
  readonly noteRecordId: string | null;
  readonly customerNoteRecordId: string | null;
}

const noNotes: FactNotes = { noteRecordId: null, customerNoteRecordId: null };

/** Says nothing where there is nothing to say. */
export async function insertFacts(
  tx: Tx,
  claimId: string,
  facts: readonly SaidFact[],
  { noteRecordId, customerNoteRecordId }: FactNotes = noNotes,
) {
  if (facts.length === 0) return;
  await tx.query(insertFactsStatement, [
    tx.merchantId,
    claimId,
    tx.actor.kind,
    tx.actor.id,
    timestamp(tx.now),
    noteRecordId,
    customerNoteRecordId,
    facts.map(() => tx.newId()),
    facts.map(({ orderId }) => orderId),
    facts.map(({ lineId }) => lineId),
    facts.map(({ packetId }) => packetId),
    facts.map(({ fact }) => fact),
    facts.map(({ value }) => JSON.stringify(value)),
    facts.map(({ state }) => state),
  ]);
}

export interface NewDecision {
  readonly decisionId: string;
  readonly orderId: string;
  readonly accepted: boolean;
  /** Canonical JSON. */
  readonly decision: string;
  readonly grounds: Grounds;
}

const insertDecisionsStatement = {
  name: "claims_insert_decisions",
  text: `insert into decisions (merchant_id, claim_id, decided_at, decision_id, order_id, accepted,
      decision, grounds)
    select $1, $2, $3, t.* from unnest($4::uuid[], $5::uuid[], $6::boolean[], $7::text[],
      $8::jsonb[]) as t`,
};

export async function insertDecisions(tx: Tx, claimId: string, decisions: readonly NewDecision[]) {
  if (decisions.length === 0) return;
  await tx.query(insertDecisionsStatement, [
    tx.merchantId,
    claimId,
    timestamp(tx.now),
    decisions.map(({ decisionId }) => decisionId),
    decisions.map(({ orderId }) => orderId),
    decisions.map(({ accepted }) => accepted),
    decisions.map(({ decision }) => decision),
    decisions.map(({ grounds }) => JSON.stringify(grounds)),
  ]);
}

export interface ClaimMove {
  readonly status: ClaimStatus;
  readonly refusalCode: string | null;
  readonly disputed: boolean;
  readonly needed: readonly unknown[];
  readonly final: boolean;
  readonly decidedAt: Instant | null;
  readonly settledAt: Instant | null;
  /** What the sentence of its refusal names; as it is when left out. */
  readonly refusalValues?: Readonly<Record<string, string | number>>;
  /** What binds a claim that waits for its end; as it is when left out. */
  readonly pinned?: Pinned;
}

const moveStatement = {
  name: "claims_move",
  text: `update claims set status = $3, refusal_code = $4, needed = $5, final = $6,
      decided_at = $7, settled_at = $8, disputed = $9,
      refusal_values = coalesce($10, refusal_values), pinned = coalesce($11, pinned)
    where merchant_id = $1 and claim_id = $2`,
};

export async function moveClaim(tx: Tx, claimId: string, move: ClaimMove) {
  await tx.query(moveStatement, [
    tx.merchantId,
    claimId,
    move.status,
    move.refusalCode,
    JSON.stringify(move.needed),
    move.final,
    timestampOrNull(move.decidedAt),
    timestampOrNull(move.settledAt),
    move.disputed,
    move.refusalValues === undefined ? null : JSON.stringify(move.refusalValues),
    move.pinned === undefined ? null : JSON.stringify(move.pinned),
  ]);
}

const disputedStatement = {
  name: "claims_mark_disputed",
  text: `update claims set disputed = true
    where merchant_id = $1 and claim_id = any($2::uuid[]) and not disputed`,
};

export async function markDisputed(tx: Tx, claimIds: readonly string[]) {
  await tx.query(disputedStatement, [tx.merchantId, claimIds]);
}

const timestampOrNull = (instant: Instant | null) => (instant === null ? null : timestamp(instant));

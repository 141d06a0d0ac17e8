import type { Instant } from "../../core/index.ts";
import type { SaidFact } from "../rules/facts.ts";
import type { ClaimStatus } from "../rules/lifecycle.ts";
import type { Place } from "../rules/units.ts";
import type { ClaimRow, FactRow, ItemRow, Pinned } from "../store/read.ts";

/** A claim as the flow works with it. */
export interface Claim {
  readonly claimId: string;
  readonly number: string;
  readonly kind: string;
  readonly status: ClaimStatus;
  readonly channel: string;
  readonly language: string;
  readonly reference: string | null;
  readonly personId: string | null;
  readonly final: boolean;
  readonly receivedAt: Instant;
  readonly endsAt: Instant | null;
  readonly places: readonly Place[];
  readonly said: readonly SaidFact[];
  /** Of one that was accepted for a later end. */
  readonly pinned: Pinned | null;
}

export function claimOf(
  row: ClaimRow,
  items: readonly ItemRow[],
  facts: readonly FactRow[],
): Claim {
  return {
    claimId: row.claim_id,
    number: row.number,
    kind: row.kind,
    status: row.status,
    channel: row.channel,
    language: row.language,
    reference: row.reference,
    personId: row.person_id,
    final: row.final,
    receivedAt: row.received_at,
    endsAt: row.ends_at,
    places: items.map(placeOf),
    said: facts.map(saidOf),
    pinned: row.pinned,
  };
}

export const placeOf = (row: ItemRow): Place => ({
  orderId: row.order_id,
  lineId: row.line_id,
  packetId: row.packet_id,
  from: row.from_unit,
  to: row.to_unit,
});

export function saidOf(row: FactRow): SaidFact {
  const { fact, value, state } = row;
  const at = { orderId: row.order_id, lineId: row.line_id, packetId: row.packet_id };
  if (state === "unproven" || value === null)
    return { ...at, fact, value: null, state: "unproven" };
  return { ...at, fact, value, state };
}

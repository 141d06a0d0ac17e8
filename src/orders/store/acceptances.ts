import type { Instant } from "../../core/index.ts";
import { timestamp } from "../../platform/index.ts";
import type { ReadTx, Tx } from "../../platform/index.ts";
import type { AcceptedTerms, Pin } from "../../promises/index.ts";

export interface AcceptanceRow {
  readonly acceptance_id: string;
  readonly accepted_at: Instant;
  readonly channel: string;
  readonly means: string;
  readonly language: string;
  readonly policies: readonly AcceptedTerms[];
  readonly later: boolean;
}

export async function selectAcceptances(tx: ReadTx, orderId: string): Promise<AcceptanceRow[]> {
  return tx.query<AcceptanceRow>(
    `select acceptance_id, accepted_at, channel, means, language, policies, later
      from order_acceptances where merchant_id = $1 and order_id = $2 order by acceptance_id`,
    [tx.merchantId, orderId],
  );
}

export async function insertAcceptance(
  tx: Tx,
  orderId: string,
  row: Omit<AcceptanceRow, "acceptance_id">,
): Promise<void> {
  await tx.query(
    `insert into order_acceptances (merchant_id, order_id, acceptance_id, accepted_at, channel,
        means, language, policies, later, recorded_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.merchantId,
      orderId,
      tx.newId(),
      timestamp(row.accepted_at),
      row.channel,
      row.means,
      row.language,
      JSON.stringify(row.policies),
      row.later,
      timestamp(tx.now),
    ],
  );
}

/** What binds the order from now on, accepted by its customer. */
export async function updatePins(tx: Tx, orderId: string, pins: readonly Pin[]): Promise<void> {
  await tx.query(
    `update orders set pins = $3::jsonb, pins_from = 'accepted'
      where merchant_id = $1 and order_id = $2`,
    [tx.merchantId, orderId, JSON.stringify(pins)],
  );
}

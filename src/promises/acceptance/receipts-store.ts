import { timestamp } from "../../platform/index.ts";
import type { Tx } from "../../platform/index.ts";

export interface ReceiptRow {
  readonly receipt_id: string;
  readonly policy_id: string;
  readonly version: number;
  readonly passed: boolean;
  /** The order that was accepted with it. */
  readonly order_id: string | null;
}

/** Held until the commit: two orders with one receipt wait for each other. */
export async function lockReceipts(tx: Tx, receiptIds: readonly string[]): Promise<ReceiptRow[]> {
  if (receiptIds.length === 0) return [];
  return tx.query<ReceiptRow>(
    `select receipt_id, policy_id, version, passed, order_id from policy_receipts
      where merchant_id = $1 and receipt_id = any($2::uuid[]) order by receipt_id for update`,
    [tx.merchantId, receiptIds],
  );
}

export async function updateReceipts(
  tx: Tx,
  receiptIds: readonly string[],
  orderId: string,
): Promise<void> {
  if (receiptIds.length === 0) return;
  await tx.query(
    `update policy_receipts set order_id = $3
      where merchant_id = $1 and receipt_id = any($2::uuid[])`,
    [tx.merchantId, receiptIds, orderId],
  );
}

export interface NewReceipt {
  readonly receiptId: string;
  readonly policyId: string;
  readonly version: number;
  readonly hash: string;
  readonly language: string;
  /** Right or wrong, by question; never who answered. */
  readonly answers: readonly { readonly questionId: string; readonly right: boolean }[];
  readonly passed: boolean;
}

export async function insertReceipt(tx: Tx, receipt: NewReceipt): Promise<void> {
  await tx.query(
    `insert into policy_receipts (merchant_id, receipt_id, policy_id, version, hash, language,
        answers, passed, recorded_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.merchantId,
      receipt.receiptId,
      receipt.policyId,
      receipt.version,
      receipt.hash,
      receipt.language,
      JSON.stringify(receipt.answers),
      receipt.passed,
      timestamp(tx.now),
    ],
  );
}

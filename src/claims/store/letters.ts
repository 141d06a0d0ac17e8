import type { Instant } from "../../core/index.ts";
import { timestamp } from "../../platform/index.ts";
import type { ReadTx, Tx } from "../../platform/index.ts";
import type { Grounds } from "../rules/grounds.ts";

export interface LetterRow {
  /** Canonical JSON: the bytes that are signed. */
  readonly payload: string;
  readonly keyId: string;
  readonly signature: Buffer;
  readonly issuedAt: Instant;
}

export async function selectLetter(tx: ReadTx, claimId: string): Promise<LetterRow | undefined> {
  const [row] = await tx.query<LetterRow>(
    {
      name: "claims_letter",
      text: `select payload, key_id as "keyId", signature, issued_at as "issuedAt"
        from claim_letters where merchant_id = $1 and claim_id = $2`,
    },
    [tx.merchantId, claimId],
  );
  return row;
}

/** False where another request was quicker: a claim has one letter. */
export async function insertLetter(tx: Tx, claimId: string, row: LetterRow): Promise<boolean> {
  const rows = await tx.query(
    `insert into claim_letters (merchant_id, claim_id, payload, key_id, signature, issued_at)
      values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning claim_id`,
    [tx.merchantId, claimId, row.payload, row.keyId, row.signature, timestamp(row.issuedAt)],
  );
  return rows.length === 1;
}

/** By decision; those made before grounds were kept have none. */
export async function selectGrounds(
  tx: ReadTx,
  claimId: string,
): Promise<ReadonlyMap<string, Grounds | null>> {
  const rows = await tx.query<{ readonly decisionId: string; readonly grounds: Grounds | null }>(
    `select decision_id as "decisionId", grounds from decisions
      where merchant_id = $1 and claim_id = $2`,
    [tx.merchantId, claimId],
  );
  return new Map(rows.map(({ decisionId, grounds }) => [decisionId, grounds]));
}

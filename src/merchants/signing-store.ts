import { timestamp } from "../platform/index.ts";
import type { ReadTx, Tx } from "../platform/index.ts";

export interface SigningKeyRow {
  readonly keyId: string;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Buffer;
  readonly createdAt: number;
  readonly retiredAt: number | null;
}

const columns = `key_id as "keyId", public_key as "publicKey", created_at as "createdAt",
  retired_at as "retiredAt"`;

export const selectSigningKeys = (tx: ReadTx): Promise<SigningKeyRow[]> =>
  tx.query<SigningKeyRow>(
    `select ${columns} from signing_keys where merchant_id = $1 order by created_at desc, key_id`,
    [tx.merchantId],
  );

export async function selectSigningKey(
  tx: ReadTx,
  keyId: string,
): Promise<SigningKeyRow | undefined> {
  const [row] = await tx.query<SigningKeyRow>(
    `select ${columns} from signing_keys where merchant_id = $1 and key_id = $2`,
    [tx.merchantId, keyId],
  );
  return row;
}

export async function selectActiveKey(tx: ReadTx): Promise<SigningKeyRow | undefined> {
  const [row] = await tx.query<SigningKeyRow>(
    {
      name: "select-active-signing-key",
      text: `select ${columns} from signing_keys where merchant_id = $1 and retired_at is null`,
    },
    [tx.merchantId],
  );
  return row;
}

/** False where another process was quicker: a merchant has one active key. */
export async function insertSigningKey(
  tx: Tx,
  { keyId, publicKey, createdAt }: SigningKeyRow,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into signing_keys (merchant_id, key_id, public_key, created_at)
      values ($1, $2, $3, $4) on conflict (merchant_id) where retired_at is null do nothing
      returning key_id`,
    [tx.merchantId, keyId, publicKey, timestamp(createdAt)],
  );
  return rows.length === 1;
}

/** The id of the key that was active; undefined where there was none yet. */
export async function retireActiveKey(tx: Tx): Promise<string | undefined> {
  const [row] = await tx.query<{ keyId: string }>(
    `update signing_keys set retired_at = $2 where merchant_id = $1 and retired_at is null
      returning key_id as "keyId"`,
    [tx.merchantId, timestamp(tx.now)],
  );
  return row?.keyId;
}

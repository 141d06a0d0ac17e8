import type { Right } from "../contract/index.ts";
import { timestamp } from "../platform/index.ts";
import type { ReadTx, Tx } from "../platform/index.ts";

export interface MerchantRow {
  readonly merchantId: string;
  readonly slug: string;
  readonly name: string;
  readonly zone: string;
  readonly onePerson: boolean;
  readonly financial: boolean;
  readonly defaultPolicySetId: string | null;
}

/** False when the slug is another merchant's. */
export async function insertRoute(tx: Tx, slug: string): Promise<boolean> {
  const rows = await tx.query(
    `insert into merchant_routes (slug, merchant_id) values ($1, $2)
     on conflict do nothing returning slug`,
    [slug, tx.merchantId],
  );
  return rows.length === 1;
}

export async function insertMerchant(tx: Tx, row: Omit<MerchantRow, "merchantId">) {
  await tx.query(
    `insert into merchants
       (merchant_id, slug, name, zone, one_person, financial, default_policy_set_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      tx.merchantId,
      row.slug,
      row.name,
      row.zone,
      row.onePerson,
      row.financial,
      row.defaultPolicySetId,
      timestamp(tx.now),
    ],
  );
}

export async function selectMerchant(tx: ReadTx): Promise<MerchantRow | null> {
  const [row] = await tx.query<MerchantRow>(
    {
      name: "select-merchant",
      text: `select merchant_id as "merchantId", slug, name, zone, one_person as "onePerson",
          financial, default_policy_set_id as "defaultPolicySetId"
        from merchants where merchant_id = $1`,
    },
    [tx.merchantId],
  );
  return row ?? null;
}

export async function updateDefaultPolicySet(tx: Tx, policySetId: string): Promise<void> {
  await tx.query("update merchants set default_policy_set_id = $2 where merchant_id = $1", [
    tx.merchantId,
    policySetId,
  ]);
}

export interface StaffRow {
  readonly staffId: string;
  readonly signInName: string;
  readonly displayName: string;
  readonly rights: Right[];
  readonly createdAt: number;
}

/** False when the sign-in name is taken, by whichever merchant. */
export async function insertStaffRoute(
  tx: Tx,
  nameHash: Buffer,
  staffId: string,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into staff_routes (name_hash, merchant_id, staff_id) values ($1, $2, $3)
     on conflict do nothing returning staff_id`,
    [nameHash, tx.merchantId, staffId],
  );
  return rows.length === 1;
}

export async function insertStaff(tx: Tx, row: StaffRow, passwordHash: string): Promise<void> {
  await tx.query(
    `insert into staff
       (merchant_id, staff_id, sign_in_name, display_name, password_hash, rights, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      tx.merchantId,
      row.staffId,
      row.signInName,
      row.displayName,
      passwordHash,
      row.rights,
      timestamp(row.createdAt),
    ],
  );
}

const staffColumns = `staff_id as "staffId", sign_in_name as "signInName",
  display_name as "displayName", rights, created_at as "createdAt"`;

export async function selectStaff(
  tx: ReadTx,
  staffId: string,
): Promise<(StaffRow & { readonly passwordHash: string }) | null> {
  const [row] = await tx.query<StaffRow & { passwordHash: string }>(
    `select ${staffColumns}, password_hash as "passwordHash" from staff
     where merchant_id = $1 and staff_id = $2`,
    [tx.merchantId, staffId],
  );
  return row ?? null;
}

export async function listStaff(
  tx: ReadTx,
  before: string | null,
  limit: number,
): Promise<StaffRow[]> {
  return tx.query<StaffRow>(
    `select ${staffColumns} from staff
     where merchant_id = $1 and ($2::uuid is null or staff_id < $2)
     order by staff_id desc limit $3`,
    [tx.merchantId, before, limit],
  );
}

export interface ApiKeyRow {
  readonly keyId: string;
  readonly label: string;
  readonly shownPrefix: string;
  readonly rights: Right[];
  readonly createdAt: number;
  readonly revokedAt: number | null;
}

export async function insertApiKey(tx: Tx, row: ApiKeyRow): Promise<void> {
  await tx.query(
    `insert into api_keys
       (merchant_id, key_id, label, shown_prefix, rights, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      tx.merchantId,
      row.keyId,
      row.label,
      row.shownPrefix,
      row.rights,
      tx.actor.kind === "system" ? tx.merchantId : tx.actor.id,
      timestamp(row.createdAt),
    ],
  );
}

export async function listApiKeys(
  tx: ReadTx,
  before: string | null,
  limit: number,
): Promise<ApiKeyRow[]> {
  return tx.query<ApiKeyRow>(
    `select key_id as "keyId", label, shown_prefix as "shownPrefix", rights,
       created_at as "createdAt", revoked_at as "revokedAt"
     from api_keys where merchant_id = $1 and ($2::uuid is null or key_id < $2)
     order by key_id desc limit $3`,
    [tx.merchantId, before, limit],
  );
}

/** `absent` when there is no such key, `before` when it was revoked already. */
export async function markKeyRevoked(tx: Tx, keyId: string): Promise<"now" | "before" | "absent"> {
  const [row] = await tx.query<{ revokedAt: number | null }>(
    `select revoked_at as "revokedAt" from api_keys
     where merchant_id = $1 and key_id = $2 for update`,
    [tx.merchantId, keyId],
  );
  if (row === undefined) return "absent";
  if (row.revokedAt !== null) return "before";
  await tx.query("update api_keys set revoked_at = $3 where merchant_id = $1 and key_id = $2", [
    tx.merchantId,
    keyId,
    timestamp(tx.now),
  ]);
  return "now";
}

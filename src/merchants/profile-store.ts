import type { MerchantProfile } from "../contract/index.ts";
import { timestamp } from "../platform/index.ts";
import type { ReadTx, Tx } from "../platform/index.ts";

interface ProfileRow extends Omit<MerchantProfile, "complaints"> {
  readonly complaintsPhone: string | null;
  readonly complaintsEmail: string | null;
  readonly changedAt: number;
}

export type StoredProfile = MerchantProfile & { readonly changedAt: number };

/** Null where the merchant has not stated any. */
export async function selectProfile(tx: ReadTx): Promise<StoredProfile | null> {
  const [row] = await tx.query<ProfileRow>(
    {
      name: "select-merchant-profile",
      text: `select registered_name as "registeredName", address, phone, email, hours, website,
          complaints_phone as "complaintsPhone", complaints_email as "complaintsEmail",
          changed_at as "changedAt"
        from merchant_profiles where merchant_id = $1`,
    },
    [tx.merchantId],
  );
  if (row === undefined) return null;
  const { complaintsPhone: phone, complaintsEmail: email, ...rest } = row;
  const complaints = phone === null && email === null ? null : { phone, email };
  return { ...rest, complaints };
}

export async function upsertProfile(tx: Tx, profile: MerchantProfile): Promise<void> {
  const { registeredName, address, phone, email, hours, website, complaints } = profile;
  await tx.query(
    `insert into merchant_profiles (merchant_id, registered_name, address, phone, email, hours,
        website, complaints_phone, complaints_email, changed_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      on conflict (merchant_id) do update set registered_name = excluded.registered_name,
        address = excluded.address, phone = excluded.phone, email = excluded.email,
        hours = excluded.hours, website = excluded.website,
        complaints_phone = excluded.complaints_phone,
        complaints_email = excluded.complaints_email, changed_at = excluded.changed_at`,
    [
      tx.merchantId,
      registeredName,
      address,
      phone,
      email,
      hours === null ? null : JSON.stringify(hours),
      website,
      complaints?.phone ?? null,
      complaints?.email ?? null,
      timestamp(tx.now),
    ],
  );
}

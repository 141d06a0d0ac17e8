import type { Actor, ReadTx } from "../platform/index.ts";

/** A person behind what is done: a key stands for whoever made it; null is the system. */
export async function personBehind(tx: ReadTx, { kind, id }: Actor): Promise<string | null> {
  if (kind === "system") return null;
  if (kind !== "key") return id;
  const [row] = await tx.query<{ created_by: string }>(
    "select created_by from api_keys where merchant_id = $1 and key_id = $2",
    [tx.merchantId, id],
  );
  return row?.created_by ?? id;
}

/**
 * Whether one person runs the merchant: it was declared, and no second member of staff may approve.
 * The declaration alone would let two persons go around each other.
 */
export async function isOnePerson(tx: ReadTx): Promise<boolean> {
  const [row] = await tx.query<{ declared: boolean }>(
    "select one_person as declared from merchants where merchant_id = $1",
    [tx.merchantId],
  );
  return row?.declared === true && (await countApprovers(tx)) <= 1;
}

/** Members of staff who may approve. */
export async function countApprovers(tx: ReadTx): Promise<number> {
  const [row] = await tx.query<{ approvers: number }>(
    `select count(*)::integer as approvers from staff
      where merchant_id = $1 and 'approve' = any (rights)`,
    [tx.merchantId],
  );
  return row?.approvers ?? 0;
}

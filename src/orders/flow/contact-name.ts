import type { ReadTx, Vault } from "../../platform/index.ts";
import { selectHead } from "../store/views.ts";

/** How the customer of an order is called; null where no name is known, or none any more. */
export async function contactName(
  tx: ReadTx,
  vault: Vault,
  orderId: string,
): Promise<string | null> {
  const recordId = (await selectHead(tx, orderId))?.contact_record_id ?? null;
  const text = recordId === null ? null : await vault.get(tx, recordId);
  if (text === null) return null;
  return (JSON.parse(text) as { readonly name: string | null }).name;
}

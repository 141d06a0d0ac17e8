import type { RuleDocument } from "../core/index.ts";
import { selectMerchant } from "../merchants/index.ts";
import type { ReadTx } from "../platform/index.ts";

/** A floor for merchants under financial supervision binds those alone that are marked so. */
export const isForFinancial = (document: RuleDocument | null): boolean =>
  document?.kind === "floor" && document.merchants === "financial";

/** Of these floors the ones that are for this merchant, which is looked at only where one asks. */
export async function forThisMerchant<T>(
  tx: ReadTx,
  floors: readonly T[],
  documentOf: (floor: T) => RuleDocument | null,
): Promise<T[]> {
  const isSpecial = (floor: T): boolean => isForFinancial(documentOf(floor));
  if (!floors.some(isSpecial)) return [...floors];
  const merchant = await selectMerchant(tx);
  return floors.filter((floor) => merchant?.financial === true || !isSpecial(floor));
}

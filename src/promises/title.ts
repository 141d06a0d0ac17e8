import { isRefusal } from "../core/index.ts";
import type { Language } from "../contract/index.ts";
import { compileStored } from "./compiled.ts";
import type { StoredText } from "./compiled.ts";

/** What people call a version; its id where its text has faults, or no title. */
export function titleOf(
  row: Omit<StoredText, "hash"> & { readonly hash: string | null; readonly policy_id: string },
  language: Language,
): string {
  const { policy_id: policyId, hash } = row;
  if (hash === null) return policyId;
  const compiled = compileStored({ ...row, hash }, {});
  if (isRefusal(compiled)) return policyId;
  return compiled.policy.document.title?.[language] ?? policyId;
}

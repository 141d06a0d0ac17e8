import { isRefusal } from "../core/index.ts";
import type { Language } from "../contract/index.ts";
import { compileStored } from "./compiled.ts";
import type { TextRow, VersionRow } from "./store.ts";

/** What people call a version; its id where the document has no title. */
export function titleOf(
  texts: readonly TextRow[],
  { policy_id, version }: VersionRow,
  language: Language,
): string {
  const row = texts.find((each) => each.policy_id === policy_id && each.version === version);
  const compiled = row === undefined ? null : compileStored(row, {});
  if (compiled === null || isRefusal(compiled)) return policy_id;
  return compiled.policy.document.title?.[language] ?? policy_id;
}

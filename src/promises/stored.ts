import { type Refusal, refuse } from "../contract/index.ts";
import type { Language } from "../contract/index.ts";
import { type CompiledPolicy, isRefusal as isCoreRefusal } from "../core/index.ts";
import type { ReadTx } from "../platform/index.ts";
import { compileStored } from "./compiled.ts";
import { invalid } from "./life/invalid.ts";
import { faultsOf } from "./life/read-text.ts";
import { type Place, referenceOf, selectDraft } from "./life/store.ts";
import { selectTexts } from "./store.ts";

/** A version's text and the words that it is written in; no hash where the text has faults. */
export interface StoredVersion {
  readonly text: string;
  readonly catalogue_text: string;
  readonly catalogue_hash: string;
  readonly hash: string | null;
}

/** A version, published or on its way; null where the merchant has none such. */
export async function storedVersion(tx: ReadTx, place: Place): Promise<StoredVersion | null> {
  const [published] = await selectTexts(tx, [place]);
  return published ?? selectDraft(tx, place);
}

export interface NamedVersion extends Place {
  readonly parameters?: Readonly<Record<string, string>>;
}

/**
 * A version that somebody names, published or on its way, as it would decide. What is not proven
 * can have a gap: the evaluator then throws a PolicyFault.
 */
export async function compileVersion(
  tx: ReadTx,
  named: NamedVersion,
  language: Language,
  field: string,
): Promise<CompiledPolicy | Refusal> {
  const row = await storedVersion(tx, named);
  const policy = referenceOf(named);
  if (row === null) return refuse("not_found", { what: policy }, field);
  const { hash } = row;
  if (hash === null) return invalid(faultsOf(row.text, row.catalogue_text), language, field);
  const compiled = compileStored({ ...row, hash }, named.parameters ?? {});
  if (!isCoreRefusal(compiled)) return compiled.policy;
  return refuse("policy_parameter_invalid", { policy, reason: compiled.sentence }, field);
}

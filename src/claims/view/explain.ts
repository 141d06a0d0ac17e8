import { explainDecision } from "../../core/index.ts";
import type { CompiledPolicy, Decision } from "../../core/index.ts";
import type { Language } from "../../contract/index.ts";
import type { ReadTx } from "../../platform/index.ts";
import { loadBound } from "../../promises/index.ts";

/** The documents that a decision names, as they were when it was made. */
function policiesOf(tx: ReadTx, { policies }: Decision, kind: string): Promise<CompiledPolicy[]> {
  const pins = policies.map(({ id, ...pin }) => ({ policyId: id, ...pin }));
  return loadBound(tx, pins, kind);
}

/**
 * Every sentence of a decision in the reader's language, each said once. `accepted`: whether the
 * claim brings what it answers.
 */
export async function sentencesOf(
  tx: ReadTx,
  { decision, accepted }: { readonly decision: Decision; readonly accepted: boolean },
  kind: string,
  language: Language,
): Promise<string[]> {
  const policies = await policiesOf(tx, decision, kind);
  const documents = policies.map(({ document }) => document);
  const heads = explainDecision(decision, documents, language, accepted);
  const sentences = heads.flatMap(({ items }) => items.flatMap((item) => item.sentences));
  return [...new Set(sentences.map(({ text }) => text))];
}

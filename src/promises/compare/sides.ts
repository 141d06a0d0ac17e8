import { isRefusal, refuse } from "../../contract/index.ts";
import type {
  Language,
  Refusal,
  WireComparedPolicy,
  WireCompareQuestion,
} from "../../contract/index.ts";
import { type Example, isCurrency } from "../../core/index.ts";
import type { ReadTx } from "../../platform/index.ts";
import { referenceOf } from "../life/store.ts";
import { shippedPolicies } from "../shipped.ts";
import { selectPublished } from "../store.ts";
import { storedVersion } from "../stored.ts";
import type { CompareTask, ComparedSide, ComparedText } from "./task.ts";

/** What a question is about, with every text that it names read from the store. */
export async function compareTask(
  tx: ReadTx,
  question: WireCompareQuestion,
  language: Language,
): Promise<CompareTask | Refusal> {
  const example = exampleOf(question);
  if (isRefusal(example)) return example;
  const before = await sideOf(tx, question.before, "/before");
  if (isRefusal(before)) return before;
  const after = await sideOf(tx, question.after, "/after");
  if (isRefusal(after)) return after;
  const beside: ComparedText[] = [];
  for (const [index, named] of (question.beside ?? []).entries()) {
    const text = await besideOf(tx, named, `/beside/${index}`);
    if (isRefusal(text)) return text;
    beside.push(text);
  }
  return { before, after, beside, example, language };
}

function exampleOf({ example }: WireCompareQuestion): Example | null | Refusal {
  if (example === undefined) return null;
  const { amountMinor, currency } = example;
  if (isCurrency(currency)) return { amountMinor, currency };
  return refuse("currency_unknown", { currency }, "/example/currency");
}

async function sideOf(
  tx: ReadTx,
  side: WireComparedPolicy,
  field: string,
): Promise<ComparedSide | Refusal> {
  const params = side.parameters ?? {};
  const paramsField = `${field}/parameters`;
  if ("document" in side) {
    const catalogueText = side.catalogue ?? shippedPolicies().words.text;
    const fields = { field: `${field}/document`, catalogueField: `${field}/catalogue` };
    return { text: side.document, catalogueText, ...fields, params, paramsField };
  }
  const stored = await storedText(tx, side, field);
  return isRefusal(stored) ? stored : { ...stored, params, paramsField };
}

async function storedText(
  tx: ReadTx,
  place: { readonly policyId: string; readonly version: number },
  field: string,
): Promise<ComparedText | Refusal> {
  const row = await storedVersion(tx, place);
  if (row === null) return refuse("not_found", { what: referenceOf(place) }, field);
  return { text: row.text, catalogueText: row.catalogue_text, field, catalogueField: field };
}

async function besideOf(
  tx: ReadTx,
  named: { readonly policyId: string; readonly version?: number },
  field: string,
): Promise<ComparedText | Refusal> {
  const { policyId, version } = named;
  if (version !== undefined) return storedText(tx, { policyId, version }, field);
  const [row] = await selectPublished(tx, [policyId]);
  if (row === undefined) return refuse("policy_unknown", { policy: policyId }, field);
  return { text: row.text, catalogueText: row.catalogue_text, field, catalogueField: field };
}

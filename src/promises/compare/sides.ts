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
  const named = namedBy(side, field);
  if (isRefusal(named)) return named;
  if ("document" in named) {
    const catalogueText = side.catalogue ?? shippedPolicies().words.text;
    const fields = { field: `${field}/document`, catalogueField: `${field}/catalogue` };
    return { text: named.document, catalogueText, ...fields, params, paramsField };
  }
  const stored = await storedText(tx, named, field);
  return isRefusal(stored) ? stored : { ...stored, params, paramsField };
}

type StoredPlace = { readonly policyId: string; readonly version: number };

/** Exactly one of the two ways to name a side, whole. */
function namedBy(
  { policyId, version, document, catalogue }: WireComparedPolicy,
  field: string,
): StoredPlace | { readonly document: string } | Refusal {
  if (document !== undefined) {
    if (policyId === undefined && version === undefined) return { document };
    const reason = `\`${field}\` names a stored version and a \`document\`: give one of them`;
    return refuse("invalid_request", { reason }, field);
  }
  if (policyId === undefined && version === undefined) {
    const reason = `\`${field}\` needs \`policyId\` with \`version\`, or a \`document\``;
    return refuse("invalid_request", { reason }, field);
  }
  if (policyId === undefined) return missing(`${field}/policyId`);
  if (version === undefined) return missing(`${field}/version`);
  if (catalogue === undefined) return { policyId, version };
  const place = `${field}/catalogue`;
  const reason = `\`${place}\` goes with a \`document\`: a stored version has its own`;
  return refuse("invalid_request", { reason }, place);
}

const missing = (place: string): Refusal =>
  refuse("invalid_request", { reason: `\`${place}\` is missing` }, place);

async function storedText(
  tx: ReadTx,
  place: StoredPlace,
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

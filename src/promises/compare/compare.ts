import {
  type Language,
  type PolicyFile,
  type Refusal,
  isRefusal,
  readCatalogueFile,
  readPolicyFile,
  refuse,
} from "../../contract/index.ts";
import {
  type Combination,
  type Diff,
  type DiffRefusal,
  combinations,
  diff,
  isDiffRefusal,
  tellDiffRefusal,
} from "../../core/index.ts";
import { invalid } from "../life/invalid.ts";
import type { CompareTask, ComparedText, Comparison } from "./task.ts";
import { comparisonView } from "./view.ts";

/** Reads both sides and what is beside them, compares and tells: seconds of work for wide ones. */
export function compare(task: CompareTask): Comparison {
  const { language, before, after, beside } = task;
  const read: PolicyFile[] = [];
  for (const text of [before, after, ...beside]) {
    const file = fileOf(text, language);
    if (isRefusal(file)) return file;
    read.push(file);
  }
  const [one, other, ...rest] = read;
  if (one === undefined || other === undefined) throw new RangeError("two texts are compared");
  const together = rest.map(({ document }) => document);
  const example = task.example === null ? {} : { example: task.example };
  const found = diff(one.document, other.document, {
    together,
    ...example,
    params: { before: before.params, after: after.params },
    carried: [one.carried, other.carried],
  });
  if (isDiffRefusal(found)) return refused(found, task, one);
  const combined =
    together.length === 0 ? null : combinations([other.document, ...together], example);
  if (combined !== null && isDiffRefusal(combined)) return refused(combined, task, one);
  return viewOf(found, combined, read, language);
}

function fileOf({ text, catalogueText, ...at }: ComparedText, language: Language) {
  const words = readCatalogueFile(catalogueText);
  if (!words.ok) return invalid(words.problems, language, at.catalogueField);
  const reading = readPolicyFile(text, words.value);
  return reading.ok ? reading.value : invalid(reading.problems, language, at.field);
}

function viewOf(
  found: Diff,
  combined: readonly Combination[] | null,
  read: readonly PolicyFile[],
  language: Language,
) {
  const documents = read.map(({ document }) => document);
  return comparisonView({ found, combined, documents, language });
}

function refused(
  found: DiffRefusal,
  { before, after, language }: CompareTask,
  { document }: PolicyFile,
): Refusal {
  const [policy = "", reason = ""] = found.names;
  if (found.refusal !== "parameter") {
    return refuse("policies_not_comparable", { reason: tellDiffRefusal(found, language) });
  }
  const isFirst = policy === `${document.id}@${document.version}`;
  const field = isFirst ? before.paramsField : after.paramsField;
  return refuse("policy_parameter_invalid", { policy, reason }, field);
}

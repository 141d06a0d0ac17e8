import type { ItemTrace, NearestPaying } from "../decide/decision.ts";
import type { RuleDocument } from "../model.ts";
import { own } from "../own.ts";
import { tellNeeded } from "../tell/phrase.ts";
import type { Language } from "../texts.ts";
import { type Word, say } from "../tell/words.ts";
import { begun } from "../terms/page-words.ts";
import { titleOf } from "./cite.ts";

export type Sentence = {
  /** What the sentence does: the answer, its clause, its arithmetic, a refusal's grounds. */
  readonly kind: "answer" | "because" | "arithmetic" | "why" | "nearest" | "others";
  readonly text: string;
};

type Find = (reference: string) => RuleDocument;
type Missing = NearestPaying["missing"];

/** The grounds of an answer of nothing: its reason, what would change it, what else was asked. */
export function explainWhy(
  { why, policy, nearest, others, parts }: ItemTrace,
  base: string,
  find: Find,
  language: Language,
): Sentence[] {
  if (why === null) return [];
  const whys = new Set([why, ...(parts ?? []).flatMap((part) => part.why ?? [])]);
  const reasons = [...whys].map((each) => tellReason(find(policy), each, language));
  // A document that states deadlines and duties alone could not have given anything.
  const asked = others.map(({ policy: reference }) => find(reference));
  const silent = asked
    .filter(({ heads }) => heads.length > 0)
    .map((document) => say("document_name", language, { document: titleOf(document, language) }));
  const documents = silent.join(say("between_documents", language));
  return [
    ...reasons.map((reason) => ({ kind: "why" as const, text: say("why", language, { reason }) })),
    ...(nearest === null ? [] : tellNearest(nearest, find(nearest.policy), base, language)),
    ...(silent.length === 0
      ? []
      : [{ kind: "others" as const, text: say("others_nothing", language, { documents }) }]),
  ];
}

export function tellReason(document: RuleDocument, why: string, language: Language): string {
  const known = own(document.reasons, why)?.text[language];
  return known ?? (why === "nothing_left" ? say("nothing_left", language) : why);
}

/**
 * What is missing is said whole: what evidence or another choice can still bring is asked for only
 * where nothing else is missing, and else stands beside what time or the order has settled.
 */
function tellNearest(
  { missing }: NearestPaying,
  document: RuleDocument,
  base: string,
  language: Language,
): Sentence[] {
  const told = missing.flatMap(({ fact: name, needed }) => {
    const fact = own(document.facts, name);
    return fact === undefined ? [] : [tellNeeded(fact, needed, language)];
  });
  if (told.length === 0) return [];
  const conditions = told.join(say("between_conditions", language));
  const text = say(nearestWord(missing), language, { base, conditions });
  return [{ kind: "nearest", text: begun(text, language) }];
}

function nearestWord(missing: Missing): Word {
  if (missing.every(({ change }) => change === "evidence")) return "nearest_open";
  if (missing.every(({ change }) => change === "wish")) return "nearest_wish";
  return missing.length === 1 ? "nearest_needs" : "nearest_needs_all";
}

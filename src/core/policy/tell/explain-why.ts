import type { ItemTrace, NearestPaying } from "../decide/decision.ts";
import type { RuleDocument } from "../model.ts";
import { own } from "../own.ts";
import { tellNeeded } from "./phrase.ts";
import type { Language } from "../texts.ts";
import { type Word, say } from "./words.ts";

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
    ...(nearest === null ? [] : tellNearest(nearest, find(nearest.policy), language)),
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
 * What is fixed comes first: as long as some of it is missing, evidence alone would not help.
 */
function tellNearest(
  { missing }: NearestPaying,
  document: RuleDocument,
  language: Language,
): Sentence[] {
  const groups: [Word, Missing][] = [
    ["nearest_fixed", missing.filter(({ change }) => change === "time" || change === "fixed")],
    ["nearest_open", missing.filter(({ change }) => change === "evidence")],
    ["nearest_wish", missing.filter(({ change }) => change === "wish")],
  ];
  const [fixed] = groups;
  const told = fixed !== undefined && fixed[1].length > 0 ? [fixed] : groups;
  return told.flatMap(([word, conditions]) => {
    if (conditions.length === 0) return [];
    const text = conditions
      .flatMap(({ fact: name, needed }) => {
        const fact = own(document.facts, name);
        return fact === undefined ? [] : [tellNeeded(fact, needed, language)];
      })
      .join(say("between_conditions", language));
    return [{ kind: "nearest", text: say(word, language, { conditions: text }) }];
  });
}

export function titleOf({ title, id, version }: RuleDocument, language: Language): string {
  return title?.[language] ?? `${id}@${version}`;
}

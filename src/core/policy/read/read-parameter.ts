import type { Draft } from "./draft.ts";
import { isListed } from "../fact-kind.ts";
import { Fields, checkName, found, readTexts, scalarOf, textKeys } from "./fields.ts";
import type { OrderedFact, Parameter } from "../model.ts";
import { checkInRange, within } from "./ranges.ts";
import { readConstant, readRange } from "./read-fact.ts";
import type { SyntaxEntry } from "../syntax.ts";
import type { Texts } from "../texts.ts";

/** `{of: fact, range: […], default: …}` or `{choice: […], default: …}`, each with its texts. */
export function readParameter(entry: SyntaxEntry, draft: Draft): Parameter | null {
  const node = entry.value;
  const isChoice = node.kind === "map" && node.entries.some(({ key }) => key === "choice");
  const keys = isChoice ? ["choice", "default", "say"] : ["of", "range", "default"];
  const fields = new Fields(node, [...keys, ...textKeys], draft.problems);
  return isChoice ? readChoice(entry.key, fields) : readBounded(entry.key, fields, draft);
}

function readChoice(name: string, fields: Fields): Parameter | null {
  const options = fields
    .words("choice")
    .filter(({ text, at }) => checkName(text, at, fields.problems))
    .map(({ text }) => text);
  if (options.length === 0) return fields.problems.add("empty", fields.at, { key: "choice" });
  const chosen = fields.requiredWord("default", options);
  const texts = { text: readName(fields), say: readSayings(fields, options) };
  return chosen === null ? null : { kind: "choice", name, options, default: chosen, ...texts };
}

/** What the parameter is called, where it has a name for people at all. */
function readName(fields: Fields): Texts | null {
  return textKeys.some((key) => fields.node(key) !== null) ? fields.texts() : null;
}

function readSayings(fields: Fields, options: readonly string[]): Record<string, Texts> {
  const node = fields.node("say");
  if (node === null) return {};
  const sayings = new Fields(node, options, fields.problems);
  return Object.fromEntries(
    options.flatMap((option): [string, Texts][] => {
      const phrase = sayings.required(option);
      const texts = phrase === null ? null : readTexts(phrase, fields.problems);
      return texts === null ? [] : [[option, texts]];
    }),
  );
}

function readBounded(name: string, fields: Fields, draft: Draft): Parameter | null {
  const { problems } = draft;
  const fact = readOf(fields, draft);
  const rangeNode = fields.required("range");
  const node = fields.required("default");
  if (fact === null || node === null) return null;
  const range = readRange(rangeNode, fact.name, fact.type, problems);
  const constant = readConstant(node, fact.name, fact.type, problems);
  if (rangeNode === null || range === null || constant === null) return null;
  const inside = [range.from, range.to].every((end) =>
    checkInRange(end, fact, rangeNode.at, problems),
  );
  if (!inside) return null;
  if (!within(constant, range)) {
    const ends = { from: range.from.text, to: range.to.text };
    return problems.add("out_of_range", node.at, { found: found(node), fact: name, ...ends });
  }
  const text = readName(fields);
  return { kind: "constant", name, of: fact.name, range, default: constant, text };
}

function readOf(fields: Fields, draft: Draft): OrderedFact | null {
  const node = fields.required("of");
  const name = node === null ? null : scalarOf(node, draft.problems);
  const fact = name === null ? null : draft.fact(name.text, name.at);
  if (name === null || fact === null) return null;
  if (!isListed(fact)) return fact;
  const expected = fact.options.map((option) => option.name).join(", ");
  return draft.problems.add("fact_is_listed", name.at, { fact: fact.name, expected });
}

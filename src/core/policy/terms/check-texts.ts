import type { Head, RuleDocument } from "../model.ts";
import { type Language, languages } from "../texts.ts";
import type { TermsAbout } from "./about.ts";
import { amountKey } from "./amounts.ts";
import type { TextFinding } from "./answers.ts";
import { checkSentences } from "./check-words.ts";
import { mayComeToNothing } from "./coming-to-nothing.ts";
import { atomsOf } from "./conditions.ts";
import { type HeadTerms, headTerms, saidOf } from "./head-terms.ts";
import { sameTexts } from "./same-texts.ts";
import { type ReadHead, type ReadPoint, TermsReader } from "./read-back.ts";
import { type Given, type Telling, tellingOf } from "./telling.ts";

/**
 * Why the texts of a document must not be published; none where each reads in one way. In each
 * language no two things may read the same, and every clause is recovered from its words: its
 * conditions, its amount, its reason and what takes its place. Told for all orders and, where
 * `about` has an order's parameters, for that order.
 */
export function checkTexts(
  document: RuleDocument,
  about: Pick<TermsAbout, "params">,
): TextFinding[] {
  const settings = about.params === null ? [null] : [null, about.params];
  return languages.flatMap((language) =>
    settings.flatMap((params) => {
      const telling = tellingOf(document, language, params);
      const same = sameTexts(telling);
      return same.length > 0 ? same : document.heads.flatMap((head) => checkHead(head, telling));
    }),
  );
}

function checkHead(head: Head, telling: Telling): TextFinding[] {
  const terms = headTerms(head, telling);
  return compareTerms(
    terms,
    new TermsReader(head, telling).read(terms.points, terms.closing),
    telling,
  );
}

/** Texts that were read differently from the clauses they were written from. */
export function compareTerms(
  { head }: HeadTerms,
  { points, unread }: ReadHead,
  telling: Telling,
): TextFinding[] {
  const expected = saidOf(head, telling).map((given) => [given, expectedOf(given, head, telling)]);
  const recovered = new Set([...points.values()].map((point) => recoveredOf(point, points)));
  const lost = expected.flatMap(([given, key]) =>
    recovered.has(key as string) ? [] : [(given as Given).clause.name],
  );
  if (lost.length === 0 && unread.length === 0) return [];
  const [first] = unread;
  const kind = first !== undefined && first.readings > 1 ? "ambiguous" : "not_recovered";
  const text = first?.text ?? [...points.keys()].join(" ");
  return [finding(kind, telling.language, lost, text)];
}

function finding(
  kind: "ambiguous" | "not_recovered",
  language: Language,
  clauses: readonly string[],
  text: string,
): TextFinding {
  const names = clauses.map((name) => `\`${name}\``).join(", ");
  return { kind, language, clauses, text, say: checkSentences(kind, { clauses: names, text }) };
}

/** A clause as one text, from the document. */
function expectedOf(given: Given, head: Head, telling: Telling): string {
  const overriders = saidOf(head, telling).filter(({ clause }) =>
    clause.over.includes(given.clause.name),
  );
  const whole = {
    is: identityOf(given, telling),
    why: whyOf(given, head, telling),
    unless: overriders.map((other) => identityOf(other, telling)).sort(),
  };
  return JSON.stringify(whole);
}

function identityOf({ clause, amount }: Given, telling: Telling): string {
  const keys = atomsOf(clause, telling).map(({ key }) => key);
  return identity(keys.sort(), amountKey(amount));
}

function whyOf(given: Given, { direction }: Head, telling: Telling): string | null {
  return direction === "pay" && mayComeToNothing(given, telling) ? given.clause.why : null;
}

/** A clause as one text, from what was read. */
function recoveredOf(point: ReadPoint, points: ReadonlyMap<string, ReadPoint>): string {
  const references = point.unless.flatMap((name) => namedPoints(name, [...points.keys()]));
  const unless = references.map((reference) => {
    const other = points.get(reference);
    return other === undefined ? reference : identity(other.conditions, other.amount);
  });
  const is = identity(point.conditions, point.amount);
  return JSON.stringify({ is, why: point.why, unless: unless.sort() });
}

/** The points that one name stands for: itself, or all from the first to the last of a range. */
function namedPoints(name: string, references: readonly string[]): readonly string[] {
  const [first = name, last] = name.split("..");
  if (last === undefined) return [name];
  return references.slice(references.indexOf(first), references.indexOf(last) + 1);
}

function identity(conditions: readonly string[], amount: string): string {
  return `${conditions.join("; ")} -> ${amount}`;
}

import type { Draft } from "./draft.ts";
import { isListed, mayPrecede } from "../fact-kind.ts";
import type { Fields } from "./fields.ts";
import type { Fact, FactClock, RuleDocument } from "../model.ts";
import { own } from "../own.ts";
import type { MessageCode } from "./messages.ts";
import type { Problems } from "./reading.ts";
import { claimKinds, countWords, derivedFacts, kindsOfScope, moments } from "./sources.ts";
import type { DerivedFunction, Moment } from "./sources.ts";
import type { Position } from "../syntax.ts";
import { missingVoices } from "../voices.ts";

/**
 * What is asked of a document before it is published and not of those that were: whatever it reads
 * can be established in the claims that it answers, nothing stands in it that nobody reads, and
 * everybody who meets a fact has words for it.
 */
export function checkNewDocument(document: RuleDocument, fields: Fields, draft: Draft): void {
  const { problems } = draft;
  checkKinds(fields, problems);
  const read = factsReadBy(document, draft.facts);
  for (const { key, keyAt } of fields.named("facts")) {
    if (!read.has(key)) problems.add("unused_fact", keyAt, { name: key });
  }
  for (const { text, at } of fields.words("use")) {
    if (!read.has(text)) problems.add("unused_fact", at, { name: text });
  }
  checkParameters(document, fields, problems);
  for (const [name, at] of draft.usedFacts) {
    const fact = own(draft.facts, name);
    if (fact === undefined || !read.has(name)) continue;
    const place = placeOf(fields, name) ?? at;
    const told = checkSource(fact, draft.facts, place, problems);
    if (told) checkAnswers(fact, document.answers, place, problems);
    checkVoices(fact, place, problems);
  }
}

/** The facts of a new catalogue, each by itself. */
export function checkNewFacts(
  fields: Fields,
  facts: Readonly<Record<string, Fact>>,
  problems: Problems,
): void {
  for (const { key, keyAt } of fields.named("facts")) {
    const fact = own(facts, key);
    if (fact === undefined) continue;
    checkSource(fact, facts, keyAt, problems);
    checkVoices(fact, keyAt, problems);
  }
}

function placeOf(fields: Fields, name: string): Position | null {
  return fields.named("facts").find(({ key }) => key === name)?.keyAt ?? null;
}

function checkKinds(fields: Fields, problems: Problems): void {
  for (const { text, at } of fields.words("answers")) {
    if (claimKinds.includes(text)) continue;
    problems.add("wrong_value", at, { found: text, expected: claimKinds.join(", ") });
  }
}

/** Names of the facts that clauses, assumptions and promises read, and those behind them. */
function factsReadBy(
  document: RuleDocument,
  facts: Readonly<Record<string, Fact>>,
): ReadonlySet<string> {
  const { clauses, assumptions } = document;
  const promises = document.kind === "policy" ? document.promises : { time: {}, blindTo: [] };
  const named = [
    ...clauses.flatMap(({ when }) => when.map(({ fact }) => fact)),
    ...clauses.flatMap(({ give }) => give.flatMap(({ amount }) => amount.fact ?? [])),
    ...assumptions.flatMap(({ never }) => never.map(({ fact }) => fact)),
    ...Object.values(promises.time).flatMap(({ neverRises, neverFalls }) => [
      ...neverRises,
      ...neverFalls,
    ]),
    ...promises.blindTo,
  ];
  const behind = named.flatMap((name) => {
    const { derived, reads } = own(facts, name) ?? { derived: null, reads: [] };
    return derived === null ? [] : reads;
  });
  return new Set([...named, ...behind]);
}

function checkParameters(document: RuleDocument, fields: Fields, problems: Problems): void {
  const used = new Set(
    document.clauses.flatMap(({ when, parameters }) => [
      ...parameters.map(({ parameter }) => parameter),
      ...when.flatMap((condition) =>
        condition.kind === "interval"
          ? condition.bounds.flatMap(({ operand }) =>
              operand.kind === "parameter" ? [operand.name] : [],
            )
          : [],
      ),
    ]),
  );
  for (const { key, keyAt } of fields.named("params")) {
    if (!used.has(key)) problems.add("unused_parameter", keyAt, { name: key });
  }
}

function checkVoices(fact: Fact, at: Position, problems: Problems): void {
  const keys = missingVoices(fact);
  if (keys.length === 0) return;
  problems.add("missing_voice", at, { fact: fact.name, keys: keys.join(", ") });
}

/** Whether the product knows where the fact comes from. */
function checkSource(
  fact: Fact,
  facts: Readonly<Record<string, Fact>>,
  at: Position,
  problems: Problems,
): boolean {
  if (fact.clock !== null) return checkClock(fact, fact.clock, at, problems);
  if (fact.derived === null) return true;
  const known = own<DerivedFunction>(derivedFacts, fact.derived);
  if (known === undefined) {
    return fault("unknown_function", { name: fact.derived, known: listOf(derivedFacts) });
  }
  const { scope, type, options, reads } = known;
  const fits = isListed(fact) && options !== null ? sameOptions(fact, options) : true;
  if (fact.type !== type || fact.scope !== scope || !fits) {
    const expected = options === null ? type : `${type} (${options.join(", ")})`;
    return fault("function_of_other_fact", {
      name: fact.derived,
      fact: fact.name,
      expected,
      scope,
    });
  }
  const other = own(facts, fact.reads[0] ?? "");
  if (reads !== null && (other?.scope !== reads.scope || other.type !== reads.type)) {
    const expected = `${reads.type}, scope: ${reads.scope}`;
    return fault("function_reads_other", { name: fact.derived, fact: fact.name, expected });
  }
  return true;

  function fault(code: MessageCode, values: Readonly<Record<string, string>>): false {
    problems.add(code, at, values);
    return false;
  }
}

function sameOptions(fact: Fact, options: readonly string[]): boolean {
  if (!isListed(fact)) return false;
  const names = fact.options.map(({ name }) => name);
  return options.every((option) => names.includes(option));
}

function checkClock(fact: Fact, clock: FactClock, at: Position, problems: Problems): boolean {
  const ends = [clock.from, clock.to].map((name) => own<Moment>(moments, name));
  const [from, to] = ends;
  if (from === undefined || to === undefined) {
    const name = from === undefined ? clock.from : clock.to;
    problems.add("unknown_moment", at, { name, known: listOf(moments) });
    return false;
  }
  const known = problems.length;
  const isCount = clock.count !== null;
  if (fact.type !== (isCount ? "days" : "duration")) {
    const expected = isCount ? "days" : "duration";
    problems.add("clock_of_other_type", at, { fact: fact.name, type: fact.type, expected });
  }
  for (const key of ["count", "first", "roll"] as const) {
    const word = clock[key];
    const words: readonly string[] = countWords[key];
    if (word === null || words.includes(word)) continue;
    problems.add("wrong_value", at, { found: word, expected: words.join(", ") });
  }
  const apart = [from, to].find(({ scope }) => scope !== "order" && scope !== fact.scope);
  if (apart !== undefined) {
    problems.add("clock_of_other_scope", at, { fact: fact.name, scope: apart.scope });
  }
  if ((from.mayLack || to.mayLack) && !mayPrecede(fact)) {
    problems.add("missing_before_start", at, { fact: fact.name });
  }
  return problems.length === known;
}

const listOf = (known: Readonly<Record<string, unknown>>): string => Object.keys(known).join(", ");

/** Whether somebody can establish the fact in one of the claims that the document answers. */
function checkAnswers(
  fact: Fact,
  answers: readonly string[],
  at: Position,
  problems: Problems,
): void {
  const asked = answers.length === 0 ? claimKinds : answers;
  const ends = fact.clock === null ? [] : [fact.clock.from, fact.clock.to];
  const kinds = [
    kindsOfScope[fact.scope],
    ...ends.map((name) => own<Moment>(moments, name)?.kinds ?? null),
  ];
  const lacking = kinds.find((each) => each !== null && !asked.some((kind) => each.includes(kind)));
  if (!lacking) return;
  const values = { fact: fact.name, answers: asked.join(", "), kinds: lacking.join(", ") };
  problems.add("never_established", at, values);
}

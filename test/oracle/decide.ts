import { candidates } from "./candidates.ts";
import { type OracleDocument, readConstant } from "./document.ts";
import { type Assignment, type OracleAnswer, type OracleCase } from "./evaluate.ts";
import { type OracleValue, answerOf, factsRead } from "./evaluate.ts";
import { type Rational, isBelow, larger, minus, product, rational } from "./rational.ts";
import { plus, smaller, tell } from "./rational.ts";

export type OracleInput =
  | { readonly state: "claimed" | "attested" | "event"; readonly value: OracleValue }
  | { readonly state: "unknown" | "unproven" | "before_start" };

export type OracleResult =
  | { readonly status: "decided"; readonly heads: Readonly<Record<string, string>> }
  | { readonly status: "needed"; readonly facts: readonly string[] }
  | { readonly status: "impossible" };

/** What several documents answer together, by trying every value of what is not known. */
export function oracleDecide(
  documents: readonly OracleDocument[],
  given: OracleCase,
  inputs: Readonly<Record<string, OracleInput>>,
  final: boolean,
): OracleResult {
  const names = [...new Set(documents.flatMap(factsRead))];
  const known: Record<string, OracleValue> = {};
  const unknown: string[] = [];
  for (const name of names) {
    const value = settled(documents, name, inputs[name] ?? { state: "unknown" }, final);
    if (value === null) unknown.push(name);
    else known[name] = value;
  }
  if (!isPossible(documents, given, known)) return { status: "impossible" };
  const cases = everyCase(documents, given, known, unknown);
  const answers = cases.map((facts) => ({ facts, text: joined(documents, given, facts) }));
  const texts = new Set(answers.map(({ text }) => JSON.stringify(text)));
  if (texts.size === 1) return { status: "decided", heads: answers[0]!.text };
  return { status: "needed", facts: unknown.filter((name) => canChange(name, unknown, answers)) };
}

/** What a fact counts as, by its state and by whose duty it is; null when it is not known. */
function settled(
  documents: readonly OracleDocument[],
  name: string,
  input: OracleInput,
  final: boolean,
): OracleValue | null {
  const fact = documents.flatMap(({ facts }) => facts[name] ?? [])[0]!;
  if (input.state === "unproven" || input.state === "before_start") return input.state;
  if ("value" in input) {
    if (input.state !== "claimed") return input.value;
    if (fact.by === "customer" || fact.wish) return input.value;
    if (fact.by === "reviewer" && final && fact.burden === "merchant") return input.value;
  }
  if (fact.wish) return fact.unsaid;
  return final && fact.burden === "customer" ? "unproven" : null;
}

function isPossible(
  documents: readonly OracleDocument[],
  given: OracleCase,
  facts: Assignment,
): boolean {
  return documents.every(({ facts: declared }) =>
    Object.entries(facts).every(([name, value]) => {
      const fact = declared[name];
      if (fact === undefined || typeof value === "string") return true;
      const [low, high] = fact.range!.map((text) => readConstant(text, fact.type, given.marks));
      if (isBelow(value, low!) || isBelow(high!, value)) return false;
      const other = fact.atLeast === null ? undefined : facts[fact.atLeast];
      if (other !== undefined && typeof other !== "string" && isBelow(value, other)) return false;
      return fact.daysOf === null || agrees(value, facts[fact.daysOf]);
    }),
  );
}

/** A day count beyond k means more than k times 24 hours. */
function agrees(days: Rational, seconds: OracleValue | undefined): boolean {
  if (seconds === undefined || typeof seconds === "string" || days.n === 0n) return true;
  const least = product(minus(days, rational(1n)), rational(86_400n));
  return isBelow(least, seconds);
}

function everyCase(
  documents: readonly OracleDocument[],
  given: OracleCase,
  known: Assignment,
  unknown: readonly string[],
): Assignment[] {
  let cases: Assignment[] = [known];
  for (const name of unknown) {
    const values = [
      ...candidates(documents, given, name),
      ...linkedValues(documents, name, known),
      ...(burdenOf(documents, name) === "customer" ? ["unproven"] : []),
    ];
    cases = cases.flatMap((facts) => values.map((value) => ({ ...facts, [name]: value })));
  }
  return cases.filter((facts) => isPossible(documents, given, facts));
}

/** What the customer has to prove may also turn out unproven. */
function burdenOf(documents: readonly OracleDocument[], name: string): string | null {
  return documents.flatMap(({ facts }) => facts[name] ?? [])[0]!.burden;
}

/** The known value that a link compares with: the least that this fact can then be, or the most. */
function linkedValues(
  documents: readonly OracleDocument[],
  name: string,
  known: Assignment,
): OracleValue[] {
  return documents.flatMap(({ facts }) =>
    Object.entries(facts).flatMap(([other, { atLeast }]) => {
      if (other === name && atLeast !== null) return known[atLeast] ?? [];
      return atLeast === name ? (known[other] ?? []) : [];
    }),
  );
}

/**
 * Per base the largest pay and grant and the smallest take of all documents; who is silent is not
 * counted. What one document pays, or takes, on one base under several heads is its sum.
 */
function joined(
  documents: readonly OracleDocument[],
  given: OracleCase,
  facts: Assignment,
): Record<string, string> {
  const shares = new Map<string, Rational | null>();
  for (const document of documents) {
    for (const [identity, sum] of sums(document, given, facts)) {
      const before = shares.get(identity) ?? null;
      if (sum === null || before === null) shares.set(identity, sum ?? before);
      else shares.set(identity, (identity.startsWith("take") ? smaller : larger)(before, sum));
    }
  }
  // A head on which everybody is silent gives as much as one that gives nothing.
  const entries = [...shares].map(([head, share]) => [head, share === null ? "0/1" : tell(share)]);
  return Object.fromEntries(entries.toSorted()) as Record<string, string>;
}

/** What one document gives per base; null where it says nothing. */
function sums(
  document: OracleDocument,
  given: OracleCase,
  facts: Assignment,
): Map<string, Rational | null> {
  const found = new Map<string, Rational | null>();
  for (const [name, { identity }] of Object.entries(document.heads)) {
    const answer: OracleAnswer | null = answerOf(document, given, name, facts);
    const before = found.get(identity) ?? null;
    const share = answer?.share ?? null;
    found.set(
      identity,
      share === null || before === null ? (share ?? before) : plus(before, share),
    );
  }
  return found;
}

/** Whether two cases that differ in this fact alone get different answers. */
function canChange(
  name: string,
  unknown: readonly string[],
  answers: readonly { facts: Assignment; text: Record<string, string> }[],
): boolean {
  const groups = new Map<string, string>();
  for (const { facts, text } of answers) {
    const rest = unknown
      .filter((other) => other !== name)
      .map((other) => [other, valueText(facts[other]!)]);
    const key = JSON.stringify(rest);
    const answer = JSON.stringify(text);
    const first = groups.get(key);
    if (first === undefined) groups.set(key, answer);
    else if (first !== answer) return true;
  }
  return false;
}

const valueText = (value: OracleValue) => (typeof value === "string" ? value : tell(value));

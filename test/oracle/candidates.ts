import type { OracleDocument } from "./document.ts";
import { readConstant } from "./document.ts";
import { type OracleCase, type OracleValue, parameterOf } from "./evaluate.ts";
import { type Rational, isBelow, plus, minus, rational, readRational, tell } from "./rational.ts";

/** All places where the answers of these documents may turn on a fact, and values beside them. */
export function candidates(
  documents: readonly OracleDocument[],
  given: OracleCase,
  name: string,
): OracleValue[] {
  const fact = documents.flatMap(({ facts }) => facts[name] ?? [])[0]!;
  if (fact.range === null) return [...fact.options];
  const [low, high] = fact.range.map((text) => readConstant(text, fact.type, given.marks)) as [
    Rational,
    Rational,
  ];
  const step = fact.type === "ratio" ? rational(1n, 1000n) : rational(1n);
  const turns = documents.flatMap((document) => turnsOf(document, given, name));
  const values = [low, high, ...turns].flatMap((value) => [
    value,
    plus(value, step),
    minus(value, step),
  ]);
  if (fact.type === "ratio") values.push(rational(1n, 3n), rational(2n, 7n));
  const inside = values.filter((value) => !isBelow(value, low) && !isBelow(high, value));
  const each = [...new Map(inside.map((value) => [tell(value), value])).values()];
  return fact.mayPrecede ? [...each, "before_start"] : each;
}

function turnsOf(document: OracleDocument, given: OracleCase, name: string): Rational[] {
  const fact = document.facts[name];
  if (fact === undefined) return [];
  const turns: Rational[] = [];
  for (const { when, give } of Object.values(document.clauses)) {
    const asked = when[name];
    if (asked !== undefined && typeof asked === "object" && !Array.isArray(asked)) {
      for (const text of Object.values(asked as Record<string, string>)) {
        const constant = text.startsWith("$") ? parameterOf(document, given, text.slice(1)) : text;
        turns.push(readConstant(constant, fact.type, given.marks));
      }
    }
    for (const amount of Object.values(give)) {
      // `less` turns where the share reaches the rate.
      if (typeof amount === "object" && (amount as Record<string, string>)["less"] === name) {
        turns.push(readRational((amount as Record<string, string>)["rate"]!));
      }
    }
  }
  return turns;
}

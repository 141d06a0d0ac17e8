import { candidates } from "./candidates.ts";
import type { OracleInput } from "./decide.ts";
import type { OracleDocument, OracleFact } from "./document.ts";
import { type OracleCase, type OracleValue, factsRead } from "./evaluate.ts";
import { isBelow, rational } from "./rational.ts";

/** A seeded source of chance (mulberry32): the same seed, the same cases. */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

export interface RandomCase {
  readonly given: OracleCase;
  readonly inputs: Readonly<Record<string, OracleInput>>;
  readonly final: boolean;
}

/** Mostly known facts at and around the places where answers turn; two unknown, seldom three. */
export function randomCase(
  documents: readonly OracleDocument[],
  below: (count: number) => number,
): RandomCase {
  const params = randomParams(documents, below);
  const year = below(2);
  // Months that only test documents name are drawn for these alone: the others keep their cases.
  const named = JSON.stringify(documents.map(({ clauses }) => clauses)).includes('"2mo"');
  const given = { params, marks: { "12mo+14d": 379 + year, "2mo": 59 + (named ? below(4) : 0) } };
  const inputs: Record<string, OracleInput> = {};
  const unknownMax = below(10) === 0 ? 3 : 2;
  let unknown = 0;
  for (const name of new Set(documents.flatMap(factsRead))) {
    const fact = documents.flatMap(({ facts }) => facts[name] ?? [])[0]!;
    const state = unknown < unknownMax ? randomState(fact, below) : "attested";
    if (state === "unknown" || state === "claimed") unknown += 1;
    inputs[name] =
      state === "unknown" || state === "unproven" || state === "before_start"
        ? { state }
        : valued(state, fact, randomValue(documents, given, name, below));
  }
  return { given, inputs, final: below(4) === 0 };
}

/** A count that has not begun is a state of its own, whoever says so. */
function valued(
  state: "claimed" | "attested" | "event",
  { mayPrecede }: OracleFact,
  value: OracleValue,
): OracleInput {
  return mayPrecede && value === "before_start" ? { state: value } : { state, value };
}

function randomState(fact: OracleFact, below: (count: number) => number): OracleInput["state"] {
  const draw = below(20);
  if (draw < 3) return "unknown";
  if (draw < 5) return "claimed";
  if (draw === 5 && fact.burden === "customer") return "unproven";
  return draw < 12 ? "event" : "attested";
}

function randomValue(
  documents: readonly OracleDocument[],
  given: OracleCase,
  name: string,
  below: (count: number) => number,
): OracleValue {
  const fact = documents.flatMap(({ facts }) => facts[name] ?? [])[0]!;
  const values = candidates(documents, given, name);
  const value = values[below(values.length)]!;
  if (typeof value === "string" || fact.type !== "ratio" || below(2) === 0) return value;
  // Any share at all, also beyond the range now and then.
  const denominator = BigInt(1 + below(97));
  const share = rational(BigInt(below(110)) * denominator, denominator * BigInt(1 + below(99)));
  return isBelow(rational(20n), share) ? value : share;
}

function randomParams(
  documents: readonly OracleDocument[],
  below: (count: number) => number,
): Record<string, string> {
  const all = documents.flatMap(({ params }) => Object.entries(params));
  return Object.fromEntries(
    all.flatMap(([name, { default: standard, choice, range }]) => {
      const values = choice.length > 0 ? choice : [standard, ...range];
      return below(3) === 0 ? [] : [[name, values[below(values.length)]!]];
    }),
  );
}

import { type OracleDocument, type OracleFact, readConstant } from "./document.ts";
import { type Rational, isBelow, larger, minus, nought, product } from "./rational.ts";
import { readRational, smaller, tell, whole } from "./rational.ts";

/**
 * What the specification says, step by step and without any cleverness, as a check on the
 * evaluator that decides. It shares no code with it.
 */
export type OracleValue = Rational | string; // a number, an option, or "unproven"
export type Assignment = Readonly<Record<string, OracleValue>>;

export interface OracleCase {
  readonly params: Readonly<Record<string, string>>;
  readonly marks: Readonly<Record<string, number>>;
}

/** null: the head says nothing here. */
export interface OracleAnswer {
  readonly share: Rational;
  readonly clause: string;
}

export function parameterOf(document: OracleDocument, given: OracleCase, name: string): string {
  return given.params[name] ?? document.params[name]!.default;
}

/** The answer of one head when every fact that matters is known. */
export function answerOf(
  document: OracleDocument,
  given: OracleCase,
  head: string,
  facts: Assignment,
): OracleAnswer | null {
  const giving = Object.entries(document.clauses).filter(([, { give }]) => head in give);
  const holding = giving.filter(([, { when }]) => holds(document, given, when, facts));
  const left = holding.filter(([name]) => !holding.some(([, { over }]) => over.includes(name)));
  const { maySayNothing } = document.heads[head]!;
  if (left.length === 0 && maySayNothing) return null;
  if (left.length !== 1) {
    const names = left.map(([name]) => name).join(", ");
    throw new Error(`${document.id}: ${left.length} answers for ${head} (${names})`);
  }
  const [clause, { give }] = left[0]!;
  return { share: amountOf(document, head, give[head], facts), clause };
}

function amountOf(
  document: OracleDocument,
  head: string,
  amount: unknown,
  facts: Assignment,
): Rational {
  const { max } = document.heads[head]!;
  const within = (share: Rational) => smaller(larger(share, nought), max);
  if (typeof amount === "string") return within(readRational(amount));
  const form = amount as Record<string, string>;
  const rate = readRational(form["rate"]!);
  const share = (name: string) => facts[name] as Rational;
  if (form["less"] !== undefined) return within(minus(rate, share(form["less"])));
  if (form["unused"] !== undefined) {
    return within(product(rate, minus(whole, share(form["unused"]))));
  }
  return within(product(rate, share(form["part"]!)));
}

function holds(
  document: OracleDocument,
  given: OracleCase,
  when: Readonly<Record<string, unknown>>,
  facts: Assignment,
): boolean {
  return Object.entries(when).every(([name, asked]) => {
    const parameter = document.params[name];
    if (parameter !== undefined && parameter.choice.length > 0) {
      return ([asked].flat() as string[]).includes(parameterOf(document, given, name));
    }
    return meets(document, given, document.facts[name]!, facts[name]!, asked);
  });
}

function meets(
  document: OracleDocument,
  given: OracleCase,
  fact: OracleFact,
  value: OracleValue,
  asked: unknown,
): boolean {
  if (typeof asked === "string" || Array.isArray(asked)) {
    return typeof value === "string" && ([asked].flat() as string[]).includes(value);
  }
  const operators = Object.keys(asked as object);
  // A period that has not begun has not passed.
  if (value === "before_start") return !operators.some((each) => /more_than|at_least/.test(each));
  if (typeof value === "string") return false;
  return Object.entries(asked as Record<string, string>).every(([operator, text]) => {
    const constant = text.startsWith("$") ? parameterOf(document, given, text.slice(1)) : text;
    const bound = readConstant(constant, fact.type, given.marks);
    if (operator === "at_most") return !isBelow(bound, value);
    if (operator === "more_than") return isBelow(bound, value);
    if (operator === "less_than") return isBelow(value, bound);
    return !isBelow(value, bound);
  });
}

/** Names of the facts that some clause of the document reads. */
export function factsRead(document: OracleDocument): string[] {
  const names = Object.values(document.clauses).flatMap(({ when, give }) => [
    ...Object.keys(when).filter((name) => name in document.facts),
    ...Object.values(give).flatMap((amount) =>
      typeof amount === "string"
        ? []
        : Object.entries(amount as Record<string, string>).flatMap(([key, name]) =>
            key === "rate" ? [] : [name],
          ),
    ),
  ]);
  return [...new Set(names)];
}

export const answerText = (answer: OracleAnswer | null) =>
  answer === null ? "silent" : tell(answer.share);

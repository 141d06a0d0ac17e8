import { stringify } from "yaml";
import { readCatalogueFile, readPolicyFile } from "../src/contract/policy-file/index.ts";
import { accepted, compile, decideCase, prove } from "../src/core/index.ts";
import type { CaseFacts, CompiledPolicy, PolicyDocument } from "../src/core/index.ts";

const same = (text: string) => ({ "zh-CN": text, "zh-TW": text, en: text });

const catalogue = stringify({
  makegood: "catalogue/1",
  bases: { "order.paid": { scope: "order", ...same("the price") } },
  reasons: {},
  facts: {
    since: { type: "duration", range: ["0s", "1000h"], ...same("the time") },
    used: { type: "ratio", range: ["0%", "100%"], ...same("the part used") },
    grade: {
      type: "choice",
      of: Object.fromEntries(range(20).map((grade) => [`g${grade}`, same(`grade ${grade}`)])),
      ...same("the grade"),
    },
  },
});

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/**
 * A policy as a table: one clause for each grade, period and part used, which pays less the later
 * it is and promises so.
 */
function tablePolicy(grades: number, periods: number, parts: number): PolicyDocument {
  const cells = range(grades).flatMap((grade) =>
    range(periods).flatMap((period) => range(parts).map((part) => [grade, period, part] as const)),
  );
  const clauses = cells.map(([grade, period, part]) => {
    const when = {
      grade: grade + 1 < grades ? `g${grade}` : range(20 - grade).map((rest) => `g${grade + rest}`),
      ...between("since", period, periods, (step) => `${step * 10}h`),
      ...between("used", part, parts, (step) => `${step}/${parts}`),
    };
    const rate = `${periods - period}/${periods}`;
    return [
      `c${grade}-${period}-${part}`,
      { when, give: { price: { rate, unused: "used" } }, why },
    ];
  });
  const policy = stringify({
    makegood: "policy/1",
    id: "table",
    version: 1,
    reasons: { [why]: same("nothing is left") },
    heads: { price: { pay: "order.paid" } },
    clauses: Object.fromEntries(clauses) as object,
    promises: { time: { price: { never_rises: ["since"] } } },
  });
  return read(policy);
}

const why = "gone";

function between(
  fact: string,
  index: number,
  count: number,
  text: (step: number) => string,
): Record<string, object> {
  const bounds = {
    ...(index === 0 ? {} : { more_than: text(index) }),
    ...(index + 1 === count ? {} : { at_most: text(index + 1) }),
  };
  return Object.keys(bounds).length === 0 ? {} : { [fact]: bounds };
}

function read(text: string): PolicyDocument {
  const words = readCatalogueFile(catalogue);
  if (!words.ok) throw new Error(JSON.stringify(words.problems[0]));
  const reading = readPolicyFile(text, words.value);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems[0]));
  const { document } = reading.value;
  if (document.kind !== "policy") throw new Error("the table is no policy");
  return document;
}

/** A table with one case for each cell that its proof goes through. */
export interface Table {
  readonly document: PolicyDocument;
  readonly policy: CompiledPolicy;
  readonly cases: readonly CaseFacts[];
}

export function tableOf(grades: number, periods: number, parts: number): Table {
  const document = tablePolicy(grades, periods, parts);
  const { properties, proven } = prove(document);
  if (!proven) throw new Error("the table is not proven");
  const cells = properties.reduce((sum, property) => sum + property.cells, 0);
  const cases = Array.from({ length: cells }, (_, index): CaseFacts => ({
    grade: { state: "event", value: `g${index % grades}` },
    since: { state: "event", value: ((index * 7) % periods) * 36_000 + 1 },
    used: { state: "event", value: { n: (index * 3) % (2 * parts), d: 2 * parts } },
  }));
  return { document, policy: accepted(compile(document)), cases };
}

/** Results are kept for a while, so that no compiler can leave the work undone. */
const kept: unknown[] = new Array<unknown>(1024).fill(null);

export function decideAll({ cases, policy }: Table): void {
  cases.forEach((facts, index) => {
    kept[index & 1023] = decideCase(policy, facts);
  });
}

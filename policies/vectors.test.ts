import { readFileSync } from "node:fs";
import { Compile } from "typebox/schema";
import { describe, expect, it } from "vitest";
import { moneyVectors, vectorFile, vectorFileText } from "../src/core/index.ts";
import type { EvaluationVector, VectorFile } from "../src/core/index.ts";
import { oracleDecide } from "../test/oracle/decide.ts";
import type { OracleInput, OracleResult } from "../test/oracle/decide.ts";
import { type OracleDocument, readOracle } from "../test/oracle/document.ts";
import { readRational } from "../test/oracle/rational.ts";
import { documentNames, policyText, shippedCatalogue, shippedFile } from "./shipped-files.ts";

const words = shippedCatalogue();
const catalogueText = policyText("catalogue.yaml");
const schemaText = readFileSync(
  new URL("../docs/evaluation-vectors.schema.json", import.meta.url),
  "utf8",
);
const schema = Compile(JSON.parse(schemaText) as object);

/** Every document alone, and some that bind together. A floor without heads has nothing to test. */
const bindings: readonly (readonly string[])[] = [
  ...documentNames()
    .filter((name) => shippedFile(name, words).document.heads.length > 0)
    .map((name) => [name]),
  ["package-cancel-consumer.policy.yaml", "cn-prepaid-2025.floor.yaml"],
  ["order-refund.policy.yaml", "cn-seven-day.floor.yaml"],
  ["campaign-cancelled.policy.yaml", "cn-promise.floor.yaml"],
];

const fileName = (names: readonly string[]) =>
  `${names.map((name) => name.replace(/\.(policy|floor)\.yaml$/, "")).join("+")}.json`;

describe.each(bindings.map((names) => [fileName(names), names] as const))("%s", (file, names) => {
  const documents = names.map((name) => shippedFile(name, words).document);
  const written = vectorFile(documents, words.hash);

  it("is what the evaluator answers today", async () => {
    await expect(vectorFileText(written)).toMatchFileSnapshot(`vectors/${file}`);
  });

  it("is as its schema says", () => {
    const [isValid, errors] = schema.Errors(JSON.parse(vectorFileText(written)));
    expect({ isValid, errors }).toEqual({ isValid: true, errors: [] });
  });

  it("shows every clause that decides, and states that are unknown", () => {
    const { vectors } = written;
    const decided = new Set(
      vectors.flatMap(({ expect: { ...answer } }) =>
        answer.status === "decided" ? answer.heads.map(({ clause }) => clause) : [],
      ),
    );
    const alone = documents.length === 1 ? (documents[0]?.clauses ?? []) : [];
    for (const { name } of alone) expect([...decided]).toContain(name);
    expect(vectors.some(({ expect: { status } }) => status === "needed")).toBe(true);
    expect(new Set(vectors.map(({ name }) => name)).size).toBe(vectors.length);
  });

  it("is answered alike by an evaluator that shares no code", () => {
    const oracle = names.map((name) => readOracle(policyText(name), catalogueText));
    const differing = written.vectors.filter(
      (vector) => !agrees(vector, oracleAnswer(vector, written, oracle)),
    );
    expect(differing.map(({ name, facts }) => ({ name, facts }))).toEqual([]);
  });
});

describe("money.json", () => {
  const { apportion, largestRemainder, units, rounding, makegood } = moneyVectors();

  it("is what splits and roundings come to today", async () => {
    const lists = Object.entries({ apportion, largestRemainder, units, rounding }).map(
      ([name, all]) => {
        const lines = all.map((each) => `    ${JSON.stringify(each)}`).join(",\n");
        return `  ${JSON.stringify(name)}: [\n${lines}\n  ]`;
      },
    );
    const text = [`{`, `  "makegood": ${JSON.stringify(makegood)},`, lists.join(",\n"), "}", ""];
    await expect(text.join("\n")).toMatchFileSnapshot("vectors/money.json");
  });

  it("agrees with units given one by one to the largest quotient", () => {
    for (const { total, weights, parts } of apportion) {
      const held = weights.map(() => 0);
      for (let unit = 0; unit < total; unit += 1) {
        const quotients = weights.map((weight, index) =>
          (held[index] ?? 0) < weight ? weight / (2 * (held[index] ?? 0) + 1) : -1,
        );
        const next = quotients.indexOf(Math.max(...quotients));
        held[next] = (held[next] ?? 0) + 1;
      }
      expect({ total, weights, parts }).toEqual({ total, weights, parts: held });
    }
    for (const { total, parts } of largestRemainder) {
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
    }
    for (const { share, baseMinor, pay, take } of rounding) {
      const [n = 0, d = 1] = share.split("/").map(Number);
      expect([pay, take]).toEqual([
        Math.ceil((n * baseMinor) / d),
        Math.floor((n * baseMinor) / d),
      ]);
    }
    const line = units.filter(({ total, count }) => total === 1000 && count === 3);
    expect(line.map(({ amount }) => amount)).toEqual([334, 333, 333, 1000]);
  });
});

/** The second evaluator, written from the specification, with the facts of a vector. */
function oracleAnswer(
  { params, facts, final }: EvaluationVector,
  { documents }: VectorFile,
  oracle: readonly OracleDocument[],
): OracleResult {
  // How long months last matters to nobody while it is not known when they began.
  const marks: Record<string, number> = { "12mo+14d": 379 };
  const inputs: Record<string, OracleInput> = {};
  for (const [name, input] of Object.entries(facts)) {
    if (!("value" in input)) {
      inputs[name] = { state: input.state };
      continue;
    }
    Object.assign(marks, input.marks);
    const isListed = oracle.some((each) => (each.facts[name]?.options.length ?? 0) > 0);
    const value = input.value as string | number;
    inputs[name] = {
      state: input.state,
      value: isListed ? String(value) : readRational(String(value)),
    };
  }
  const given: Record<string, string> = Object.assign(
    {},
    ...documents.map(({ id }) => params[id] ?? {}),
  ) as Record<string, string>;
  return oracleDecide(oracle, { params: given, marks }, inputs, final);
}

/**
 * The second evaluator tries every value of what is unknown; the product may ask for more, where it
 * does not follow the links between facts, and never for less.
 */
function agrees({ expect: answer }: EvaluationVector, other: OracleResult): boolean {
  if (answer.status === "impossible") return other.status === "impossible";
  if (answer.status === "needed") {
    if (other.status !== "needed") return other.status === "decided";
    return other.facts.every((fact) => answer.facts.includes(fact));
  }
  if (other.status !== "decided") return false;
  const shares = new Map(Object.keys(other.heads).map((head) => [head, "0/1"]));
  for (const { direction, base, grant, share } of answer.heads) {
    shares.set(`${direction} ${base} ${grant ?? ""}`.trim(), share);
  }
  return JSON.stringify([...shares].toSorted()) === JSON.stringify(Object.entries(other.heads));
}

import { describe, expect, test } from "vitest";
import { isRefusal } from "../../money/index.ts";
import { has, insert, intersects, rowsOf } from "./bits.ts";
import { compile } from "./compile.ts";
import { decideCase } from "../decide/decide-case.ts";
import { marksNeeded } from "./marks.ts";
import { compiled, documentOf, known, policyText } from "../testing/documents.ts";

const text = `
makegood: policy/1
id: test
version: 2
params:
  notice: {of: day, range: [0d, 60d], default: 15d}
  mode: {choice: [keep, linear], default: linear}
heads: {pay: {pay: order.prepaid}}
clauses:
  keep: {when: {mode: keep}, give: {pay: 100%}}
  early: {when: {mode: linear, day: {less_than: $notice}}, give: {pay: 60%}}
  late: {when: {mode: linear, day: {at_least: $notice}}, give: {pay: 90%}}`;
const document = documentOf(text);

function sentence(params: Record<string, string>): string {
  const policy = compile(document, params);
  return isRefusal(policy) ? `${policy.code}: ${policy.sentence}` : JSON.stringify(policy.params);
}

describe("parameters", () => {
  test("are filled in, by default where none is given", () => {
    expect(sentence({})).toBe('{"notice":"15d","mode":"linear"}');
    expect(sentence({ notice: "60d", mode: "keep" })).toBe('{"notice":"60d","mode":"keep"}');
    const at = (day: number, params: Record<string, string>) =>
      decideCase(compiled(document, params), known({ day })).heads[0]?.clause;
    expect([at(14, {}), at(15, {})]).toEqual([1, 2]);
    expect([at(14, { notice: "14d" }), at(13, { notice: "14d" })]).toEqual([2, 1]);
    expect(at(14, { mode: "keep" })).toBe(0);
    expect(compiled(document).reference).toBe("test@2");
  });

  test.each([
    [
      { notice: "61d" },
      "parameter_out_of_range: `61d` does not fit parameter `notice`: use a value from 0d to 60d",
    ],
    [{ notice: "15" }, "parameter_out_of_range: `15` does not fit"],
    [
      { mode: "half" },
      "parameter_out_of_range: `half` does not fit parameter `mode`: use one of keep, linear",
    ],
    [
      { grace: "1d" },
      "unknown_parameter: policy `test` has no parameter `grace`: use notice, mode",
    ],
    [{ constructor: "x" }, "unknown_parameter: policy `test` has no parameter `constructor`"],
  ])("%o", (params, expected) => {
    expect(sentence(params as unknown as Record<string, string>)).toContain(expected);
  });

  test("a document without parameters takes none", () => {
    const policy = compile(documentOf(policyText("  a: {give: {pay: 100%}}")), { notice: "1d" });
    expect(isRefusal(policy) && policy.sentence).toBe(
      "policy `test` has no parameter `notice`: use –",
    );
  });
});

describe("a compiled document", () => {
  const body = `  a: {when: {used: {at_most: 50%}, ended: yes}, give: {pay: 100%}}
  b: {over: [a], give: {pay: {rate: 90%, less: used.full}, sorry: 10%}}`;
  const heads =
    "{pay: {pay: order.prepaid}, sorry: {grant: points, of: order.prepaid, otherwise: none}}";
  const more = `
assume: {odd: {never: {cycles: {at_least: 90}}}}
promises: {blind_to: [region]}`;

  test("has a row for each clause, then for each assumption", () => {
    const policy = compiled(policyText(body, heads) + more);
    expect(policy.words).toBe(1);
    expect(policy.alive).toEqual([0b111]);
    expect(policy.assumed).toEqual([0b100]);
    expect(policy.heads.map(({ rows }) => rows)).toEqual([[0b11], [0b10]]);
    expect(policy.overriders).toEqual([[0b10], null]);
  });

  test("reads the facts of conditions, amounts and assumptions, and no others", () => {
    const policy = compiled(policyText(body, heads) + more);
    expect(Object.keys(policy.document.facts)).toContain("region");
    expect(policy.slots.map(({ name }) => name)).toEqual(["used", "used.full", "cycles", "ended"]);
  });

  test("leaves out the clauses that its parameters rule out", () => {
    expect(compiled(document).alive).toEqual([0b110]);
    expect(compiled(document, { mode: "keep" }).alive).toEqual([0b001]);
  });

  test("has constants of its bounds, not of its choices", () => {
    const { constants } = compiled(document, { notice: "20d" });
    expect([...constants]).toEqual([["notice", { kind: "whole", value: 20, text: "20d" }]]);
  });

  test.each([
    [32, 1],
    [33, 2],
    [64, 2],
    [65, 3],
  ])("of %d clauses has sets of %d words", (count, words) => {
    const clauses = Array.from({ length: count }, (_, row) => `  c${row}: {give: {pay: 100%}}`);
    const policy = compiled(policyText(clauses.join("\n")));
    expect(policy.words).toBe(words);
    expect(rowsOf(policy.alive)).toEqual(clauses.map((_, row) => row));
  });
});

test("marks are needed for periods of months, each once", () => {
  const policy = compiled(
    policyText(`  a: {when: {day: {at_most: 12mo+14d}}, give: {pay: 100%}}
  b: {when: {day: {at_least: 12mo+14d, less_than: 24mo}, since: {at_most: 1h}}, give: {pay: 5%}}`),
  );
  expect(marksNeeded(policy)).toEqual([{ fact: "day", periods: ["12mo+14d", "24mo"] }]);
  expect(marksNeeded(compiled(document))).toEqual([]);
});

test("sets of rows reach over words", () => {
  const set = [0, 0];
  for (const row of [0, 31, 32, 63]) insert(set, row);
  expect(rowsOf(set)).toEqual([0, 31, 32, 63]);
  expect([0, 1, 31, 32, 33, 63, 64].map((row) => has(set, row))).toEqual([
    true,
    false,
    true,
    true,
    false,
    true,
    false,
  ]);
  expect(intersects(set, [0, 1])).toBe(true);
  expect(intersects(set, [2, 2])).toBe(false);
});

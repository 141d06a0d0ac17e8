import { describe, expect, test } from "vitest";
import { languages } from "../texts.ts";
import type { Clause } from "../model.ts";
import { checkOverrides } from "./check.ts";
import { Draft } from "./draft.ts";
import { type Problem, Problems, problemSentence, problemsMax } from "./reading.ts";

const at = (line: number, column = 1) => ({ line, column });

function found(count: number, values: () => Record<string, string>) {
  const problems = new Problems();
  for (let line = count; line > 0; line -= 1) problems.add("unknown_fact", at(line), values);
  const reading = problems.reading("a document");
  return reading.ok ? [] : reading.problems;
}

describe("faults of a document", () => {
  test("none are its value", () => {
    expect(new Problems().reading("a document")).toEqual({ ok: true, value: "a document" });
  });

  test("are told in the order of the text, as many as fifty", () => {
    expect(problemsMax).toBe(50);
    const told = found(50, () => ({ name: "x" }));
    expect(told.map(({ at: { line } }) => line)).toEqual(told.map((_, index) => index + 1));
    expect(told.map(({ code }) => code)).toEqual(told.map(() => "unknown_fact"));
    expect(told[49]).toEqual({ code: "unknown_fact", at: at(50), values: { name: "x" } });
  });

  test("beyond fifty are counted in a last one, and nothing is looked up for them", () => {
    let looked = 0;
    const told = found(20_000, () => ({ name: String((looked += 1)) }));
    expect(looked).toBe(50);
    expect(told.length).toBe(51);
    expect(told[50]).toEqual({ code: "more_faults", at: at(20_000), values: { count: "19950" } });
    expect(languages.map((language) => problemSentence(told[50]!, language))).toEqual([
      "另有 19950 处错误未列出：请先改正以上各处，再重新检查",
      "另有 19950 處錯誤未列出：請先改正以上各處，再重新檢查",
      "faults that are not listed: 19950; mend those above first, then check again",
    ]);
  });
});

describe("clauses that override each other", () => {
  const count = 20_000;
  const declared = { facts: {}, bases: {}, reasons: {} };

  /** What is wrong when clause `i` overrides the one that `next` names. */
  function told(next: (index: number) => string): readonly Problem[] {
    const problems = new Problems();
    const clauses = Array.from({ length: count }, (_, index) => {
      return { name: `c${index}`, over: [next(index)], give: [{ head: "pay" }] };
    }) as unknown as Clause[];
    checkOverrides(clauses, new Map(), new Draft("policy", declared, problems));
    const reading = problems.reading(null);
    return reading.ok ? [] : reading.problems;
  }

  test("may be as many as fit into a file", () => {
    const chain = told((index) => `c${index + 1}`);
    expect(chain.map(({ code, values }) => [code, values["name"]])).toEqual([
      ["unknown_clause", `c${count}`],
    ]);
  });

  test("are told as a circle from the first that is on it", () => {
    const circle = told((index) => `c${index === count - 1 ? count - 3 : index + 1}`);
    const path = [-3, -2, -1, -3].map((from) => `c${count + from}`).join(" → ");
    expect(circle.map(({ code, values }) => [code, values])).toEqual([
      ["override_cycle", { path }],
    ]);
  });

  test("of names that there are not are looked for fifty times", () => {
    const strays = told((index) => `d${index}`);
    expect(strays.length).toBe(51);
    expect(strays[50]?.values).toEqual({ count: String(count - 50) });
  });
});

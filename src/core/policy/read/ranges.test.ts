import { describe, expect, test } from "vitest";
import { parseConstant } from "../constant.ts";
import type { Constant, OrderedFact } from "../model.ts";
import { checkInRange, within } from "./ranges.ts";
import { Problems } from "./reading.ts";
import { catalogue } from "../testing/documents.ts";

const days = (text: string) => parseConstant(text, "days") as Constant;

describe("a range", () => {
  const inside = (text: string, from: string, to: string) =>
    within(days(text), { from: days(from), to: days(to) });

  test("includes both its ends and nothing beyond them", () => {
    expect(["7d", "8d", "30d"].map((text) => inside(text, "7d", "30d"))).toEqual([
      true,
      true,
      true,
    ]);
    expect(["6d", "31d"].map((text) => inside(text, "7d", "30d"))).toEqual([false, false]);
  });

  test("does not include what may be shorter or longer than an end, as the month has it", () => {
    expect(inside("1mo", "7d", "32d")).toBe(true);
    expect(inside("1mo", "7d", "30d")).toBe(false);
    expect(inside("1mo", "27d", "60d")).toBe(true);
    expect(inside("1mo", "30d", "60d")).toBe(false);
    expect(inside("30d", "1mo", "60d")).toBe(false);
    expect(inside("30d", "30d", "1mo")).toBe(false);
  });
});

test("a constant out of its fact's range is told with that range", () => {
  const fact = catalogue.facts["cycles"] as OrderedFact;
  const problems = new Problems();
  const at = { line: 3, column: 5 };
  const check = (text: string) =>
    checkInRange(parseConstant(text, "count") as Constant, fact, at, problems);
  expect([check("0"), check("99"), check("100")]).toEqual([true, true, false]);
  const values = { found: "100", fact: "cycles", from: "0", to: "99" };
  expect(problems.reading(null)).toEqual({
    ok: false,
    problems: [{ code: "out_of_range", at, values }],
  });
});

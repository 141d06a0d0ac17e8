import { describe, expect, test } from "vitest";
import { periodDays } from "../calendar/index.ts";
import { compareConstants, daysBetween, parseConstant, shareOfConstant } from "./constant.ts";
import { clashOf, compareCuts, cutOf, indexOfCut, isLower, sortedCuts } from "./cuts.ts";
import type { Constant } from "./model.ts";
import { editDistance, suggestion } from "./read/suggest.ts";

function days(text: string): Constant {
  const constant = parseConstant(text, "days");
  if (constant === null) throw new Error(text);
  return constant;
}

const ratio = (text: string) => parseConstant(text, "ratio") as Constant;

describe("a constant", () => {
  test("is read in the unit of its fact", () => {
    expect(parseConstant("72h", "duration")).toEqual({
      kind: "whole",
      value: 259_200,
      text: "72h",
    });
    expect(parseConstant("7d", "days")).toEqual({ kind: "whole", value: 7, text: "7d" });
    expect(parseConstant("3", "count")).toEqual({ kind: "whole", value: 3, text: "3" });
    expect(parseConstant("60%", "ratio")).toEqual({
      kind: "ratio",
      value: { n: 3, d: 5 },
      text: "60%",
    });
    expect(parseConstant("12mo+14d", "days")).toMatchObject({
      kind: "period",
      value: { months: 12, days: 14 },
    });
  });

  test.each([
    ["7", "duration"],
    ["7h", "days"],
    ["7d", "ratio"],
    ["1.5", "count"],
    ["x3", "count"],
    ["3x", "count"],
    ["", "count"],
  ] as const)("`%s` is no %s", (text, type) => {
    expect(parseConstant(text, type)).toBeNull();
  });

  test("months last between their shortest and longest", () => {
    expect(daysBetween(days("1mo"))).toMatchObject({ least: 28, most: 31 });
    expect(daysBetween(days("2mo"))).toMatchObject({ least: 59, most: 62 });
    expect(daysBetween(days("12mo+14d"))).toMatchObject({ least: 379, most: 380 });
    expect(daysBetween(days("48mo"))).toMatchObject({ least: 1460, most: 1461 });
    expect(() => daysBetween(ratio("1/2"))).toThrow("`1/2` has no days");
  });

  test("of a share has a fraction, of a length none", () => {
    expect(shareOfConstant(ratio("1/2"))).toEqual({ n: 1, d: 2 });
    expect(() => shareOfConstant(days("7d"))).toThrow("`7d` is no share");
  });

  test("no day begins a period outside those limits", () => {
    for (const months of [1, 2, 3, 6, 11, 12, 25]) {
      const { least, most } = daysBetween(days(`${months}mo`));
      for (let from = -40_000; from < 110_000; from += 1) {
        const length = periodDays(from, { months, days: 0 });
        if (length < least || length > most) throw new Error(`${months} months from ${from}`);
      }
    }
  });

  test("is compared where the calendar leaves no doubt", () => {
    expect(compareConstants(days("7d"), days("8d"))).toBe(-1);
    expect(compareConstants(days("8d"), days("7d"))).toBe(1);
    expect(compareConstants(days("7d"), days("7d"))).toBe(0);
    expect(compareConstants(days("07d"), days("7d"))).toBe(0);
    expect(compareConstants(days("27d"), days("1mo"))).toBe(-1);
    expect(compareConstants(days("28d"), days("1mo"))).toBeNull();
    expect(compareConstants(days("1mo"), days("31d"))).toBeNull();
    expect(compareConstants(days("1mo"), days("32d"))).toBe(-1);
    expect(compareConstants(days("32d"), days("1mo"))).toBe(1);
    expect(compareConstants(days("1mo"), days("1mo"))).toBe(0);
    expect(compareConstants(days("1mo"), days("1mo+1d"))).toBeLessThan(0);
    expect(compareConstants(days("1mo+2d"), days("1mo+1d"))).toBeGreaterThan(0);
    expect(compareConstants(days("12mo"), days("1mo+335d"))).toBeNull();
    expect(compareConstants(ratio("1/3"), ratio("33%"))).toBeGreaterThan(0);
    expect(compareConstants(ratio("1/2"), ratio("50%"))).toBe(0);
  });
});

describe("cuts", () => {
  test("are sorted, each once", () => {
    const cuts = [
      cutOf("at_most", days("7d")),
      cutOf("less_than", days("8d")),
      cutOf("more_than", days("1mo")),
      cutOf("at_least", days("3d")),
    ];
    const texts = sortedCuts(cuts).map(({ constant, above }) => `${constant.text} ${above}`);
    expect(texts).toEqual(["3d false", "7d true", "1mo true"]);
  });

  test("shares are cut before and after a constant", () => {
    const [from, above] = [cutOf("at_least", ratio("1/2")), cutOf("more_than", ratio("50%"))];
    expect(compareCuts(from, above)).toBeLessThan(0);
    expect(compareCuts(above, from)).toBeGreaterThan(0);
    expect(compareCuts(from, cutOf("less_than", ratio("50%")))).toBe(0);
    expect(compareCuts(above, cutOf("at_most", ratio("3/4")))).toBeLessThan(0);
  });

  test("are found where they stand", () => {
    const texts = ["1d", "2d", "3d", "5d", "8d", "13d", "21d"];
    const sorted = texts.map((text) => cutOf("at_most", days(text)));
    expect(sorted.map((cut) => indexOfCut(cut, sorted))).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(indexOfCut(cutOf("less_than", days("9d")), sorted)).toBe(4);
  });

  test("clash where months and days cannot be told apart", () => {
    expect(clashOf([days("7d"), days("1mo"), days("30d")])).toEqual([days("1mo"), days("30d")]);
    expect(clashOf([days("7d"), days("1mo"), days("2mo"), days("90d")])).toBeNull();
    expect(clashOf([])).toBeNull();
  });

  test("lower bounds hold for what passes", () => {
    expect(
      ["at_most", "more_than", "less_than", "at_least"].map((each) => isLower(each as "at_most")),
    ).toEqual([false, true, false, true]);
  });
});

test("the nearest name takes the fewest edits", () => {
  expect(editDistance("kitten", "sitting")).toBe(3);
  expect(editDistance("", "abc")).toBe(3);
  expect(editDistance("abc", "")).toBe(3);
  expect(editDistance("abc", "abc")).toBe(0);
  expect(suggestion("sicne", ["day", "since", "used"])).toEqual({ nearest: "since" });
  expect(suggestion("pya", ["pay", "take"])).toEqual({ nearest: "pay" });
  // Whatever is closest is no help where it is not close.
  expect(suggestion("25.00", ["tier", "day"])).toEqual({ known: "tier, day" });
  expect(suggestion("unused", ["rate", "less"])).toEqual({ known: "rate, less" });
  expect(suggestion("x", ["a", "b"])).toEqual({ known: "a, b" });
  expect(suggestion("x", [])).toEqual({ known: "–" });
});

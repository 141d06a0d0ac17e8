import { describe, expect, test } from "vitest";
import { documentOf, policyText } from "../testing/documents.ts";
import { floorOf } from "../testing/proof.ts";
import { checkComparable } from "./comparable.ts";

const withRange = (range: string, bound: string) => `
makegood: policy/1
id: test
version: 1
params: {notice: {of: day, range: ${range}, default: 15d}}
heads: {pay: {pay: order.prepaid}}
clauses:
  a: {when: {day: {at_most: $notice}}, give: {pay: 100%}}
  b: {when: {day: {more_than: ${bound}}}, give: {pay: 100%}}`;

const told = (text: string) => checkComparable(documentOf(text), null).map(({ facts }) => facts);

describe("constants of one document", () => {
  test.each([
    ["[1d, 27d]", "1mo", []],
    ["[1d, 28d]", "1mo", [["day", "$notice", "1mo"]]],
    ["[15d, 31d]", "1mo", [["day", "$notice", "1mo"]]],
    ["[15d, 60d]", "1mo", [["day", "$notice", "1mo"]]],
    ["[15d, 60d]", "30d", []],
    ["[15d, 60d]", "3mo", []],
  ])("a parameter %s beside %s", (range, bound, expected) => {
    expect(told(withRange(range, bound))).toEqual(expected);
  });

  test("a parameter beyond the months is apart from them", () => {
    const text = withRange("[15d, 60d]", "1mo").replace(
      "[15d, 60d], default: 15d",
      "[32d, 60d], default: 40d",
    );
    expect(told(text)).toEqual([]);
    expect(told(text.replace("[32d", "[31d"))).toHaveLength(1);
  });

  test("the default and the ends of a parameter that are months", () => {
    const text = (range: string, usual: string, bound: string) =>
      withRange(range, bound).replace("default: 15d", `default: ${usual}`);
    expect(told(text("[1mo, 6mo]", "2mo", "20d"))).toEqual([]);
    expect(told(text("[1mo, 6mo]", "2mo", "60d"))).toEqual([["day", "2mo", "60d"]]);
    expect(told(text("[1mo, 6mo]", "2mo", "30d"))).toEqual([["day", "1mo", "30d"]]);
    expect(told(text("[1mo, 6mo]", "2mo", "182d"))).toEqual([["day", "6mo", "182d"]]);
    expect(told(text("[1mo, 6mo]", "2mo", "70d"))).toEqual([]);
  });

  test("days beside months", () => {
    const text = (one: string, other: string) =>
      policyText(`  a: {when: {day: {at_most: ${one}}}, give: {pay: 100%}}
  b: {when: {line.day: {at_most: 30d}, day: {more_than: ${other}}}, give: {pay: 100%}}`).replace(
        "line.day: {at_most: 30d}, ",
        "",
      );
    expect(told(text("30d", "1mo"))).toEqual([["day", "1mo", "30d"]]);
    expect(told(text("32d", "1mo"))).toEqual([]);
    expect(told(text("1mo", "2mo"))).toEqual([]);
  });
});

describe("a document beside a floor", () => {
  const own = (bound: string) =>
    documentOf(policyText(`  a: {when: {day: {at_most: ${bound}}}, give: {pay: 100%}}`));
  const floor = floorOf("  a1: {when: {day: {at_most: 2mo}}, cite: x, give: {pay: 100%}}");

  test.each([
    ["60d", []],
    ["2mo", []],
    ["2mo+3d", []],
    ["1mo", []],
    ["1mo+30d", [["day", "1mo+30d", "2mo"]]],
  ])("%s", (bound, expected) => {
    expect(checkComparable(own(bound), floor).map(({ facts }) => facts)).toEqual(expected);
  });

  test("on other facts, nothing meets", () => {
    const other = documentOf(policyText("  a: {when: {ended: yes}, give: {pay: 100%}}"));
    expect(checkComparable(other, floor)).toEqual([]);
  });
});

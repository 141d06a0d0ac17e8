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
  test.each(["[1d, 27d]", "[1d, 28d]", "[15d, 31d]", "[15d, 60d]"])(
    "a parameter in days, %s, beside months",
    (range) => expect(told(withRange(range, "1mo"))).toEqual([]),
  );

  test("the ends of a parameter that are months, not its default", () => {
    const text = (range: string, usual: string, bound: string) =>
      withRange(range, bound).replace("default: 15d", `default: ${usual}`);
    expect(told(text("[1mo, 6mo]", "2mo", "20d"))).toEqual([]);
    expect(told(text("[1mo, 6mo]", "2mo", "60d"))).toEqual([]);
    expect(told(text("[1mo, 6mo]", "2mo", "2mo"))).toEqual([]);
    expect(told(text("[1mo, 6mo]", "2mo", "27d"))).toEqual([]);
    expect(told(text("[1mo, 6mo]", "2mo", "28d"))).toEqual([["day", "1mo", "28d"]]);
    expect(told(text("[1mo, 6mo]", "2mo", "31d"))).toEqual([["day", "1mo", "31d"]]);
    expect(told(text("[1mo, 6mo]", "2mo", "32d"))).toEqual([]);
    expect(told(text("[1mo, 6mo]", "2mo", "182d"))).toEqual([["day", "6mo", "182d"]]);
    expect(told(text("[1mo, 6mo]", "2mo", "5mo+30d"))).toEqual([["day", "6mo", "5mo+30d"]]);
  });

  test("the ends of two parameters", () => {
    const text = (range: string) =>
      withRange("[15d, 1mo]", "$late").replace(
        "default: 15d}",
        `default: 15d}, late: {of: day, range: ${range}, default: 1095d}`,
      );
    expect(told(text("[1mo, 1095d]"))).toEqual([]);
    expect(told(text("[32d, 1095d]"))).toEqual([]);
    expect(told(text("[31d, 1095d]"))).toEqual([["day", "1mo", "31d"]]);
  });

  test("days beside months, and months beside others, as far as the calendar tells", () => {
    const text = (...bounds: string[]) =>
      policyText(
        bounds
          .map((bound, index) => `  c${index}: {when: {day: {at_most: ${bound}}}, give: {pay: 1%}}`)
          .join("\n"),
      );
    expect(told(text("30d", "1mo"))).toEqual([]);
    expect(told(text("1mo", "2mo", "1mo+30d"))).toEqual([]);
    expect(told(text("11mo+30d", "12mo"))).toEqual([]);
    expect(told(text("1mo+30d", "2mo", "3mo"))).toEqual([["day", "1mo+30d", "2mo"]]);
    expect(told(text("1mo", "2mo", "3mo"))).toEqual([]);
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
    ["1mo+30d", []],
  ])("%s", (bound, expected) => {
    expect(checkComparable(own(bound), floor).map(({ facts }) => facts)).toEqual(expected);
  });

  test("the months that end a parameter, on either side", () => {
    const mine = documentOf(withRange("[15d, 2mo]", "20d"));
    expect(checkComparable(mine, floor).map(({ facts }) => facts)).toEqual([["day", "2mo", "2mo"]]);
    expect(checkComparable(own("61d"), mine).map(({ facts }) => facts)).toEqual([
      ["day", "2mo", "61d"],
    ]);
    expect(checkComparable(own("63d"), mine)).toEqual([]);
  });

  test("months that are not told apart by their distances", () => {
    const two = floorOf(
      `  a1: {when: {day: {at_most: 2mo}}, cite: x, give: {pay: 100%}}
  a2: {when: {day: {at_most: 3mo}}, cite: x, give: {pay: 100%}}`,
    );
    expect(checkComparable(own("1mo+30d"), two).map(({ facts }) => facts)).toEqual([
      ["day", "1mo+30d", "2mo"],
    ]);
  });

  test("on other facts, nothing meets", () => {
    const other = documentOf(policyText("  a: {when: {ended: yes}, give: {pay: 100%}}"));
    expect(checkComparable(other, floor)).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import { cellOf, ratioOf } from "./cell.ts";
import type { FactValue } from "../facts.ts";
import { PolicyFault } from "../fault.ts";
import { compiled, policyText } from "../testing/documents.ts";

/** The only fact of a policy that asks one thing, and the cell in which a value of it lies. */
function cells(when: string, values: readonly FactValue[], marks = {}): number[] {
  const [slot] = compiled(policyText(`  a: {when: {${when}}, give: {pay: 100%}}`)).slots;
  return values.map((value) => cellOf(slot!, { state: "event", value, marks }));
}

describe("the cell of a value", () => {
  test("of a share is cut exactly, whichever side the cut belongs to", () => {
    expect(cells("used: {at_most: 1/3}", ["0%", "33%", "1/3", "34%", 1])).toEqual([0, 0, 0, 1, 1]);
    expect(cells("used: {at_least: 1/3}", ["33%", "1/3", { n: 2, d: 3 }])).toEqual([0, 1, 1]);
    expect(cells("used: {more_than: 1/4, less_than: 1/2}", ["1/4", "1/3", "1/2"])).toEqual([
      0, 1, 2,
    ]);
  });

  test("of a day count needs the length of the months that it is compared with", () => {
    expect(cells("day: {at_most: 1mo}", [28, 29], { "1mo": 28 })).toEqual([0, 1]);
    expect(cells("day: {at_most: 1mo}", [31, 32], { "1mo": 31 })).toEqual([0, 1]);
    expect(() => cells("day: {at_most: 1mo}", [28])).toThrow(
      new PolicyFault("missing_mark", "1mo", "day", ["1mo"]),
    );
  });

  test("of an unknown fact is none, of an unsaid wish that of its default", () => {
    const unsaid = (when: string) => {
      const [slot] = compiled(policyText(`  a: {when: {${when}}, give: {pay: 100%}}`)).slots;
      return [undefined, { state: "unknown" } as const].map((input) => cellOf(slot!, input));
    };
    expect(unsaid("cause: none")).toEqual([-1, -1]);
    expect(unsaid("wish: voucher")).toEqual([0, 0]);
  });
});

test("a share is read from a fraction, a text or a whole number, and from nothing else", () => {
  expect([{ n: 1, d: 3 }, "1/3", "50%", 2].map(ratioOf)).toEqual([
    { n: 1, d: 3 },
    { n: 1, d: 3 },
    { n: 1, d: 2 },
    { n: 2, d: 1 },
  ]);
  expect(() => ratioOf("half")).toThrow("`half`");
});

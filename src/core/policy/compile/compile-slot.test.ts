import { describe, expect, test } from "vitest";
import { rowsOf } from "./bits.ts";
import { constantOf } from "./compile-slot.ts";
import type { Slot } from "./compiled.ts";
import { compiled, policyText } from "../testing/documents.ts";

function slotOf(body: string): Slot {
  const [slot] = compiled(policyText(body, "{price: {pay: line.paid}}")).slots;
  return slot!;
}

/** The parts of a slot that deciding reads. */
function parts({ firsts, marked, options, unsaid, unproven, masks, every, some }: Slot) {
  return { firsts, marked, options: [...options], unsaid, unproven, masks, every, some };
}

describe("the slot of a fact", () => {
  test("of a number has a cell below each cut and one above them all", () => {
    const slot = slotOf(`  a: {when: {cycles: {at_most: 3}}, give: {price: 100%}}
  b: {when: {cycles: {more_than: 3, less_than: 9}}, give: {price: 100%}}
  c: {when: {cycles: {at_least: 9}}, give: {price: 100%}}
  d: {give: {price: 100%}}`);
    expect(parts(slot)).toEqual({
      firsts: [4, 9],
      marked: false,
      options: [],
      unsaid: -1,
      unproven: 3,
      masks: [0b1001, 0b1010, 0b1100, 0b1000],
      every: [0b1000],
      some: [0b1111],
    });
  });

  test("of a share has no whole numbers to pass", () => {
    const slot = slotOf("  a: {when: {used: {at_most: 50%}}, give: {price: 100%}}");
    expect(parts(slot)).toMatchObject({ firsts: [], unproven: 2, masks: [1, 0, 0] });
  });

  test("depends on the case where some of its cuts are months", () => {
    const marked = (when: string) =>
      slotOf(`  a: {when: {day: {${when}}}, give: {price: 100%}}`).marked;
    expect(marked("more_than: 3d, at_most: 12mo+14d")).toBe(true);
    expect(marked("more_than: 3d, at_most: 30d")).toBe(false);
  });

  test("of a choice has a cell for each option, and counts the unproven where it can be", () => {
    const slot = slotOf(`  a: {when: {defect: quality}, give: {price: 100%}}
  b: {when: {defect: [none, unproven]}, give: {price: 100%}}
  c: {when: {defect: [none, quality]}, give: {price: 100%}}
  d: {give: {price: 100%}}`);
    expect(parts(slot)).toEqual({
      firsts: [],
      marked: false,
      options: [
        ["none", 0],
        ["quality", 1],
      ],
      unsaid: -1,
      unproven: 2,
      masks: [0b1110, 0b1101, 0b1010],
      every: [0b1000],
      some: [0b1111],
    });
  });

  test("does not count the unproven where the burden is not the customer's", () => {
    const slot = slotOf(`  a: {when: {cause: [none, trader, breach]}, give: {price: 100%}}
  b: {when: {cause: none}, give: {price: 100%}}`);
    expect(parts(slot)).toMatchObject({ masks: [3, 1, 1, 0], every: [1], some: [3] });
  });

  test("of a wish knows its default", () => {
    expect(slotOf("  a: {when: {wish: voucher}, give: {price: 100%}}").unsaid).toBe(0);
    expect(slotOf("  a: {when: {ended: yes}, give: {price: 100%}}").unsaid).toBe(-1);
  });

  test("of more than 32 rows has all of them in each cell", () => {
    const lines = Array.from(
      { length: 40 },
      (_, row) => `  c${row}: {when: {cause: [none${row % 2 === 0 ? ", trader, breach" : ""}]},
    give: {price: 100%}}`,
    );
    const { masks, every, some } = slotOf(lines.join("\n"));
    const all = lines.map((_, row) => row);
    const even = all.filter((row) => row % 2 === 0);
    expect([every.length, some.length, masks.length]).toEqual([2, 2, 8]);
    expect([rowsOf(every), rowsOf(some)]).toEqual([even, all]);
    expect(rowsOf(masks.slice(0, 2))).toEqual(all);
    expect(rowsOf(masks.slice(2, 4))).toEqual(even);
  });
});

test("a bound by a parameter that nobody filled is a fault of the caller", () => {
  const operand = { kind: "parameter", name: "notice" } as const;
  expect(() => constantOf({ operator: "at_most", operand }, new Map())).toThrow(
    new RangeError("parameter `notice` is not filled"),
  );
});

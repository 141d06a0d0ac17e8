import { describe, expect, test } from "vitest";
import { fractionText } from "../../money/index.ts";
import type { CompiledPolicy } from "../compile/compiled.ts";
import type { OrderedFact } from "../model.ts";
import { possibleValues } from "./possible-values.ts";
import { compiled, policyText } from "../testing/documents.ts";

/** A policy that compares facts in its only clause. */
const asking = (when: string) =>
  compiled(policyText(`  a: {when: {${when}}, give: {price: 100%}}`, "{price: {pay: line.paid}}"));

function membersOf(policies: readonly CompiledPolicy[]) {
  return policies.flatMap((policy) => policy.heads.map((head) => ({ policy, head })));
}

/** What stands for each cell of a fact; for a share with the ends of the cell. */
function valuesOf(name: string, ...policies: CompiledPolicy[]): unknown[] {
  return possibleValues(name, membersOf(policies)).map(({ input, share }) => {
    if (share === null) return "value" in input ? input.value : input.state;
    const [from, to] = [share.lowest, share.highest].map(fractionText);
    return { value: "value" in input ? input.value : null, from, to };
  });
}

describe("listed facts", () => {
  test("can be each of their options, and unproven where the customer has to prove them", () => {
    expect(valuesOf("cause", asking("cause: none"))).toEqual(["none", "trader", "breach"]);
    expect(valuesOf("defect", asking("defect: quality"))).toEqual(["none", "quality", "unproven"]);
  });

  test("that no document reads have no values", () => {
    expect(possibleValues("cause", membersOf([asking("ended: yes")]))).toEqual([]);
  });

  test("are tried as attested, which counts whoever has to establish them", () => {
    expect(possibleValues("ended", membersOf([asking("ended: yes")]))).toEqual([
      { input: { state: "attested", value: "no" }, share: null },
      { input: { state: "attested", value: "yes" }, share: null },
    ]);
  });
});

describe("whole numbers", () => {
  test("are tried at the first value on each side of a cut", () => {
    expect(valuesOf("since", asking("since: {at_most: 72h}"))).toEqual([0, 259_201]);
    expect(valuesOf("cycles", asking("cycles: {at_least: 3, less_than: 5}"))).toEqual([0, 3, 5]);
  });

  test("are cut by all documents together, and by equal cuts once", () => {
    const two = [asking("cycles: {at_least: 3}"), asking("cycles: {more_than: 2, at_most: 9}")];
    expect(valuesOf("cycles", ...two)).toEqual([0, 3, 10]);
  });

  test("stay within their range, its ends included", () => {
    expect(valuesOf("cycles", asking("cycles: {at_least: 0}"))).toEqual([0]);
    expect(valuesOf("cycles", asking("cycles: {at_least: 1}"))).toEqual([0, 1]);
    expect(valuesOf("cycles", asking("cycles: {at_least: 99}"))).toEqual([0, 99]);
    expect(valuesOf("cycles", asking("cycles: {more_than: 99}"))).toEqual([0]);
  });

  test("of months come with the shortest length of each period", () => {
    const policy = asking("day: {more_than: 2mo, at_most: 12mo+14d}");
    const marks = { "2mo": 59, "12mo+14d": 379 };
    expect(possibleValues("day", membersOf([policy]))).toEqual(
      [0, 60, 380].map((value) => ({ input: { state: "attested", value, marks }, share: null })),
    );
  });
});

describe("shares", () => {
  test("are tried at the cut that belongs to a cell, else in the middle of it", () => {
    expect(valuesOf("used", asking("used: {at_most: 1/3}"))).toEqual([
      { value: "0/1", from: "0/1", to: "1/3" },
      { value: "1/1", from: "1/3", to: "1/1" },
    ]);
    const between = asking("used: {more_than: 1/4, less_than: 3/4}");
    expect(valuesOf("used", between)).toEqual([
      { value: "0/1", from: "0/1", to: "1/4" },
      { value: "1/2", from: "1/4", to: "3/4" },
      { value: "3/4", from: "3/4", to: "1/1" },
    ]);
    expect(possibleValues("used", membersOf([between]))[1]?.input).toEqual({
      state: "attested",
      value: "1/2",
    });
  });

  test("one value alone is a cell", () => {
    expect(valuesOf("used", asking("used: {at_least: 50%, at_most: 50%}"))).toEqual([
      { value: "0/1", from: "0/1", to: "1/2" },
      { value: "1/2", from: "1/2", to: "1/2" },
      { value: "1/1", from: "1/2", to: "1/1" },
    ]);
  });

  test("are cut by all documents together, in order and once each", () => {
    const two = [asking("used: {more_than: 50%}"), asking("used: {more_than: 1/4, at_most: 1/2}")];
    expect(valuesOf("used", ...two)).toEqual([
      { value: "0/1", from: "0/1", to: "1/4" },
      { value: "1/2", from: "1/4", to: "1/2" },
      { value: "1/1", from: "1/2", to: "1/1" },
    ]);
  });

  test("stay within their range, its ends included", () => {
    expect(valuesOf("used", asking("used: {at_least: 0%}"))).toEqual([
      { value: "0/1", from: "0/1", to: "1/1" },
    ]);
    expect(valuesOf("used", asking("used: {more_than: 0%}"))).toEqual([
      { value: "0/1", from: "0/1", to: "0/1" },
      { value: "1/1", from: "0/1", to: "1/1" },
    ]);
    expect(valuesOf("used", asking("used: {at_least: 100%}"))).toEqual([
      { value: "0/1", from: "0/1", to: "1/1" },
      { value: "1/1", from: "1/1", to: "1/1" },
    ]);
    expect(valuesOf("used", asking("used: {more_than: 100%}"))).toEqual([
      { value: "0/1", from: "0/1", to: "1/1" },
    ]);
  });

  test("beyond the range of the document that comes first are left out", () => {
    const wide = asking("used.full: {at_least: 500%}");
    const fact = wide.document.facts["used.full"] as OrderedFact;
    const range = {
      from: fact.range.from,
      to: { kind: "ratio", value: { n: 2, d: 1 }, text: "2" },
    };
    const [slot] = wide.slots;
    const narrow = { ...wide, slots: [{ ...slot, fact: { ...fact, range } }] } as CompiledPolicy;
    expect(valuesOf("used.full", narrow)).toEqual([{ value: "0/1", from: "0/1", to: "2/1" }]);
  });

  test("that a customer has to prove can also be unproven", () => {
    expect(valuesOf("effect", asking("effect: {at_most: 1}"))).toEqual([
      { value: "0/1", from: "0/1", to: "1/1" },
      { value: "10/1", from: "1/1", to: "10/1" },
      "unproven",
    ]);
  });
});

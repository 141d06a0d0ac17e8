import { describe, expect, test } from "vitest";
import type { NeededValue } from "./decision.ts";
import type { FactInput } from "../facts.ts";
import type { Fact, Operator } from "../model.ts";
import { type TriedValue, oppositeOf } from "./opposite.ts";
import { catalogue } from "../testing/documents.ts";

/** Values in order: `+` helps, `#` is one for which the clause holds, `-` neither. */
function tried(marks: string, inputs: readonly FactInput[] = []): TriedValue[] {
  return [...marks].map((mark, value) => ({
    input: inputs[value] ?? { state: "attested", value },
    share: null,
    holds: mark === "#",
    helps: mark === "+",
  }));
}

const bounds = (...all: [Operator, string][]): NeededValue => ({
  bounds: all.map(([operator, constant]) => ({ operator, constant })),
});
const factOf = (name: string) => catalogue.facts[name] as Fact;
const [day, effect, defect] = [factOf("day"), factOf("effect"), factOf("defect")];
const unproven = { state: "unproven" } as const;

describe("for a clause with a bound not to hold", () => {
  test.each([
    ["at_most", "#+", "more_than"],
    ["less_than", "#+", "at_least"],
    ["at_least", "+#", "less_than"],
    ["more_than", "+#", "at_most"],
  ] as const)("a fact that was %s the constant must be %s: %s", (operator, marks, opposite) => {
    expect(oppositeOf(day, bounds([operator, "7d"]), tried(marks))).toEqual(
      bounds([opposite, "7d"]),
    );
  });

  test("the bound on the side where values help is left, though not all of them do", () => {
    const between = bounds(["at_least", "3d"], ["at_most", "7d"]);
    const [below, above] = [bounds(["less_than", "3d"]), bounds(["more_than", "7d"])];
    expect(oppositeOf(day, between, tried("+#-"))).toEqual(below);
    expect(oppositeOf(day, between, tried("-#+"))).toEqual(above);
    expect(oppositeOf(day, between, tried("-+##-"))).toEqual(below);
    expect(oppositeOf(day, between, tried("--##-+"))).toEqual(above);
    expect(oppositeOf(day, between, tried("+#+"))).toEqual(below);
  });

  test("nothing proven may help as well, and is named where nothing else does", () => {
    const atLeast = bounds(["at_least", "3d"]);
    const values: FactInput[] = [
      { state: "attested", value: 0 },
      { state: "event", value: 3 },
    ];
    expect(oppositeOf(effect, atLeast, tried("+#+", [...values, unproven]))).toEqual(
      bounds(["less_than", "3d"]),
    );
    expect(oppositeOf(effect, atLeast, tried("-#+", [...values, unproven]))).toEqual({
      options: ["unproven"],
    });
  });
});

test("for a clause on what is unproven not to hold, the fact must be proven", () => {
  expect(oppositeOf(effect, { options: ["unproven"] }, tried("++#"))).toEqual(
    bounds(["at_least", "0%"]),
  );
});

test("for a clause with options not to hold the fact must be one of those that help", () => {
  const inputs = ["none", "quality", "colour"].map((value): FactInput => ({
    state: "attested",
    value,
  }));
  const needed = { options: ["none"] };
  expect(oppositeOf(defect, needed, tried("#+-+", [...inputs, unproven]))).toEqual({
    options: ["quality", "unproven"],
  });
  expect(oppositeOf(defect, needed, tried("#++-", [...inputs, unproven]))).toEqual({
    options: ["quality", "colour"],
  });
});

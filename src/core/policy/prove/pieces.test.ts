import { describe, expect, test } from "vitest";
import { type Fraction, fractionText } from "../../money/index.ts";
import { documentOf, policyText } from "../testing/documents.ts";
import { buildSpace } from "./build-space.ts";
import { type GroupAnswer, groupOf } from "./group.ts";
import { instanceOf } from "./instance.ts";
import type { Linear } from "./linear.ts";
import { endsOf, factVariable, piecesOf } from "./pieces.ts";
import type { Cells } from "./space.ts";

const document = documentOf(
  policyText(
    `  less: {when: {used: {more_than: 20%, at_most: 60%}}, why: too_late,
    give: {pay: {rate: 50%, less: used}}}
  unused: {why: too_late, give: {pay: {rate: 80%, unused: used}}}
  part: {when: {used.full: {at_least: 30%}}, why: too_late,
    give: {pay: {rate: 50%, part: used.full}}}
  plain: {when: {day: {at_most: 7d}}, give: {pay: 70%}}`,
  ),
);
const instance = instanceOf(document);
const { space, rows } = buildSpace([instance]);
const [head] = document.heads;
if (head === undefined) throw new Error("one head pays");
const group = groupOf(instance, head, rows[0] ?? [], 0);

/** Cells of the axes `day`, `used` and `used.full`, in the order of the document's facts. */
function cellsOf(cells: Readonly<Record<string, number>>): Cells {
  return new Map(
    Object.entries(cells).map(([name, cell]) => {
      const axis = space.axes.findIndex(
        (each) => each.kind === "values" && each.fact.name === name,
      );
      return [axis, [[cell, cell]]];
    }),
  );
}

const told = ([low, high]: readonly [Fraction, Fraction]) => [
  fractionText(low),
  fractionText(high),
];
const ends = (fact: string, cells: Readonly<Record<string, number>>) =>
  told(endsOf(factVariable(fact, group, space), cellsOf(cells), space));

describe("a variable lies", () => {
  test("in its range where no cell says more", () => {
    expect(ends("used", {})).toEqual(["0/1", "1/1"]);
    expect(ends("used.full", { used: 1, day: 0 })).toEqual(["0/1", "10/1"]);
  });

  test("between the cuts of its cell", () => {
    expect(ends("used", { used: 0 })).toEqual(["0/1", "1/5"]);
    expect(ends("used", { used: 1 })).toEqual(["1/5", "3/5"]);
    expect(ends("used", { used: 2, "used.full": 0 })).toEqual(["3/5", "1/1"]);
    expect(ends("used.full", { used: 0, "used.full": 1 })).toEqual(["3/10", "10/1"]);
  });

  test("up to the whole number before a cut", () => {
    expect(ends("day", { day: 0 })).toEqual(["0/1", "7/1"]);
    expect(ends("day", { day: 1 })).toEqual(["8/1", "1095/1"]);
  });

  test("nowhere when no document reads it", () => {
    expect(() => factVariable("since", group, space)).toThrow(
      "`since` is no variable of the proof",
    );
  });
});

function linearText({ terms, constant }: Linear): string {
  const told = [...terms].map(([variable, factor]) => `${fractionText(factor)}·${variable}`);
  return [...told, fractionText(constant)].join(" + ");
}

function pieces(clause: string, cells: Readonly<Record<string, number>>): string[] {
  const at = document.clauses.findIndex(({ name }) => name === clause);
  const member = group.members.find((each) => each.clause === at);
  if (member === undefined) throw new Error(clause);
  return piecesTold({ kind: "clause", member }, cells);
}

function piecesTold(answer: GroupAnswer, cells: Readonly<Record<string, number>>): string[] {
  return piecesOf(group, answer, cellsOf(cells), space).map(({ answer: share, within }) =>
    [
      linearText(share),
      ...within.map(({ linear, strict }) => `${linearText(linear)} ${strict ? ">" : "≥"} 0`),
    ].join(" if "),
  );
}

describe("an answer is linear", () => {
  const used = factVariable("used", group, space);
  const full = factVariable("used.full", group, space);

  test("as a whole where it stays within nothing and the maximum", () => {
    expect(pieces("plain", {})).toEqual(["7/10"]);
    expect(pieces("less", { used: 0 })).toEqual([`-1/1·${used} + 1/2`]);
    expect(pieces("unused", {})).toEqual([`-4/5·${used} + 4/5`]);
    expect(pieces("part", { "used.full": 0 })).toEqual([`1/2·${full} + 0/1`]);
  });

  test("by pieces where it would fall below nothing or rise above the maximum", () => {
    const less = `-1/1·${used} + 1/2`;
    expect(pieces("less", { used: 1 })).toEqual([
      `${less} if ${less} ≥ 0`,
      `0/1 if 1/1·${used} + -1/2 > 0`,
    ]);
    const part = `1/2·${full} + 0/1`;
    expect(pieces("part", { "used.full": 1 })).toEqual([
      `${part} if -1/2·${full} + 1/1 ≥ 0`,
      `1/1 if 1/2·${full} + -1/1 > 0`,
    ]);
  });

  test("nothing where the head is silent, and not at all without one answer", () => {
    expect(piecesTold({ kind: "silent" }, {})).toEqual(["0/1"]);
    expect(piecesTold({ kind: "gap" }, {})).toEqual([]);
    expect(piecesTold({ kind: "overlap", members: group.members }, {})).toEqual([]);
  });
});

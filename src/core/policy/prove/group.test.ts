import { describe, expect, test } from "vitest";
import { documentOf, policyText } from "../testing/documents.ts";
import { buildSpace } from "./build-space.ts";
import { type Group, answerIn, groupOf, openRows } from "./group.ts";
import { instanceOf } from "./instance.ts";

const heads =
  "{pay: {pay: order.prepaid}, gift: {grant: voucher, of: order.prepaid, otherwise: none}}";
const document = documentOf(
  policyText(
    `  a: {when: {}, give: {pay: 10%}}
  b: {when: {cause: none}, over: [a, never], give: {pay: 20%, gift: 5%}}
  never: {when: {cycles: {more_than: 99}}, give: {pay: 30%, gift: 5%}}
  c: {when: {cause: [none, trader]}, over: [a, b], give: {pay: 40%}}`,
    heads,
  ),
);
const instance = instanceOf(document);
const [rows = []] = buildSpace([instance]).rows;

function groupFor(name: string, offset: number): Group {
  const head = document.heads.find((each) => each.name === name);
  if (head === undefined) throw new Error(name);
  return groupOf(instance, head, rows, offset);
}

const group = groupFor("pay", 10);
const [a, b, c] = group.members;
if (a === undefined || b === undefined || c === undefined) throw new Error("three clauses pay");

describe("the group of a head", () => {
  test("has the clauses that can give to it, and what they override among themselves", () => {
    const told = group.members.map(({ row, clause, over, under }) => [row, clause, over, under]);
    expect(told).toEqual([
      [10, 0, [11, 13], []],
      [11, 1, [13], [10]],
      [13, 3, [], [10, 11]],
    ]);
    expect(
      groupFor("gift", 0).members.map(({ clause, over, under }) => [clause, over, under]),
    ).toEqual([[1, [], []]]);
  });

  test("answers by the clause that no other overrides", () => {
    expect(answerIn(group, { holding: [a], open: [] })).toEqual({ kind: "clause", member: a });
    expect(answerIn(group, { holding: [a, b], open: [] })).toEqual({ kind: "clause", member: b });
    const free = { ...b, over: [] };
    expect(answerIn(group, { holding: [c, free], open: [] })).toEqual({
      kind: "overlap",
      members: [c, free],
    });
    expect(answerIn(group, { holding: [], open: [] })).toEqual({ kind: "gap" });
    expect(answerIn(groupFor("gift", 0), { holding: [], open: [] })).toEqual({ kind: "silent" });
  });

  test("waits for the clauses that can still change the answer", () => {
    expect(openRows({ holding: [], open: [a, b] })).toEqual([10, 11]);
    // What is overridden by a clause that holds matters no more.
    expect(openRows({ holding: [b], open: [a] })).toEqual([]);
    // It matters when it holds another one down that would clash otherwise.
    const apart = { ...a, over: [11] };
    expect(openRows({ holding: [c, apart], open: [b] })).toEqual([11]);
    expect(openRows({ holding: [c, { ...a, over: [11] }], open: [{ ...b, under: [] }] })).toEqual(
      [],
    );
    expect(openRows({ holding: [{ ...c, under: [11] }, a], open: [b] })).toEqual([]);
    const elder = { ...a, over: [11] };
    const middle = { ...b, over: [13], under: [10] };
    expect(openRows({ holding: [{ ...c, under: [11] }], open: [elder, middle] })).toEqual([10, 11]);
    expect(openRows({ holding: [{ ...c, under: [11] }], open: [middle] })).toEqual([]);
  });
});

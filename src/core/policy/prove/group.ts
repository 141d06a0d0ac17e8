import type { Amount, Head } from "../model.ts";
import type { Instance } from "./instance.ts";
import type { Row } from "./space.ts";

/** One head of one instance in a walk: which of its rows can decide, and which give way. */
export type Group = {
  readonly instance: Instance;
  readonly head: Head;
  /** Rows of the walk, one per clause that gives to the head. */
  readonly members: readonly Member[];
};

export type Member = {
  readonly row: number;
  /** Index of the clause in its document. */
  readonly clause: number;
  readonly amount: Amount;
  /** Rows of the group that override this one, and that it overrides. */
  readonly over: readonly number[];
  readonly under: readonly number[];
};

/** What a group answers in a cell. */
export type GroupAnswer =
  | { readonly kind: "clause"; readonly member: Member }
  | { readonly kind: "silent" }
  | { readonly kind: "gap" }
  | { readonly kind: "overlap"; readonly members: readonly Member[] };

/** The group of a head; `rows` are the instance's, which begin at `offset` in the walk. */
export function groupOf(
  instance: Instance,
  head: Head,
  rows: readonly (Row | null)[],
  offset: number,
): Group {
  const giving = instance.document.clauses.flatMap((clause, index) => {
    const amount = clause.give.find((each) => each.head === head.name)?.amount;
    const never = (rows[index] ?? null) === null;
    return amount === undefined || never ? [] : [{ clause, index, amount }];
  });
  const members = giving.map(({ clause, index, amount }) => ({
    row: offset + index,
    clause: index,
    amount,
    over: giving
      .filter((other) => other.clause.over.includes(clause.name))
      .map((other) => offset + other.index),
    under: giving
      .filter((other) => clause.over.includes(other.clause.name))
      .map((other) => offset + other.index),
  }));
  return { instance, head, members };
}

export const certain = 0;

/**
 * The answer of a group once no row that matters is open. `left` tells of a row how many of its
 * tests are open: 0 where it holds, undefined where it does not.
 */
export function answerIn(group: Group, left: ReadonlyMap<number, number>): GroupAnswer {
  const holding = group.members.filter(({ row }) => left.get(row) === certain);
  const deciding = holding.filter(({ over }) => !over.some((row) => left.get(row) === certain));
  const [first] = deciding;
  if (deciding.length > 1) return { kind: "overlap", members: deciding };
  if (first !== undefined) return { kind: "clause", member: first };
  return { kind: group.head.otherwise === "error" ? "gap" : "silent" };
}

/** Rows whose tests are open and that can still change the answer. */
export function openRows(group: Group, left: ReadonlyMap<number, number>): number[] {
  const shadowed = (over: readonly number[]) => over.some((row) => left.get(row) === certain);
  const settled = new Set(
    group.members.flatMap(({ row, over }) => (!left.has(row) || shadowed(over) ? [row] : [])),
  );
  return group.members.flatMap(({ row, under }) => {
    if ((left.get(row) ?? certain) === certain) return [];
    return settled.has(row) && under.every((other) => settled.has(other)) ? [] : [row];
  });
}

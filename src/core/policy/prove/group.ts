import { at } from "../../money/index.ts";
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
    const never = at(rows, index) === null;
    return amount === undefined || never ? [] : [{ clause, index, amount }];
  });
  const rowOf = new Map(giving.map(({ clause, index }) => [clause.name, offset + index]));
  const [over, under] = [new Map<number, number[]>(), new Map<number, number[]>()];
  for (const { clause, index } of giving) {
    for (const other of clause.over.flatMap((name) => rowOf.get(name) ?? [])) {
      over.set(other, [...(over.get(other) ?? []), offset + index]);
      under.set(offset + index, [...(under.get(offset + index) ?? []), other]);
    }
  }
  const members = giving.map(({ index, amount }) => ({
    row: offset + index,
    clause: index,
    amount,
    over: over.get(offset + index) ?? [],
    under: under.get(offset + index) ?? [],
  }));
  return { instance, head, members };
}

/** How the rows of a group stand in a cell: those that hold, and those whose tests are open. */
export type Standing = { readonly holding: readonly Member[]; readonly open: readonly Member[] };

/** The answer of a group once no row that matters is open. */
export function answerIn({ head }: Group, { holding }: Standing): GroupAnswer {
  const rows = new Set(holding.map(({ row }) => row));
  const deciding = holding.filter(({ over }) => !over.some((row) => rows.has(row)));
  const [first] = deciding;
  if (deciding.length > 1) return { kind: "overlap", members: deciding };
  if (first !== undefined) return { kind: "clause", member: first };
  return { kind: head.otherwise === "error" ? "gap" : "silent" };
}

/**
 * The open rows that can still change the answer: not one that gives way to a row that holds, when
 * all that give way to it do so anyway.
 */
export function openRows({ holding, open }: Standing): number[] {
  const rows = new Set(holding.map(({ row }) => row));
  const shadowed = ({ over }: Member) => over.some((row) => rows.has(row));
  const live = new Map([...holding, ...open].map((member) => [member.row, member]));
  const isSettled = (row: number): boolean => {
    const member = live.get(row);
    return member === undefined || shadowed(member);
  };
  return open.flatMap((member) =>
    shadowed(member) && member.under.every(isSettled) ? [] : [member.row],
  );
}

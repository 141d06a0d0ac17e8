import { type Fraction, add, compare, multiply } from "../money/index.ts";
import type { Interval } from "./candidate.ts";
import type { Member } from "./binding.ts";
import { daysBetween } from "./constant.ts";
import { type Cut, firstWhole, sortedCuts } from "./cuts.ts";
import { isListed } from "./fact-kind.ts";
import type { FactInput } from "./facts.ts";
import type { OrderedFact } from "./model.ts";

/** A value that stands for all values between two neighbouring cuts. */
export type PossibleValue = { readonly input: FactInput; readonly share: Interval | null };

/** One value for each cell that the documents of a head can tell apart, `unproven` included. */
export function possibleValues(name: string, members: readonly Member[]): PossibleValue[] {
  const slots = members.flatMap(({ policy }) => policy.slots.filter((slot) => slot.name === name));
  const fact = slots[0]?.fact;
  if (fact === undefined) return [];
  const values = isListed(fact)
    ? fact.options.map((option) => known(option.name))
    : orderedValues(fact, sortedCuts(slots.flatMap(({ cuts }) => cuts)));
  const unproven = { input: { state: "unproven" }, share: null } as const;
  return fact.burden === "customer" ? [...values, unproven] : values;
}

function known(value: string): PossibleValue {
  return { input: { state: "attested", value }, share: null };
}

function orderedValues(fact: OrderedFact, cuts: readonly Cut[]): PossibleValue[] {
  return fact.type === "ratio" ? shares(fact, cuts) : wholes(fact, cuts);
}

/** The first value of each cell; months count with their shortest length. */
function wholes({ range }: OrderedFact, cuts: readonly Cut[]): PossibleValue[] {
  const [from, to] = [daysBetween(range.from).least, daysBetween(range.to).most];
  const marks = Object.fromEntries(
    cuts.flatMap(({ constant }) =>
      constant.kind === "period" ? [[constant.text, daysBetween(constant).least] as const] : [],
    ),
  );
  const firsts = cuts.map(firstWhole).filter((first) => first > from && first <= to);
  return [from, ...new Set(firsts)].map((value) => ({
    input: { state: "attested", value, marks },
    share: null,
  }));
}

type End = { readonly value: Fraction; readonly above: boolean };

/** Between two cuts: the cut itself where it belongs to the cell, else a value in the middle. */
function shares({ range }: OrderedFact, cuts: readonly Cut[]): PossibleValue[] {
  const [from, to] = [range.from, range.to];
  if (from.kind !== "ratio" || to.kind !== "ratio") return [];
  const inner = cuts.flatMap(({ constant, above }): End[] =>
    constant.kind === "ratio" ? [{ value: constant.value, above }] : [],
  );
  const ends: End[] = [
    { value: from.value, above: false },
    ...inner.filter(({ value, above }) => compare(value, from.value) > (above ? -1 : 0)),
    { value: to.value, above: true },
  ];
  return ends.slice(1).flatMap((end, index) => {
    const start = ends[index];
    const empty = start === undefined || isEmpty(start, end) || compare(end.value, to.value) > 0;
    return empty ? [] : [shareBetween(start, end)];
  });
}

/** Nothing lies from `above 1/2` to `above 1/2`, nor from `above 1/2` to `from 1/2`. */
function isEmpty(start: End, end: End): boolean {
  return compare(start.value, end.value) === 0 && (start.above || !end.above);
}

function shareBetween(start: End, end: End): PossibleValue {
  const middle = multiply(add(start.value, end.value), { n: 1, d: 2 });
  const value = start.above ? (end.above ? end.value : middle) : start.value;
  const text = `${value.n}/${value.d}`;
  return {
    input: { state: "attested", value: text },
    share: { lowest: start.value, highest: end.value },
  };
}

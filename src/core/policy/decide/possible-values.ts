import { add, fractionText, multiply } from "../../money/index.ts";
import type { Interval } from "./candidate.ts";
import type { Member } from "./binding.ts";
import { daysBetween, shareOfConstant } from "../constant.ts";
import { type Cut, clashOf, compareCuts, firstWhole, sortedCuts } from "../cuts.ts";
import { isListed, mayPrecede } from "../fact-kind.ts";
import type { FactInput, FactValue } from "../facts.ts";
import type { Fact, OrderedFact } from "../model.ts";
import { isPeriod, marksTogether } from "../compile/months.ts";

/** A value that stands for all values between two neighbouring cuts. */
export type PossibleValue = { readonly input: FactInput; readonly share: Interval | null };

/** One value for each cell that documents can tell apart, `unproven` and `before_start` too. */
export function possibleValues(name: string, members: readonly Member[]): PossibleValue[] {
  const slots = members.flatMap(({ policy }) => policy.slots.filter((slot) => slot.name === name));
  const cuts = slots.flatMap((slot) => slot.cuts);
  return slots.slice(0, 1).flatMap(({ fact }) => {
    const unproven = { input: { state: "unproven" }, share: null } as const;
    const unbegun = { input: { state: "before_start" }, share: null } as const;
    const values = [...(mayPrecede(fact) ? [unbegun] : []), ...valuesOf(fact, cuts)];
    return fact.burden === "customer" ? [...values, unproven] : values;
  });
}

function valuesOf(fact: Fact, cuts: readonly Cut[]): PossibleValue[] {
  if (isListed(fact)) return fact.options.map((option) => known(option.name));
  if (fact.type === "ratio") return shares(fact, sortedCuts(cuts));
  const clash = clashOf(cuts.map(({ constant }) => constant));
  return clash === null ? wholes(fact, sortedCuts(cuts)) : wholesByMonths(fact, cuts);
}

function known(value: FactValue, share: Interval | null = null): PossibleValue {
  return { input: { state: "attested", value }, share };
}

/** The first value of each cell; months count with their shortest length. */
function wholes(fact: OrderedFact, cuts: readonly Cut[]): PossibleValue[] {
  const marks = Object.fromEntries(
    cuts.map(({ constant }) => [constant.text, daysBetween(constant).least]),
  );
  return marked(fact, cuts.map(firstWhole), marks);
}

/** Where the order of days and months depends on the day: cells under each length of months. */
function wholesByMonths(fact: OrderedFact, cuts: readonly Cut[]): PossibleValue[] {
  const periods = cuts.map(({ constant }) => constant).filter(isPeriod);
  return marksTogether(periods).flatMap((marks) => {
    const firsts = cuts.map((cut) => {
      const { constant, above } = cut;
      return isPeriod(constant) ? (marks[constant.text] ?? 0) + Number(above) : firstWhole(cut);
    });
    const inOrder = [...new Set(firsts)].toSorted((one, other) => one - other);
    return marked(fact, inOrder, marks);
  });
}

function marked(
  { range }: OrderedFact,
  firsts: readonly number[],
  marks: Readonly<Record<string, number>>,
): PossibleValue[] {
  const [from, to] = [daysBetween(range.from).least, daysBetween(range.to).most];
  const inside = firsts.filter((first) => first > from && first <= to);
  return [from, ...inside].map((value) => ({
    input: { ...known(value).input, marks },
    share: null,
  }));
}

/** Between two cuts: the cut itself where it belongs to the cell, else a value in the middle. */
function shares({ range }: OrderedFact, cuts: readonly Cut[]): PossibleValue[] {
  const start: Cut = { constant: range.from, above: false };
  const end: Cut = { constant: range.to, above: true };
  const inner = cuts.filter((cut) => compareCuts(start, cut) < 0 && compareCuts(cut, end) < 0);
  const starts = [start, ...inner];
  return [...inner, end].flatMap((next, index) =>
    starts.slice(index, index + 1).map((before) => shareBetween(before, next)),
  );
}

function shareBetween(start: Cut, end: Cut): PossibleValue {
  const [lowest, highest] = [shareOfConstant(start.constant), shareOfConstant(end.constant)];
  const middle = multiply(add(lowest, highest), { n: 1, d: 2 });
  const value = start.above ? (end.above ? highest : middle) : lowest;
  return known(fractionText(value), { lowest, highest });
}

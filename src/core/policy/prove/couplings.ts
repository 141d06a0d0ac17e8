import type { Period } from "../../calendar/index.ts";
import { fraction } from "../../money/index.ts";
import type { Fact } from "../model.ts";
import { lengthsTogether } from "../compile/months.ts";
import { type Constraint, atLeast, constantLinear, plus, variableLinear } from "./linear.ts";
import type { Instance } from "./instance.ts";
import type { Variable } from "./space.ts";

const daySeconds = 86_400;
const it = (variable: Variable, factor = 1) => variableLinear(variable.index, fraction(factor));

/** What ties variables together in every case: the catalogue's theorems, months, and growth. */
export function couplingsOf(
  variables: readonly Variable[],
  instances: readonly Instance[],
  growing: ReadonlySet<string>,
): Constraint[] {
  return [
    ...variables.flatMap((variable) => links(variable, variables, instances)),
    ...variables.flatMap((variable) => monthsApart(variable, variables)),
    ...[...growing].flatMap((fact) => growth(fact, variables)),
  ];
}

/** A fact that is never below another, or counts the days of a duration, in each compared case. */
function links(
  variable: Variable,
  variables: readonly Variable[],
  instances: readonly Instance[],
): Constraint[] {
  if (variable.source.kind !== "fact") return [];
  const { fact, copy } = variable.source;
  const linked = (name: string | null): Variable[] => {
    if (name === null) return [];
    const copies = new Set(
      casesWith(fact, copy, instances).map((moved) => Number(moved.has(name))),
    );
    return [...copies].flatMap((other) => factVariable(name, other, variables) ?? []);
  };
  return [
    ...linked(fact.atLeastFact).map((other) => atLeast(it(variable), it(other))),
    ...linked(fact.daysOf).map((other) => daysCounted(variable, other)),
  ];
}

/** The sets of moved facts under which a fact is read from this copy. */
function casesWith(
  { name }: Fact,
  copy: number,
  instances: readonly Instance[],
): ReadonlySet<string>[] {
  return instances.map(({ moved }) => moved).filter((moved) => Number(moved.has(name)) === copy);
}

/** A count of n days from 1 on means more than n − 1 times 24 hours. */
function daysCounted(days: Variable, seconds: Variable): Constraint {
  const least = plus(it(days, daySeconds), constantLinear(fraction(1 - daySeconds)));
  return atLeast(it(seconds), least);
}

function factVariable(
  name: string,
  copy: number,
  variables: readonly Variable[],
): Variable | undefined {
  return variables.find(
    ({ source }) => source.kind === "fact" && source.fact.name === name && source.copy === copy,
  );
}

/** Periods from one day lie as far apart as the calendar lets them; equal months, by days alone. */
function monthsApart({ index, source }: Variable, variables: readonly Variable[]): Constraint[] {
  if (source.kind !== "mark") return [];
  return variables.slice(index + 1).flatMap((other) => {
    if (other.source.kind !== "mark" || other.source.fact !== source.fact) return [];
    const [least, most] = daysApart(source.length, other.source.length);
    const [left, right] = [variableLinear(index, fraction(1)), it(other)];
    return [
      atLeast(right, plus(left, constantLinear(fraction(least)))),
      atLeast(plus(left, constantLinear(fraction(most))), right),
    ];
  });
}

/** The least and the most days from the end of one period to that of the other. */
function daysApart(one: Period, other: Period): readonly [number, number] {
  const days = other.days - one.days;
  const together = lengthsTogether([one.months, other.months]);
  const apart = together.map(([first = 0, second = 0]) => second - first + days);
  return [Math.min(...apart), Math.max(...apart)];
}

function growth(fact: string, variables: readonly Variable[]): Constraint[] {
  const [before, after] = [factVariable(fact, 0, variables), factVariable(fact, 1, variables)];
  return before === undefined || after === undefined ? [] : [atLeast(it(after), it(before))];
}

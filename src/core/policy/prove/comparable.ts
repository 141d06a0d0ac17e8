import { compareConstants, daysBetween } from "../constant.ts";
import { clashOf } from "../cuts.ts";
import type { Bound, Constant, RuleDocument } from "../model.ts";
import { isPeriod, lengthsTogether, monthsOf } from "../compile/months.ts";
import { type Finding, finding } from "./finding.ts";
import { conditionsOf, instanceOf } from "./instance.ts";
import { parameterOf } from "./parameters.ts";

/**
 * Constants of one fact that a proof cannot place exactly; beside a floor, or another document,
 * those of both. Days beside months are proven: how long a period lasts is a variable of the case,
 * tied to the others by what the calendar lets them last together. Two things remain:
 *
 * - A parameter whose range ends with months, and another constant among the lengths which these
 *   months can have. From `3mo` (89 to 92 days) down only 89 days, or as many as three months last
 *   in the case, can be pinned: what lies between has holes that no bound describes. An end in days
 *   has none.
 * - Periods of unequal months that may overlap, where bounds and distances let them last together
 *   as the calendar never does.
 */
export function checkComparable(document: RuleDocument, floor: RuleDocument | null): Finding[] {
  const own = constantsOf(document);
  if (floor === null) {
    return [...own].flatMap(([fact, all]) =>
      told(fact, clashOfEnds(all, all) ?? clashOf(endsOf(all)) ?? clashOfMonths(all, all)),
    );
  }
  return [...constantsOf(floor)].flatMap(([fact, others]) => {
    const mine = own.get(fact) ?? [];
    const clash = clashOfEnds(mine, others) ?? clashOfEnds(others, mine);
    return told(fact, clash ?? clashOfMonths(mine, others));
  });
}

type Clash = readonly [Constant, Constant] | null;

function told(fact: string, clash: Clash): Finding[] {
  if (clash === null) return [];
  return [finding("not_comparable", { facts: [fact, ...clash.map(({ text }) => text)] })];
}

/** A constant, or the ends between which a parameter lies. */
type Compared =
  | { readonly kind: "constant"; readonly constant: Constant }
  | { readonly kind: "parameter"; readonly ends: readonly [Constant, Constant] };

/** An end of a parameter's range that is months, and a constant among the lengths of these. */
function clashOfEnds(all: readonly Compared[], others: readonly Compared[]): Clash {
  const constants = constantsAmong(others);
  for (const end of endsOf(all).filter(isPeriod)) {
    const other = constants.find((each) => overlaps(end, each));
    if (other !== undefined) return [end, other];
  }
  return null;
}

function overlaps(one: Constant, other: Constant): boolean {
  const [a, b] = [daysBetween(one), daysBetween(other)];
  return a.least <= b.most && b.least <= a.most;
}

/** Periods of both that may overlap, unless the calendar's lengths are all that bounds allow. */
function clashOfMonths(all: readonly Compared[], others: readonly Compared[]): Clash {
  const [left, right] = [constantsAmong(all), constantsAmong(others)].map((constants) =>
    constants.filter(isPeriod),
  );
  if (left === undefined || right === undefined) return null;
  for (const one of left) {
    const other = right.find((each) => compareConstants(one, each) === null);
    if (other !== undefined && !isConvex(monthsOf([...left, ...right]))) return [one, other];
  }
  return null;
}

/** Whether months last together in every way that their lengths and distances allow. */
function isConvex(months: readonly number[]): boolean {
  const together = lengthsTogether(months);
  const between = (place: number, other: number): readonly [number, number] => {
    const apart = together.map((each) => (each[place] ?? 0) - (each[other] ?? 0));
    return [Math.min(...apart), Math.max(...apart)];
  };
  let allowed: number[][] = [[]];
  for (const place of months.keys()) {
    const lengths = [...new Set(together.map((each) => each[place] ?? 0))];
    allowed = allowed.flatMap((before) =>
      lengths.flatMap((length) => {
        const fits = before.every((other, index) => {
          const [least, most] = between(place, index);
          return least <= length - other && length - other <= most;
        });
        return fits ? [[...before, length]] : [];
      }),
    );
  }
  return allowed.length === together.length;
}

function constantsAmong(all: readonly Compared[]): Constant[] {
  return all.flatMap((each) => (each.kind === "constant" ? [each.constant] : []));
}

function endsOf(all: readonly Compared[]): Constant[] {
  return all.flatMap((each) => (each.kind === "parameter" ? each.ends : []));
}

function constantsOf(document: RuleDocument): Map<string, Compared[]> {
  const byFact = new Map<string, Compared[]>();
  for (const condition of conditionsOf(instanceOf(document)).flat()) {
    if (condition.kind !== "interval") continue;
    const all = byFact.get(condition.fact) ?? [];
    all.push(...condition.bounds.map((bound) => comparedOf(bound, document)));
    byFact.set(condition.fact, all);
  }
  return byFact;
}

function comparedOf({ operand }: Bound, document: RuleDocument): Compared {
  if (operand.kind !== "parameter") return { kind: "constant", constant: operand };
  const { range } = parameterOf(document, operand.name, "constant");
  return { kind: "parameter", ends: [range.from, range.to] };
}

import { compareConstants, daysBetween } from "../constant.ts";
import type { Bound, Constant, FloorDocument, RuleDocument } from "../model.ts";
import { clashOf } from "../cuts.ts";
import { type Finding, finding } from "./finding.ts";
import { conditionsOf, instanceOf } from "./instance.ts";
import { parameterOf } from "./parameters.ts";

/**
 * Constants of one fact whose order depends on the day on which months begin. A document that has
 * them cannot be decided; between a document and its floor, only periods of unequal months that
 * may overlap are refused, because nothing here says how they lie to each other.
 */
export function checkComparable(document: RuleDocument, floor: FloorDocument | null): Finding[] {
  const own = constantsOf(document);
  if (floor === null) {
    return [...own].flatMap(([fact, constants]) => told(fact, clashWithin(constants)));
  }
  return [...constantsOf(floor)].flatMap(([fact, constants]) =>
    told(fact, clashBetween(own.get(fact) ?? [], constants)),
  );
}

type Clash = readonly [string, string] | null;

function told(fact: string, clash: Clash): Finding[] {
  return clash === null ? [] : [finding("not_comparable", { facts: [fact, ...clash] })];
}

/** A constant, or all that a parameter can be. */
type Compared = {
  readonly text: string;
  readonly from: Constant;
  readonly to: Constant;
  /** The default of a parameter; null for a constant. */
  readonly usual: Constant | null;
};

function clashWithin(compared: readonly Compared[]): Clash {
  const constants = compared.flatMap(({ from, usual }) => (usual === null ? [from] : []));
  for (const period of constants.filter(({ kind }) => kind === "period")) {
    const crossing = compared.find((each) => each.usual !== null && crosses(each, period));
    if (crossing !== undefined) return [crossing.text, period.text];
  }
  // The ends of a parameter's range and its default are values that orders pin.
  const pinned = compared.flatMap(({ from, to, usual }) =>
    usual === null ? [] : [usual, from, to],
  );
  const clash = clashOf([...constants, ...pinned]);
  return clash === null ? null : [clash[0].text, clash[1].text];
}

/** Whether some value of a parameter lies among the lengths that a period can have. */
function crosses({ from, to }: Compared, period: Constant): boolean {
  const { least, most } = daysBetween(period);
  return daysBetween(from).least <= most && least <= daysBetween(to).most && least < most;
}

function clashBetween(own: readonly Compared[], floors: readonly Compared[]): Clash {
  for (const one of own.flatMap(({ from, to }) => [from, to])) {
    for (const other of floors.flatMap(({ from, to }) => [from, to])) {
      if (one.kind !== "period" || other.kind !== "period") continue;
      if (one.value.months === other.value.months) continue;
      if (compareConstants(one, other) === null) return [one.text, other.text];
    }
  }
  return null;
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
  if (operand.kind !== "parameter") {
    return { text: operand.text, from: operand, to: operand, usual: null };
  }
  const parameter = parameterOf(document, operand.name, "constant");
  return { text: `$${parameter.name}`, ...parameter.range, usual: parameter.default };
}

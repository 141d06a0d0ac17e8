import { fractionText } from "../../money/index.ts";
import { cutOf } from "../cuts.ts";
import type { Bound } from "../model.ts";
import { conditionsOf, instanceOf } from "../prove/instance.ts";
import { compareCuttings, cuttingAt } from "../prove/measures.ts";
import type { Axis, Cutting, Range, Space } from "../prove/space.ts";
import { firstValue } from "../prove/tests.ts";
import type { Box } from "./box.ts";
import type { RegionBound, RegionCondition } from "./model.ts";
import type { Prepared } from "./prepare.ts";

type ValuesAxis = Extract<Axis, { kind: "values" }>;
type OrderAxis = Extract<Axis, { kind: "order" }>;

/** What a box asks, axis by axis; bounds on one fact as one condition. */
export function conditionsIn(
  box: Box,
  space: Space,
  documents: readonly Prepared[],
): RegionCondition[] {
  const conditions: RegionCondition[] = [];
  const bounds = new Map<string, RegionBound[]>();
  space.axes.forEach((axis, index) => {
    const ranges = box.get(index);
    if (axis.kind === "order") {
      const fact = factOf(axis.left, space);
      if (ranges !== undefined) note(bounds, fact, orderBounds(axis, ranges, space));
    } else if (axis.kind === "values") {
      if (ranges === undefined) return;
      if (isUnprovenRange(axis, ranges)) {
        conditions.push({ kind: "unproven", fact: axis.fact.name });
        return;
      }
      const begins = begun(axis, ranges);
      if (begins !== null) conditions.push({ kind: begins, fact: axis.fact.name });
      if (begins === "before_start") return;
      const found = valueBounds(axis, ranges, documents);
      if (found.length === 0 && begins === null)
        conditions.push({ kind: "proven", fact: axis.fact.name });
      note(bounds, axis.fact.name, found);
    } else if (ranges !== undefined) conditions.push(listedCondition(axis, ranges));
  });
  const intervals = [...bounds].flatMap(([fact, all]): RegionCondition[] =>
    all.length === 0 ? [] : [{ kind: "interval", fact, bounds: all }],
  );
  const order = documents.flatMap(({ document }) => Object.keys(document.facts));
  return [...conditions, ...intervals].toSorted(
    (one, other) => placeOf(one, order) - placeOf(other, order),
  );
}

/** Facts stand in the order of the first document that reads them, parameters after them. */
function placeOf(condition: RegionCondition, order: readonly string[]): number {
  return condition.kind === "choice" ? order.length : order.indexOf(condition.fact);
}

function note(bounds: Map<string, RegionBound[]>, fact: string, more: RegionBound[]): void {
  bounds.set(fact, [...(bounds.get(fact) ?? []), ...more]);
}

function factOf(variable: number, { variables }: Space): string {
  const source = variables[variable]?.source;
  return source?.kind === "fact" ? source.fact.name : "";
}

function isUnprovenRange({ unproven, cells }: ValuesAxis, ranges: readonly Range[]): boolean {
  return unproven && ranges[0]?.[0] === cells - 1;
}

/** Whether the cells of an axis are those before the start of its count, or those from it on. */
function begun({ fact }: ValuesAxis, [range]: readonly Range[]): "before_start" | "begun" | null {
  const first = firstValue(fact);
  if (range === undefined || first === 0) return null;
  if (range[1] < first) return "before_start";
  return range[0] === first ? "begun" : null;
}

function listedCondition(
  axis: Extract<Axis, { kind: "options" | "choice" }>,
  ranges: readonly Range[],
): RegionCondition {
  const chosen = ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at))
    .toSorted((one, other) => one - other);
  const options = chosen.flatMap((cell) => axis.options[cell] ?? []);
  if (axis.kind === "choice") return { kind: "choice", parameter: axis.parameter, options };
  const unproven = axis.unproven && chosen.includes(axis.cells - 1);
  return { kind: "options", fact: axis.fact.name, options, unproven };
}

function orderBounds(axis: OrderAxis, ranges: readonly Range[], { variables }: Space) {
  const source = variables[axis.right]?.source;
  const isParameter = source?.kind === "parameter";
  const constant = isParameter ? source.parameter : source?.kind === "mark" ? source.period : "";
  const [[first, last] = [0, 2]] = ranges;
  const bound = (operator: RegionBound["operator"]) => ({ operator, constant, isParameter });
  return [
    ...(first === 1 ? [bound("at_least")] : []),
    ...(first === 2 ? [bound("more_than")] : []),
    ...(last === 1 ? [bound("at_most")] : []),
    ...(last === 0 ? [bound("less_than")] : []),
  ];
}

function valueBounds(
  axis: ValuesAxis,
  ranges: readonly Range[],
  documents: readonly Prepared[],
): RegionBound[] {
  const [[first, last] = [0, axis.cuts.length]] = ranges;
  const low = first === firstValue(axis.fact) ? undefined : axis.cuts[first - 1];
  const high = axis.cuts[last];
  const from = low === undefined ? null : written(low, axis, documents);
  const to = high === undefined ? null : written(high, axis, documents);
  return [
    ...(from === null ? [] : [bound(from.above ? "more_than" : "at_least", from.text)]),
    ...(to === null ? [] : [bound(to.above ? "at_most" : "less_than", to.text)]),
  ];
}

function bound(operator: RegionBound["operator"], constant: string): RegionBound {
  return { operator, constant, isParameter: false };
}

/** A cut as the documents write it: they say `more than 72h`, not `at least 259201s`. */
function written(
  cut: Cutting,
  { fact }: ValuesAxis,
  documents: readonly Prepared[],
): { text: string; above: boolean } {
  const bounds = documents.flatMap(({ document }) =>
    conditionsOf(instanceOf(document))
      .flat()
      .flatMap((condition) =>
        condition.kind === "interval" && condition.fact === fact.name ? condition.bounds : [],
      ),
  );
  const found = bounds.find((each) => isAt(each, cut));
  if (found !== undefined && found.operand.kind !== "parameter") {
    return { text: found.operand.text, above: cutOf(found.operator, found.operand).above };
  }
  // No document has this constant: it is where two shares come to be equal.
  return { text: fractionText(cut.value), above: cut.above };
}

function isAt({ operator, operand }: Bound, cut: Cutting): boolean {
  if (operand.kind === "parameter" || operand.kind === "period") return false;
  return compareCuttings(cuttingAt(cutOf(operator, operand)), cut) === 0;
}

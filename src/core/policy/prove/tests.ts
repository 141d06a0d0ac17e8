import { at } from "../../money/index.ts";
import { isListed, mayPrecede } from "../fact-kind.ts";
import type { Bound, Condition, Constant, ListedFact, OrderedFact } from "../model.ts";
import type { Operator, ParameterCondition } from "../model.ts";
import { cutOf, isLower } from "../cuts.ts";
import { type Instance, factOf } from "./instance.ts";
import { compareCuttings, cuttingAt, divides, leastOf, passes } from "./measures.ts";
import { parameterOf } from "./parameters.ts";
import type { Plan } from "./plan.ts";
import type { Axis, Cutting, Range, Row, Test } from "./space.ts";

/** What a row asks, axis by axis; null where no case can meet it. */
export function testsOf(
  conditions: readonly Condition[],
  parameters: readonly ParameterCondition[],
  instance: Instance,
  plan: Plan,
): Row | null {
  const tests: Test[] = [];
  for (const condition of conditions) {
    const read = testsOfCondition(condition, instance, plan);
    if (read === null) return null;
    tests.push(...read);
  }
  for (const condition of parameters) tests.push(choiceTest(condition, instance, plan));
  return tests.filter(({ axis, ranges }) => !isAll(ranges, at(plan.axes, axis)));
}

function isAll(ranges: readonly Range[], axis: Axis): boolean {
  const [first, last] = at(ranges, 0);
  return first === 0 && last + 1 === axis.cells;
}

function testsOfCondition(condition: Condition, instance: Instance, plan: Plan): Test[] | null {
  const fact = factOf(instance.document, condition.fact);
  const wished = instance.wished.get(fact.name);
  if (wished !== undefined) {
    return condition.kind === "options" && condition.options.includes(wished) ? [] : null;
  }
  const axis = plan.factAxis(fact, instance);
  if (condition.kind === "options") return [optionsTest(condition, fact, axis, plan)];
  return intervalTests(condition.bounds, at(plan.axes, axis), axis, instance, plan);
}

function optionsTest(
  { options, unproven, beforeStart }: Extract<Condition, { kind: "options" }>,
  fact: ListedFact | OrderedFact,
  axis: number,
  plan: Plan,
): Test {
  const { cells } = at(plan.axes, axis);
  const names = isListed(fact) ? fact.options.map(({ name }) => name) : [];
  const chosen = names.flatMap((name, index) => (options.includes(name) ? [index] : []));
  const unbegun = beforeStart === true ? [0] : [];
  return { axis, ranges: rangesOf([...unbegun, ...chosen, ...(unproven ? [cells - 1] : [])]) };
}

/** Neighbouring cells as one range. */
export function rangesOf(cells: readonly number[]): Range[] {
  const ranges: Range[] = [];
  for (const cell of cells) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] + 1 === cell) ranges[ranges.length - 1] = [last[0], cell];
    else ranges.push([cell, cell]);
  }
  return ranges;
}

function choiceTest(
  { parameter: name, options }: ParameterCondition,
  { document }: Instance,
  plan: Plan,
): Test {
  const parameter = parameterOf(document, name, "choice");
  const axis = plan.choiceAxis(document.id, parameter);
  const cells = parameter.options.flatMap((option, cell) =>
    options.includes(option) ? [cell] : [],
  );
  return { axis, ranges: rangesOf(cells) };
}

function intervalTests(
  bounds: readonly Bound[],
  values: Axis,
  axis: number,
  { document }: Instance,
  plan: Plan,
): Test[] | null {
  if (values.kind !== "values") throw new RangeError("an interval of what has no order");
  const { fact } = values;
  let [first, last] = [0, values.cuts.length];
  const orders: Test[] = [];
  for (const { operator, operand } of bounds) {
    if (operand.kind === "parameter" || operand.kind === "period") {
      const other = variableOf(operand, fact, document, plan);
      const order = plan.orderAxis(values.variable, other);
      orders.push({ axis: order, ranges: [orderCells[operator]] });
    } else {
      const passing = firstPassing(operator, operand, fact, values.cuts);
      if (isLower(operator)) first = Math.max(first, passing);
      else last = Math.min(last, passing - 1);
    }
  }
  return first > last ? null : [{ axis, ranges: [[first, last]] }, ...orders];
}

/** Below, at and above the other variable. */
const orderCells: Readonly<Record<Operator, Range>> = {
  less_than: [0, 0],
  at_most: [0, 1],
  at_least: [1, 2],
  more_than: [2, 2],
};

/** The variable that a bound compares with. */
function variableOf(
  operand: Extract<Bound["operand"], { kind: "parameter" | "period" }>,
  fact: OrderedFact,
  document: Instance["document"],
  plan: Plan,
): number {
  if (operand.kind === "period") return plan.mark(fact.name, operand);
  return plan.parameter(document.id, parameterOf(document, operand.name, "constant"));
}

/** The first cell of an axis that holds values: what has not begun stands before it. */
export const firstValue = (fact: OrderedFact): number => Number(mayPrecede(fact));

/** The first cell whose values pass a bound's cut: that of all values, or beyond the last. */
function firstPassing(
  operator: Operator,
  constant: Constant,
  fact: OrderedFact,
  cuts: readonly Cutting[],
): number {
  const cut = cuttingAt(cutOf(operator, constant));
  if (divides(cut, fact)) return cuts.findIndex((each) => compareCuttings(each, cut) === 0) + 1;
  return passes(leastOf(fact.range.from), cut) ? firstValue(fact) : cuts.length + 1;
}

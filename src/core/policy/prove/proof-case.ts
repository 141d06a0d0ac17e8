import { type Fraction, at, compare, fractionText, lowestTerms } from "../../money/index.ts";
import { parseConstant } from "../constant.ts";
import { isListed } from "../fact-kind.ts";
import type { CaseFacts, FactInput } from "../facts.ts";
import { factOf } from "./instance.ts";
import { leastOf } from "./measures.ts";
import { parameterOf, parametersOf } from "./parameters.ts";
import type { Axis, Cells, Space } from "./space.ts";
import { type Witness, unprovenIn } from "./witness.ts";
import type { Constant, Fact, Parameter, RuleDocument } from "../model.ts";
import { within } from "../read/ranges.ts";

/** A case that can be decided: parameters and every fact that matters or can. */
export type ProofCase = {
  readonly params: Readonly<Record<string, string>>;
  readonly facts: CaseFacts;
  /** Facts on which the finding turns, in the document's order; the others are as good as any. */
  readonly turning: readonly string[];
  /** Parameters on which it turns. */
  readonly settings: readonly string[];
};

/** Where a case comes from: its cells and the values of its variables. */
export type Found = { readonly cells: Cells; readonly witness: Witness; readonly space: Space };

/** The compared case that reads `moved` facts from copy 1; answers are `computed` with some. */
export function proofCase(
  found: Found,
  document: RuleDocument,
  computed: readonly string[] = [],
  moved: ReadonlySet<string> = new Set(),
): ProofCase {
  const { space, cells, witness } = found;
  const order = Object.keys(document.facts);
  const read = space.axes
    .flatMap((axis, index) => {
      if (axis.kind !== "options" && axis.kind !== "values") return [];
      const copy = Number(moved.has(axis.fact.name));
      return axis.copy === copy ? [{ axis, index, place: order.indexOf(axis.fact.name) }] : [];
    })
    .toSorted((one, other) => one.place - other.place);
  const marks = marksOf(found, document);
  const facts = read.map(({ axis, index }): [string, FactInput] => [
    axis.fact.name,
    axis.kind === "options"
      ? listedInput(axis, cells.get(index)?.[0]?.[0])
      : orderedInput(axis, found, marks),
  ]);
  const turning = read.filter(
    ({ axis, index }) => computed.includes(axis.fact.name) || isTurning(axis, index, found),
  );
  return {
    params: paramsOf(document, cells, witness, space),
    facts: Object.fromEntries(facts),
    turning: turning.map(({ axis }) => axis.fact.name),
    settings: settingsOf(document, cells, space),
  };
}

/** The parameters on whose axes the walk has cut, in the document's order. */
function settingsOf(document: RuleDocument, cells: Cells, space: Space): string[] {
  const cut = space.axes.flatMap((axis, index) =>
    cells.has(index) ? settingOf(axis, document, space) : [],
  );
  return parametersOf(document)
    .map(({ name }) => name)
    .filter((name) => cut.includes(name));
}

/** The parameter that an axis is about, where it is one of the document's. */
function settingOf(axis: Axis, { id }: RuleDocument, { variables }: Space): string[] {
  if (axis.kind === "choice") return axis.document === id ? [axis.parameter] : [];
  const source = axis.kind === "order" ? at(variables, axis.right).source : undefined;
  return source?.kind === "parameter" && source.document === id ? [source.parameter] : [];
}

type FactAxis = Extract<Axis, { kind: "options" | "values" }>;

/** Cut by the walk, on its own axis or by a parameter. */
function isTurning(axis: FactAxis, index: number, { cells, space }: Found): boolean {
  if (cells.has(index)) return true;
  if (axis.kind !== "values") return false;
  return space.axes.some(
    (other, at) => other.kind === "order" && other.left === axis.variable && cells.has(at),
  );
}

function listedInput(axis: Extract<Axis, { kind: "options" }>, cell?: number): FactInput {
  const usual = isListed(axis.fact) ? axis.fact.unsaid : null;
  const value = cell === undefined ? (usual ?? axis.options[0]) : axis.options[cell];
  return value === undefined ? { state: "unproven" } : { state: "attested", value };
}

function orderedInput(
  axis: Extract<Axis, { kind: "values" }>,
  { cells, space, witness }: Found,
  marks: Readonly<Record<string, Readonly<Record<string, number>>>>,
): FactInput {
  if (unprovenIn(axis.variable, cells, space)) return { state: "unproven" };
  const value = valueOf(axis.variable, witness);
  if (compare(value, leastOf(axis.fact.range.from)) < 0) return { state: "before_start" };
  const { whole } = at(space.variables, axis.variable);
  const lengths = marks[axis.fact.name];
  return {
    state: "attested",
    value: whole ? wholeOf(value) : fractionText(value),
    ...(lengths === undefined ? {} : { marks: lengths }),
  };
}

export function wholeOf(value: Fraction): number {
  const { n, d } = lowestTerms(value);
  return Number(n / d);
}

/** How long the periods of a fact last: by the walk, and by parameters that are periods. */
function marksOf(
  { witness, space }: Found,
  document: RuleDocument,
): Record<string, Record<string, number>> {
  const marks: Record<string, Record<string, number>> = {};
  const note = (fact: string, period: string, days: number): void => {
    marks[fact] = { ...marks[fact], [period]: days };
  };
  for (const { index, source } of space.variables) {
    const value = valueOf(index, witness);
    if (source.kind === "mark") note(source.fact, source.period, wholeOf(value));
    if (source.kind !== "parameter" || source.document !== document.id) continue;
    const parameter = parameterOf(document, source.parameter, "constant");
    const text = textOf(parameter, value, document, { witness, space });
    if (text.includes("mo")) note(parameter.of, text, wholeOf(value));
  }
  return marks;
}

function paramsOf(
  document: RuleDocument,
  cells: Cells,
  witness: Witness,
  space: Space,
): Record<string, string> {
  const params: Record<string, string> = {};
  space.axes.forEach((axis, index) => {
    if (axis.kind !== "choice" || axis.document !== document.id) return;
    const cell = cells.get(index)?.[0]?.[0];
    params[axis.parameter] = cell === undefined ? axis.usual : at(axis.options, cell);
  });
  for (const { index, source } of space.variables) {
    if (source.kind !== "parameter" || source.document !== document.id) continue;
    const parameter = parameterOf(document, source.parameter, "constant");
    const value = valueOf(index, witness);
    params[parameter.name] = textOf(parameter, value, document, { witness, space });
  }
  return params;
}

/** A witness has a value for each variable of its space. */
function valueOf(variable: number, witness: Witness): Fraction {
  const value = witness.get(variable);
  if (value === undefined) throw new RangeError(`variable ${variable} has no value`);
  return value;
}

type ConstantParameter = Extract<Parameter, { kind: "constant" }>;

/** As an order would pin it: in plain units, or as a period of months that can last so long. */
function textOf(
  { of, range, default: usual }: ConstantParameter,
  value: Fraction,
  document: RuleDocument,
  known: Known,
): string {
  const fact = factOf(document, of);
  const plain = plainText(fact, value);
  const fitting = [usual, range.from, range.to].filter(
    (constant) => lasts(constant, value) && agrees(constant, of, value, known),
  );
  const exact = fitting.find((constant) => constant.kind !== "period" || constant === usual);
  if (exact !== undefined) return exact.text;
  const read = isListed(fact) ? null : parseConstant(plain, fact.type);
  return read !== null && within(read, range) ? plain : (fitting[0]?.text ?? plain);
}

type Known = Pick<Found, "witness" | "space">;

/** Whether a period can last so long where the case says how long others of the fact last. */
function agrees(constant: Constant, fact: string, value: Fraction, known: Known): boolean {
  if (constant.kind !== "period") return true;
  return known.space.variables.every(({ index, source }) => {
    if (source.kind !== "mark" || source.fact !== fact) return true;
    if (source.length.months !== constant.value.months) return false;
    const days = wholeOf(valueOf(index, known.witness));
    return days - source.length.days === wholeOf(value) - constant.value.days;
  });
}

function lasts(constant: Constant, value: Fraction): boolean {
  const days = wholeOf(value);
  if (constant.kind === "period") return constant.least <= days && days <= constant.most;
  const exact = constant.kind === "ratio" ? constant.value : { n: constant.value, d: 1 };
  return fractionText(exact) === fractionText(value);
}

function plainText({ type }: Fact, value: Fraction): string {
  if (type === "days") return `${wholeOf(value)}d`;
  if (type === "duration") return `${wholeOf(value)}s`;
  return type === "ratio" ? fractionText(value) : String(wholeOf(value));
}

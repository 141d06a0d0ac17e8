import { compareConstants } from "../constant.ts";
import type { Bound, Clause, Condition, Constant, Parameter, RuleDocument } from "../model.ts";
import { own } from "../own.ts";

/** Texts of parameters by name, as an order pins them. */
export type Params = Readonly<Record<string, string>>;

/** A document as it is walked: parameters that have a value are constants in it. */
export type Prepared = {
  readonly document: RuleDocument;
  readonly original: RuleDocument;
  /** The values that were given for parameters. */
  readonly given: Params;
  /** What parameters are called in the walk, by their own names. */
  readonly called: Params;
};

/** A document whose given parameters have their values. */
export function prepared(
  original: RuleDocument,
  given: Params,
  constants: ReadonlyMap<string, Constant>,
): Prepared {
  const isGiven = (name: string) => own(given, name) !== undefined;
  const filled = (bound: Bound): Bound => {
    const { operand } = bound;
    const value = operand.kind === "parameter" && isGiven(operand.name);
    return value ? { ...bound, operand: constants.get(operand.name) ?? operand } : bound;
  };
  const clauses = original.clauses.flatMap((clause) => {
    const holds = clause.parameters.every(({ parameter, options }) => {
      const value = own(given, parameter);
      return value === undefined || options.includes(value);
    });
    const parameters = clause.parameters.filter(({ parameter }) => !isGiven(parameter));
    return holds ? [{ ...withBounds(clause, filled), parameters }] : [];
  });
  const left = parametersOf(original).filter(({ name }) => !isGiven(name));
  return { document: withParameters({ ...original, clauses }, left), original, given, called: {} };
}

export function parametersOf(document: RuleDocument): readonly Parameter[] {
  return document.kind === "policy" ? document.parameters : [];
}

function withParameters(document: RuleDocument, parameters: readonly Parameter[]): RuleDocument {
  return document.kind === "policy" ? { ...document, parameters } : document;
}

function withBounds(clause: Clause, change: (bound: Bound) => Bound): Clause {
  const when = clause.when.map((condition): Condition =>
    condition.kind === "interval"
      ? { ...condition, bounds: condition.bounds.map(change) }
      : condition,
  );
  return { ...clause, when };
}

/**
 * Two versions of one document share a parameter of the same name and kind: an order type fixes it
 * once, so cases are compared under one value, where both allow it. All other parameters are each
 * document's own.
 */
export function sharing(before: Prepared, after: Prepared): readonly [Prepared, Prepared] {
  const versions = before.document.id === after.document.id;
  const shared = new Map<string, Parameter>();
  for (const one of versions ? parametersOf(before.document) : []) {
    const other = parametersOf(after.document).find(({ name }) => name === one.name);
    const both = other === undefined ? null : inBoth(one, other);
    if (both !== null) shared.set(one.name, both);
  }
  const theirs = new Set(parametersOf(before.document).map(({ name }) => name));
  const reference = `${after.document.id}@${after.document.version}`;
  const rename = (name: string) =>
    shared.has(name) || !theirs.has(name) ? name : `${name} (${reference})`;
  return [withShared(before, shared), renamed(withShared(after, shared), rename)];
}

function withShared(side: Prepared, shared: ReadonlyMap<string, Parameter>): Prepared {
  const parameters = parametersOf(side.document).map((each) => shared.get(each.name) ?? each);
  return { ...side, document: withParameters(side.document, parameters) };
}

/** The values that both allow; null where they are not the same setting, or have none in common. */
function inBoth(one: Parameter, other: Parameter): Parameter | null {
  if (one.kind === "choice") return other.kind === "choice" ? inBothChoices(one, other) : null;
  if (other.kind === "choice") return null;
  if (one.of !== other.of) return null;
  const from = further(one.range.from, other.range.from, 1);
  const to = further(one.range.to, other.range.to, -1);
  if (from === null || to === null) return null;
  const order = compareConstants(from, to);
  return order === null || order > 0 ? null : { ...other, range: { from, to } };
}

type Choice = Extract<Parameter, { kind: "choice" }>;

function inBothChoices(one: Choice, other: Choice): Parameter | null {
  const options = one.options.filter((option) => other.options.includes(option));
  const [first] = options;
  if (first === undefined) return null;
  return { ...other, options, default: options.includes(other.default) ? other.default : first };
}

/** The larger of two constants (`sign` 1), or the smaller; null where that depends on the day. */
function further(one: Constant, other: Constant, sign: 1 | -1): Constant | null {
  const order = compareConstants(one, other);
  if (order === null) return null;
  return order * sign >= 0 ? one : other;
}

/** Documents whose parameters have names of their own, so that they are told apart. */
export function apart(
  sides: readonly Prepared[],
  before: readonly RuleDocument[] = [],
): readonly Prepared[] {
  const taken = new Set(before.flatMap(parametersOf).map(({ name }) => name));
  return sides.map((side) => {
    const { id, version } = side.document;
    const own = renamed(side, (name) => (taken.has(name) ? `${name} (${id}@${version})` : name));
    for (const { name } of parametersOf(own.document)) taken.add(name);
    return own;
  });
}

function renamed(side: Prepared, rename: (name: string) => string): Prepared {
  const { document } = side;
  const change = (bound: Bound): Bound =>
    bound.operand.kind === "parameter"
      ? { ...bound, operand: { ...bound.operand, name: rename(bound.operand.name) } }
      : bound;
  const clauses = document.clauses.map((clause) => ({
    ...withBounds(clause, change),
    parameters: clause.parameters.map((each) => ({ ...each, parameter: rename(each.parameter) })),
  }));
  const parameters = parametersOf(document).map((each) => ({ ...each, name: rename(each.name) }));
  const called = Object.fromEntries(
    parametersOf(document).map(({ name }) => [name, rename(name)] as const),
  );
  return { ...side, document: withParameters({ ...document, clauses }, parameters), called };
}

/** The parameters of a case under their own names, with those that were given. */
export function paramsOf({ given, called, original }: Prepared, params: Params): Params {
  const names = parametersOf(original).map(({ name }) => name);
  const entries = names.flatMap((name) => {
    const value = own(given, name) ?? own(params, own(called, name) ?? name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

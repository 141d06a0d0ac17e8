import { fraction, one, subtract } from "../../money/index.ts";
import { cutOf } from "../cuts.ts";
import { isListed, mayPrecede } from "../fact-kind.ts";
import type { Bound, Constant, Fact, ListedFact, OrderedFact, Parameter } from "../model.ts";
import { isWish } from "../decide/settle-facts.ts";
import { type Instance, conditionsOf, factOf, factsRead } from "./instance.ts";
import { compareCuttings, cuttingAt, divides, leastOf, mostOf } from "./measures.ts";
import type { Axis, Cutting, Variable } from "./space.ts";

/** Axes and variables while they are collected, found again by what they stand for. */
export class Plan {
  readonly axes: Axis[] = [];
  readonly variables: Variable[] = [];
  readonly #axisOf = new Map<string, number>();
  readonly #variableOf = new Map<string, number>();
  readonly #cuts: ReadonlyMap<string, readonly Cutting[]>;

  constructor(instances: readonly Instance[]) {
    this.#cuts = cutsByFact(instances);
  }

  declare(instance: Instance): void {
    const { document, wished } = instance;
    const read = factsRead(instance);
    for (const [name, fact] of Object.entries(document.facts)) {
      if (read.has(name) && !wished.has(name)) this.factAxis(fact, instance);
    }
  }

  factAxis(fact: Fact, { moved }: Instance): number {
    const copy = moved.has(fact.name) ? 1 : 0;
    return this.#axis(`fact ${fact.name} ${copy}`, () =>
      isListed(fact) ? listedAxis(fact, copy) : this.#valuesAxis(fact, copy),
    );
  }

  choiceAxis(document: string, parameter: Extract<Parameter, { kind: "choice" }>): number {
    return this.#axis(`choice ${document} ${parameter.name}`, () => ({
      kind: "choice",
      document,
      parameter: parameter.name,
      options: parameter.options,
      usual: parameter.default,
      cells: parameter.options.length,
    }));
  }

  orderAxis(left: number, right: number): number {
    return this.#axis(`order ${left} ${right}`, () => ({ kind: "order", left, right, cells: 3 }));
  }

  parameter(document: string, parameter: Extract<Parameter, { kind: "constant" }>): number {
    const { name, range } = parameter;
    return this.#variable(`parameter ${document} ${name}`, (index) => ({
      index,
      lowest: leastOf(range.from),
      highest: mostOf(range.to),
      source: { kind: "parameter", document, parameter: name },
      whole: parameter.default.kind !== "ratio",
      usual: leastOf(parameter.default),
    }));
  }

  mark(fact: string, period: Extract<Constant, { kind: "period" }>): number {
    return this.#variable(`mark ${fact} ${period.text}`, (index) => ({
      index,
      lowest: fraction(period.least),
      highest: fraction(period.most),
      source: { kind: "mark", fact, period: period.text, length: period.value },
      whole: true,
      usual: null,
    }));
  }

  #valuesAxis(fact: OrderedFact, copy: number): Axis {
    const known = this.#cuts.get(fact.name) ?? [];
    const least = leastOf(fact.range.from);
    const begins = mayPrecede(fact);
    const cuts = begins ? [{ value: least, above: false }, ...known] : known;
    const unproven = mayStayUnproven(fact);
    const variable = this.#variable(`fact ${fact.name} ${copy}`, (index) => ({
      index,
      lowest: begins ? subtract(least, one) : least,
      highest: mostOf(fact.range.to),
      source: { kind: "fact", fact, copy },
      whole: fact.type !== "ratio",
      usual: null,
    }));
    const cells = cuts.length + (unproven ? 2 : 1);
    return { kind: "values", fact, copy, variable, cuts, unproven, cells };
  }

  #axis(key: string, make: () => Axis): number {
    const known = this.#axisOf.get(key);
    if (known !== undefined) return known;
    const axis = make();
    this.#axisOf.set(key, this.axes.length);
    return this.axes.push(axis) - 1;
  }

  #variable(key: string, make: (index: number) => Variable): number {
    const known = this.#variableOf.get(key);
    if (known !== undefined) return known;
    this.#variableOf.set(key, this.variables.length);
    return this.variables.push(make(this.variables.length)) - 1;
  }
}

function listedAxis(fact: ListedFact, copy: number): Axis {
  const options = fact.options.map(({ name }) => name);
  const unproven = mayStayUnproven(fact);
  const cells = options.length + Number(unproven);
  return { kind: "options", fact, copy, options, unproven, cells };
}

/** What the customer has to prove and is no wish can be left unproven. */
function mayStayUnproven(fact: Fact): boolean {
  return fact.burden === "customer" && !isWish(fact);
}

/** The cuts at constants, in order, that have values of their fact on both sides. */
function cutsByFact(instances: readonly Instance[]): Map<string, Cutting[]> {
  const cuts = new Map<string, Cutting[]>();
  for (const instance of instances) {
    for (const condition of conditionsOf(instance).flat()) {
      const fact = factOf(instance.document, condition.fact);
      if (condition.kind !== "interval" || isListed(fact)) continue;
      const all = cuts.get(fact.name) ?? [];
      all.push(...condition.bounds.flatMap(cuttingsOf).filter((cut) => divides(cut, fact)));
      cuts.set(fact.name, all);
    }
  }
  return new Map([...cuts].map(([name, all]) => [name, eachOnce(all)]));
}

function cuttingsOf({ operator, operand }: Bound): Cutting[] {
  if (operand.kind === "parameter" || operand.kind === "period") return [];
  return [cuttingAt(cutOf(operator, operand))];
}

function eachOnce(cuts: readonly Cutting[]): Cutting[] {
  const sorted = cuts.toSorted(compareCuttings);
  return sorted.filter((cut, index) => {
    const before = sorted[index - 1];
    return before === undefined || compareCuttings(before, cut) !== 0;
  });
}

import { type Fraction, add, at, compare, multiply, negate } from "../../money/index.ts";
import { type Constraint, boundOf, holdsAlone, inverse } from "./linear.ts";

/** A bound with how many infinitely small steps lie between it and the value. */
type Edge = { readonly value: Fraction; readonly steps: number };

/**
 * Whether some values meet constraints of which each bounds one variable, or one variable by
 * another: the least values that meet all lower bounds are raised until they meet each other, and
 * then must lie within the upper bounds. Faster than `solve`, and as exact.
 */
export function isFeasible(
  variables: readonly number[],
  constraints: readonly Constraint[],
): boolean {
  const [lowest, highest] = [new Map<number, Edge>(), new Map<number, Edge>()];
  const ties: Tie[] = [];
  for (const constraint of constraints) {
    const [first, ...others] = constraint.linear.terms.keys();
    if (first === undefined) {
      if (!holdsAlone(constraint)) return false;
    } else if (others.length === 0) narrow(constraint, first, lowest, highest);
    else ties.push(tieOf(constraint));
  }
  const isWithin = () =>
    variables.every((variable) => {
      const [low, high] = [lowest.get(variable), highest.get(variable)];
      return low === undefined || high === undefined || compareEdges(low, high) <= 0;
    });
  for (let round = 0; round <= variables.length; round += 1) {
    if (!isWithin()) return false;
    const raised = ties.filter((tie) => raise(tie, lowest));
    if (raised.length === 0) return true;
  }
  // Still rising after as many rounds as variables: they push each other up for ever.
  return false;
}

function compareEdges(one: Edge, other: Edge): number {
  return compare(one.value, other.value) || one.steps - other.steps;
}

function narrow(
  constraint: Constraint,
  variable: number,
  lowest: Map<number, Edge>,
  highest: Map<number, Edge>,
): void {
  const bound = boundOf(constraint, variable);
  if (bound === null) return;
  const { value, strict, lower } = bound;
  const edge = { value, steps: strict ? (lower ? 1 : -1) : 0 };
  const edges = lower ? lowest : highest;
  const known = edges.get(variable);
  const order = known === undefined ? 0 : compareEdges(edge, known);
  if (known === undefined || (lower ? order > 0 : order < 0)) edges.set(variable, edge);
}

/** upper ≥ factor · lower + offset, and a step more where it is strict. */
type Tie = {
  readonly upper: number;
  readonly lower: number;
  readonly factor: Fraction;
  readonly offset: Fraction;
  readonly steps: number;
};

function tieOf({ linear: { terms, constant }, strict }: Constraint): Tie {
  if (terms.size !== 2) throw new RangeError("a tie joins two variables");
  const sorted = [...terms].toSorted(([, one], [, other]) => compare(other, one));
  const [upper, lower] = [at(sorted, 0), at(sorted, 1)];
  const scale = inverse(upper[1]);
  return {
    upper: upper[0],
    lower: lower[0],
    factor: multiply(negate(lower[1]), scale),
    offset: multiply(negate(constant), scale),
    steps: Number(strict),
  };
}

/** Lifts the upper variable where the lower one pushes it; tells whether it did. */
function raise({ upper, lower, factor, offset, steps }: Tie, lowest: Map<number, Edge>): boolean {
  const from = lowest.get(lower);
  if (from === undefined) return false;
  const edge = { value: add(multiply(factor, from.value), offset), steps: from.steps + steps };
  const known = lowest.get(upper);
  if (known !== undefined && compareEdges(edge, known) <= 0) return false;
  lowest.set(upper, edge);
  return true;
}

import { type Fraction, add, compare, fraction, multiply, negate } from "../../money/index.ts";
import { zero } from "../../money/index.ts";

/** Σ coefficient · variable + constant, exact. Coefficients are never 0. */
export type Linear = {
  readonly terms: ReadonlyMap<number, Fraction>;
  readonly constant: Fraction;
};

/** The linear is at least 0, or above 0 where it is strict. */
export type Constraint = { readonly linear: Linear; readonly strict: boolean };

export function constantLinear(constant: Fraction): Linear {
  return { terms: new Map(), constant };
}

export function variableLinear(
  variable: number,
  coefficient: Fraction,
  constant: Fraction = zero,
): Linear {
  const terms = new Map(compare(coefficient, zero) === 0 ? [] : [[variable, coefficient] as const]);
  return { terms, constant };
}

export function plus(left: Linear, right: Linear): Linear {
  const terms = new Map(left.terms);
  for (const [variable, coefficient] of right.terms) {
    const sum = add(terms.get(variable) ?? zero, coefficient);
    if (compare(sum, zero) === 0) terms.delete(variable);
    else terms.set(variable, sum);
  }
  return { terms, constant: add(left.constant, right.constant) };
}

export function scaled(linear: Linear, factor: Fraction): Linear {
  const terms = [...linear.terms].map(
    ([variable, coefficient]) => [variable, multiply(coefficient, factor)] as const,
  );
  return { terms: new Map(terms), constant: multiply(linear.constant, factor) };
}

export function minus(left: Linear, right: Linear): Linear {
  return plus(left, scaled(right, fraction(-1)));
}

/** left ≥ right, or left > right. */
export function atLeast(left: Linear, right: Linear, strict = false): Constraint {
  return { linear: minus(left, right), strict };
}

/** 1/value. */
export function inverse({ n, d }: Fraction): Fraction {
  return fraction(BigInt(d), BigInt(n));
}

/** What remains of a linear when some of its variables have values. */
export function substituted(linear: Linear, values: ReadonlyMap<number, Fraction>): Linear {
  const terms = new Map<number, Fraction>();
  let constant = linear.constant;
  for (const [variable, coefficient] of linear.terms) {
    const value = values.get(variable);
    if (value === undefined) terms.set(variable, coefficient);
    else constant = add(constant, multiply(coefficient, value));
  }
  return { terms, constant };
}

/** Whether a constraint without variables holds. */
export function holdsAlone({ linear, strict }: Constraint): boolean {
  const sign = compare(linear.constant, zero);
  return strict ? sign > 0 : sign >= 0;
}

/** A limit of one variable, from below (`lower`) or from above. */
export type Bound = { readonly value: Fraction; readonly strict: boolean; readonly lower: boolean };

/** The bound that a constraint in one variable puts on it. */
export function boundOf({ linear, strict }: Constraint, variable: number): Bound | null {
  const coefficient = linear.terms.get(variable);
  if (coefficient === undefined) return null;
  const value = multiply(negate(linear.constant), inverse(coefficient));
  return { value, strict, lower: compare(coefficient, zero) > 0 };
}

/** Whether a constraint bounds one variable, or the distance between two. */
export function isDifference({ linear: { terms } }: Constraint): boolean {
  const coefficients = [...terms.values()];
  if (coefficients.length < 2) return true;
  return coefficients.length === 2 && compare(coefficients.reduce(add), zero) === 0;
}

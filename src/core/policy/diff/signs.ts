import { type Fraction, add, compare, fraction, multiply, negate } from "../../money/index.ts";
import {
  type Constraint,
  type Linear,
  atLeast,
  constantLinear,
  holdsAlone,
} from "../prove/linear.ts";
import { inverse, minus, substituted } from "../prove/linear.ts";
import { type Piece, endsOf } from "../prove/pieces.ts";
import type { Cells, Cutting, Space } from "../prove/space.ts";
import { type Witness, witnessIn } from "../prove/witness.ts";
import { pruned } from "./said.ts";

/** Whether what the second gives is more than, equal to or less than what the first gives. */
export type Sign = "more" | "equal" | "less";

/** What the second answer is above the first, piece by piece. */
export function differenceOf(before: readonly Piece[], after: readonly Piece[]): Piece[] {
  return before.flatMap((one) =>
    after.flatMap((other) => {
      const within = pruned([...one.within, ...other.within]);
      return within === null ? [] : [{ answer: minus(other.answer, one.answer), within }];
    }),
  );
}

/** The variables on which a function depends, and those that divide its pieces. */
export function variablesIn(pieces: readonly Piece[]): number[] {
  const named = pieces.flatMap(({ answer, within }) => [
    ...answer.terms.keys(),
    ...within.flatMap(({ linear }) => [...linear.terms.keys()]),
  ]);
  return [...new Set(named)];
}

const half = fraction(1, 2);

/** Where a function of one variable changes its sign within the cells. */
export function signCuts(
  pieces: readonly Piece[],
  variable: number,
  cells: Cells,
  space: Space,
): Cutting[] {
  const [low, high] = endsOf(variable, cells, space);
  const roots = rootsOf(pieces, variable).filter(
    (root) => compare(low, root) < 0 && compare(root, high) < 0,
  );
  const places = [low, ...roots, high];
  return places.flatMap((place, index): Cutting[] => {
    const here = signAt(pieces, variable, place);
    const [before, after] = [places[index - 1], places[index + 1]];
    const differs = (other: Fraction | undefined) =>
      other !== undefined && signAt(pieces, variable, between(place, other)) !== here;
    return [
      ...(differs(before) ? [{ value: place, above: false }] : []),
      ...(differs(after) ? [{ value: place, above: true }] : []),
    ];
  });
}

export function between(one: Fraction, other: Fraction): Fraction {
  return multiply(add(one, other), half);
}

/** Where a piece or what bounds it is 0, in order. */
function rootsOf(pieces: readonly Piece[], variable: number): Fraction[] {
  const linears = pieces.flatMap(({ answer, within }) => [
    answer,
    ...within.map(({ linear }) => linear),
  ]);
  const roots = linears.flatMap(({ terms, constant }) => {
    const coefficient = terms.get(variable);
    return coefficient === undefined ? [] : [multiply(negate(constant), inverse(coefficient))];
  });
  const sorted = roots.toSorted(compare);
  return sorted.filter((root, index) => {
    const before = sorted[index - 1];
    return before === undefined || compare(before, root) !== 0;
  });
}

/** The sign of a function at a value of its one variable. */
export function signAt(pieces: readonly Piece[], variable: number, value: Fraction): Sign {
  const values = new Map([[variable, value]]);
  const piece = pieces.find(({ within }) =>
    within.every(({ linear, strict }) =>
      holdsAlone({ linear: substituted(linear, values), strict }),
    ),
  );
  return signOf(substituted((piece ?? pieces[0])?.answer ?? zeroLinear, values).constant);
}

const zeroLinear = constantLinear(fraction(0));

function signOf({ n }: Fraction): Sign {
  if (n === 0 || n === 0n) return "equal";
  return n > 0 ? "more" : "less";
}

/** What a sign asks of a linear. */
export function signConstraints(sign: Sign, answer: Linear): Constraint[] {
  switch (sign) {
    case "more":
      return [atLeast(answer, zeroLinear, true)];
    case "less":
      return [atLeast(zeroLinear, answer, true)];
    case "equal":
      return [atLeast(answer, zeroLinear), atLeast(zeroLinear, answer)];
  }
}

/** A case in the cells in which a function has a sign; null where it never has. */
export function caseWith(
  sign: Sign,
  pieces: readonly Piece[],
  cells: Cells,
  space: Space,
): Witness | null {
  for (const { answer, within } of pieces) {
    const asked = pruned([...within, ...signConstraints(sign, answer)]);
    const witness = asked === null ? null : witnessIn(cells, asked, space);
    if (witness !== null) return witness;
  }
  return null;
}

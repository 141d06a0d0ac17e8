import { type Fraction, add, compare, fraction, min, multiply } from "../../money/index.ts";
import { negate, subtract } from "../../money/index.ts";
import { constraintsOn } from "../prove/constraints.ts";
import { type Constraint, type Linear, atLeast, constantLinear } from "../prove/linear.ts";
import { minus, variableLinear } from "../prove/linear.ts";
import type { Piece } from "../prove/pieces.ts";
import { type Room, solve } from "../prove/solve.ts";
import type { Cells, Space } from "../prove/space.ts";
import { type Witness, witnessIn } from "../prove/witness.ts";

/** The least or the most that a function comes to, with a case. */
export type Extreme = {
  /** The bound; where it is not attained, cases come as close to it as one likes. */
  readonly value: Fraction;
  readonly attained: boolean;
  readonly witness: Witness;
};

/** The largest (`sign` 1) or smallest value of a function in the cells; null where no case is. */
export function extremeOf(
  pieces: readonly Piece[],
  sign: 1 | -1,
  cells: Cells,
  space: Space,
): Extreme | null {
  let best: Extreme | null = null;
  for (const piece of pieces) {
    const found = extremeOfPiece(piece, sign, cells, space);
    if (found !== null && (best === null || isBetter(found, best, sign))) best = found;
  }
  return best;
}

function isBetter(found: Extreme, best: Extreme, sign: 1 | -1): boolean {
  const order = sign * compare(found.value, best.value);
  return order > 0 || (order === 0 && found.attained && !best.attained);
}

function extremeOfPiece(
  { answer, within }: Piece,
  sign: 1 | -1,
  cells: Cells,
  space: Space,
): Extreme | null {
  const room = roomOf(answer, within, cells, space);
  if (room === null) return null;
  const [value, attained] =
    sign === 1 ? [room.highest, !room.belowHighest] : [room.lowest, !room.aboveLowest];
  const near = attained ? value : beside(value, room, sign);
  const limit = constantLinear(near);
  const reached = sign === 1 ? atLeast(answer, limit) : atLeast(limit, answer);
  const witness = witnessIn(cells, [...within, reached], space);
  return witness === null ? null : { value, attained, witness };
}

const fine = fraction(1, 10_000);
const half = fraction(1, 2);

/** A value of the room a little on this side of its open end. */
function beside(value: Fraction, { lowest, highest }: Room, sign: 1 | -1): Fraction {
  const step = min(fine, multiply(subtract(highest, lowest), half));
  return add(value, sign === 1 ? negate(step) : step);
}

/** All that a linear can come to: it is a variable more, which gets its value first. */
function roomOf(
  answer: Linear,
  within: readonly Constraint[],
  cells: Cells,
  space: Space,
): Room | null {
  if (answer.terms.size === 0) {
    if (witnessIn(cells, within, space) === null) return null;
    const { constant } = answer;
    return { lowest: constant, highest: constant, aboveLowest: false, belowHighest: false };
  }
  const named = [answer, ...within.map(({ linear }) => linear)];
  const variables = new Set(
    named.flatMap(({ terms }) => [...terms.keys()].flatMap((each) => space.components[each] ?? [])),
  );
  const it = space.variables.length;
  const same = minus(variableLinear(it, fraction(1)), answer);
  const constraints = [
    ...constraintsOn([...variables], cells, space),
    ...within,
    { linear: same, strict: false },
    { linear: minus(constantLinear(fraction(0)), same), strict: false },
  ];
  const found: Room[] = [];
  solve([it, ...variables], constraints, (variable, room) => {
    if (variable === it) found.push(room);
    return inside(room);
  });
  return found[0] ?? null;
}

/** Some value of a room that is not empty. */
function inside({ lowest, highest, aboveLowest, belowHighest }: Room): Fraction {
  if (!aboveLowest) return lowest;
  return belowHighest ? multiply(add(lowest, highest), half) : highest;
}

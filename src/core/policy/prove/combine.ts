import type { Group, GroupAnswer } from "./group.ts";
import { add, at, compare, multiply, zero } from "../../money/index.ts";
import { type Constraint, type Linear, holdsAlone } from "./linear.ts";
import { type Piece, endsOf, piecesOf } from "./pieces.ts";
import type { Cells, Space } from "./space.ts";
import { type Witness, witnessIn } from "./witness.ts";

/**
 * A case in a leaf in which the answers of the groups stand in a wrong relation, told as
 * constraints on their linear answers; null where there is none, and where a group has no one
 * answer: gaps and overlaps are told by the property that looks for them.
 */
export function wrongCase(
  groups: readonly Group[],
  answers: readonly GroupAnswer[],
  cells: Cells,
  space: Space,
  wrong: (answers: readonly Linear[]) => readonly Constraint[],
): Witness | null {
  const pieces = groups.map((group, index) => piecesOf(group, at(answers, index), cells, space));
  for (const chosen of combinations(pieces)) {
    const asked = wrong(chosen.map(({ answer }) => answer));
    if (!asked.every((constraint) => mayMeet(constraint, cells, space))) continue;
    const witness = witnessIn(cells, [...chosen.flatMap(({ within }) => within), ...asked], space);
    if (witness !== null) return witness;
  }
  return null;
}

/** Whether a constraint can be met by variables of which each is anywhere in its own cell. */
function mayMeet({ linear, strict }: Constraint, cells: Cells, space: Space): boolean {
  let constant = linear.constant;
  for (const [variable, coefficient] of linear.terms) {
    const [low, high] = endsOf(variable, cells, space);
    const end = compare(coefficient, zero) > 0 ? high : low;
    constant = add(constant, multiply(coefficient, end));
  }
  return holdsAlone({ linear: { terms: new Map(), constant }, strict });
}

function combinations(pieces: readonly (readonly Piece[])[]): Piece[][] {
  return pieces.reduce<Piece[][]>(
    (before, next) => before.flatMap((chosen) => next.map((piece) => [...chosen, piece])),
    [[]],
  );
}

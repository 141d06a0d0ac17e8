import type { Direction } from "../model.ts";
import { type Constraint, atLeast } from "../prove/linear.ts";
import type { Piece } from "../prove/pieces.ts";
import { type Asked, type SidePiece, type Voice, pruned, saidBy } from "./said.ts";
import type { Seat } from "./stage.ts";

/** A way in which the floors stand: which of them count, and where that is so. */
type Standing = { readonly counting: readonly number[]; readonly within: readonly Constraint[] };

/**
 * The largest pay or grant, the smallest take of several voices, piece by piece. A floor that some
 * wish of the customer meets does not count.
 */
export function joinedPieces(
  asked: Asked,
  seats: readonly Seat[],
  voices: readonly Voice[],
  direction: Direction,
): SidePiece[] {
  const [only] = voices;
  if (voices.length === 1 && only !== undefined) {
    return only.pieces.flatMap(({ answer, within }) => {
      const left = pruned(within);
      return left === null ? [] : [{ answer, within: left, voice: 0 }];
    });
  }
  const isFloor = (index: number) => documentOf(asked, seats[index])?.kind === "floor";
  const policies = voices.flatMap((_, index) => (isFloor(index) ? [] : [index]));
  const floors = voices.flatMap(({ clauses }, index) =>
    isFloor(index) && clauses.length > 0 ? [index] : [],
  );
  let standings: Standing[] = [{ counting: policies, within: [] }];
  for (const floor of floors) {
    const kept = keptBy(
      asked,
      policies.flatMap((index) => seats[index] ?? []),
    );
    const voice = voices[floor] as Voice;
    standings = standings.flatMap((standing) => withFloor(standing, floor, voice, kept, direction));
  }
  return standings.flatMap((standing) => bestOf(standing, voices, direction));
}

function documentOf({ stage }: Asked, seat: Seat | undefined) {
  return stage.documents[seat?.document ?? -1]?.document;
}

/** What the policies say under each combination of wishes; nothing where none is read. */
function keptBy(asked: Asked, seats: readonly Seat[]): Voice[][] {
  const [first] = seats;
  const wishes = first?.wished.length ?? 0;
  return Array.from({ length: wishes }, (_, wish) =>
    seats.flatMap(({ document, wished }) => {
      const said = saidBy(asked, document, wished[wish] ?? []);
      return "kind" in said ? [] : [said];
    }),
  );
}

/** `more` at least as good for the customer as `less`. */
function asGood(more: Piece, less: Piece, direction: Direction, strict = false): Constraint {
  return direction === "take"
    ? atLeast(less.answer, more.answer, strict)
    : atLeast(more.answer, less.answer, strict);
}

/** A floor counts where under no wish the policies keep it. */
function withFloor(
  { counting, within }: Standing,
  floor: number,
  voice: Voice,
  kept: readonly (readonly Voice[])[],
  direction: Direction,
): Standing[] {
  const standings: Standing[] = [];
  const wished = kept.flat();
  for (const least of voice.pieces) {
    const here = [...within, ...least.within];
    for (const each of wished.flatMap(({ pieces }) => pieces)) {
      const met = pruned([...here, ...each.within, asGood(each, least, direction)]);
      if (met !== null) standings.push({ counting, within: met });
    }
    for (const chosen of products(wished.map(({ pieces }) => pieces))) {
      const unmet = pruned([
        ...here,
        ...chosen.flatMap((each) => [...each.within, asGood(least, each, direction, true)]),
      ]);
      if (unmet !== null) standings.push({ counting: [...counting, floor], within: unmet });
    }
  }
  return standings;
}

function bestOf(
  { counting, within }: Standing,
  voices: readonly Voice[],
  direction: Direction,
): SidePiece[] {
  const pieces = counting.map((index) => voices[index]?.pieces ?? []);
  return products(pieces).flatMap((chosen) =>
    chosen.flatMap((best, at): SidePiece[] => {
      const others = chosen.filter((_, other) => other !== at);
      const holds = pruned([
        ...within,
        ...chosen.flatMap((each) => each.within),
        ...others.map((each) => asGood(best, each, direction)),
      ]);
      const voice = counting[at] ?? -1;
      return holds === null ? [] : [{ answer: best.answer, within: holds, voice }];
    }),
  );
}

function products<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>(
    (before, next) => before.flatMap((chosen) => next.map((each) => [...chosen, each])),
    [[]],
  );
}

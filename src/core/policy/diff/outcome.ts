import { fraction } from "../../money/index.ts";
import type { Amount, Direction } from "../model.ts";
import type { Group, GroupAnswer } from "../prove/group.ts";
import { type Constraint, constantLinear, holdsAlone, plus } from "../prove/linear.ts";
import { type Piece, piecesOf } from "../prove/pieces.ts";
import { clauseName } from "../prove/property.ts";
import type { Cells } from "../prove/space.ts";
import { joinedPieces } from "./join.ts";
import type { Seat, Stage } from "./stage.ts";

/** What one document says in a cell: the amounts that it sums, and the clauses that give them. */
export type Voice = {
  readonly document: number;
  readonly clauses: readonly string[];
  readonly amounts: readonly Amount[];
  readonly pieces: readonly Piece[];
};

/** A part of a cell in which a side's answer is linear, and whose answer it is. */
export type SidePiece = Piece & { readonly voice: number };

export type Outcome =
  /** The share of the base, piece by piece. */
  | { readonly kind: "answer"; readonly voices: readonly Voice[]; readonly pieces: SidePiece[] }
  /** No document has such a head, or those that have it say nothing: nothing is given. */
  | { readonly kind: "no_head" | "silent"; readonly pieces: SidePiece[] }
  /** A document has no answer, or several, or takes the case to be impossible. */
  | {
      readonly kind: "gap" | "overlap" | "refused";
      readonly document: number;
      /** Clauses that clash, or the assumption. */
      readonly names: readonly string[];
    };

/** What a leaf is asked about: its answers, in the order of the walk's groups. */
export type Asked = {
  readonly stage: Stage;
  readonly cells: Cells;
  readonly answers: readonly GroupAnswer[];
};

const nothing: SidePiece = { answer: constantLinear(fraction(0)), within: [], voice: -1 };

/** What some documents say together: of one that is alone its own answer. */
export function outcomeOf(asked: Asked, seats: readonly Seat[], direction: Direction): Outcome {
  const refused = seats.map(({ document }) => refusalOf(asked, document));
  const first = refused.find((each) => each !== null);
  if (first) return first;
  const sitting = seats.filter(({ groups }) => groups.length > 0);
  if (sitting.length === 0) return { kind: "no_head", pieces: [nothing] };
  if (seats.length > 1 && takesAlone(asked, sitting, direction)) {
    return { kind: "no_head", pieces: [nothing] };
  }
  const said = sitting.map((seat) => ({ seat, said: saidBy(asked, seat.document, seat.groups) }));
  for (const { said: each } of said) if ("kind" in each) return each;
  const voices = said.map(({ said: each }) => each as Voice);
  const speaking = voices.filter(({ clauses }) => clauses.length > 0);
  if (speaking.length === 0) return { kind: "silent", pieces: [nothing] };
  const pieces = joinedPieces(asked, sitting, voices, direction);
  return pieces.length === 0
    ? { kind: "silent", pieces: [nothing] }
    : { kind: "answer", voices, pieces };
}

/** A floor's "at most" takes nothing by itself: some policy must take first. */
function takesAlone({ stage }: Asked, seats: readonly Seat[], direction: Direction): boolean {
  if (direction !== "take") return false;
  return seats.every(({ document }) => stage.documents[document]?.document.kind === "floor");
}

function refusalOf({ stage, answers }: Asked, document: number): Outcome | null {
  const index = stage.refusing[document] ?? null;
  const answer = index === null ? undefined : answers[index];
  if (answer === undefined || answer.kind === "silent" || answer.kind === "gap") return null;
  const members = answer.kind === "clause" ? [answer.member] : answer.members;
  const { assumptions } = stage.documents[document]?.document ?? { assumptions: [] };
  const names = members.map(({ clause }) => assumptions[clause]?.name ?? "");
  return { kind: "refused", document, names };
}

type Fault = Extract<Outcome, { kind: "gap" | "overlap" | "refused" }>;

/** What a document says by some of its groups, which sum. */
export function saidBy(
  { stage, cells, answers }: Asked,
  document: number,
  groups: readonly number[],
): Voice | Fault {
  let pieces: Piece[] = [{ answer: constantLinear(fraction(0)), within: [] }];
  const clauses: string[] = [];
  const amounts: Amount[] = [];
  for (const index of groups) {
    const group = stage.task.groups[index] as Group;
    const answer = answers[index] as GroupAnswer;
    if (answer.kind === "gap") return { kind: "gap", document, names: [] };
    if (answer.kind === "overlap") {
      const names = answer.members.map(({ clause }) => clauseName(group.instance.document, clause));
      return { kind: "overlap", document, names };
    }
    if (answer.kind === "clause") {
      clauses.push(clauseName(group.instance.document, answer.member.clause));
      amounts.push(answer.member.amount);
    }
    const own = piecesOf(group, answer, cells, stage.task.space);
    pieces = pieces.flatMap((before) => own.map((next) => summed(before, next)));
  }
  return { document, clauses, amounts, pieces };
}

function summed(one: Piece, other: Piece): Piece {
  return { answer: plus(one.answer, other.answer), within: [...one.within, ...other.within] };
}

/** Constraints that say something; null where one of them can never hold. */
export function pruned(constraints: readonly Constraint[]): Constraint[] | null {
  const left: Constraint[] = [];
  for (const constraint of constraints) {
    if (constraint.linear.terms.size > 0) left.push(constraint);
    else if (!holdsAlone(constraint)) return null;
  }
  return left;
}

/** What groups answered, as text: equal texts mean the same function of the case. */
export function formulaText({ amounts }: Pick<Voice, "amounts">): string {
  return amounts.map(({ form, rateText, fact }) => `${form} ${rateText} ${fact ?? ""}`).join(" + ");
}

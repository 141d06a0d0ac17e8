import { fraction } from "../../money/index.ts";
import type { Amount } from "../model.ts";
import type { Group, GroupAnswer } from "../prove/group.ts";
import { type Constraint, constantLinear, holdsAlone, plus } from "../prove/linear.ts";
import { type Piece, piecesOf } from "../prove/pieces.ts";
import { clauseName } from "../prove/property.ts";
import type { Cells } from "../prove/space.ts";
import type { Stage } from "./stage.ts";

/** What one document says in a cell: the amounts that it sums, and the clauses that give them. */
export type Voice = {
  readonly document: number;
  readonly clauses: readonly string[];
  readonly amounts: readonly Amount[];
  readonly pieces: readonly Piece[];
};

/** A part of a cell in which a side's answer is linear, and whose answer it is. */
export type SidePiece = Piece & { readonly voice: number };

/** A document has no answer, or several, or takes the case to be impossible. */
export type Fault = {
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

import { fraction } from "../../money/index.ts";
import type { Direction } from "../model.ts";
import { constantLinear } from "../prove/linear.ts";
import { joinedPieces } from "./join.ts";
import { type Asked, type Fault, type SidePiece, type Voice, saidBy } from "./said.ts";
import type { Seat } from "./stage.ts";

export type Outcome =
  /** The share of the base, piece by piece. */
  | { readonly kind: "answer"; readonly voices: readonly Voice[]; readonly pieces: SidePiece[] }
  /** No document has such a head, or those that have it say nothing: nothing is given. */
  | { readonly kind: "no_head" | "silent"; readonly pieces: SidePiece[] }
  | Fault;

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

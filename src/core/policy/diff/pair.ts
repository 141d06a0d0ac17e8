import { fractionText } from "../../money/index.ts";
import type { Clause, Direction } from "../model.ts";
import type { GroupAnswer } from "../prove/group.ts";
import type { Cells } from "../prove/space.ts";
import type { Outcome } from "./outcome.ts";
import { type Voice, formulaText } from "./said.ts";
import type { Seat, Stage } from "./stage.ts";

/** A leaf of the walk over two sides. */
export type PairLeaf = { readonly cells: Cells; readonly answers: readonly GroupAnswer[] };

/** Two sides that are compared about one question. */
export type Pair = {
  readonly direction: Direction;
  readonly seats: readonly [before: readonly Seat[], after: readonly Seat[]];
  /** The function of the facts that a side answers, as text. */
  readonly formulaOf: (outcome: Outcome, stage: Stage, leaf: PairLeaf) => string;
  /** By what it answers, as text: what else is told where answers are equal. */
  readonly wordsOf: (outcome: Outcome, stage: Stage, side: number) => string;
};

/** One document against another. Of versions the clauses are compared, of strangers the reasons. */
export function pairOfDocuments(
  direction: Direction,
  before: Seat,
  after: Seat,
  versions: boolean,
): Pair {
  return {
    direction,
    seats: [[before], [after]],
    formulaOf: (outcome) => formulaOfOutcome(outcome),
    wordsOf: (outcome, stage) => wordsOf(outcome, stage, versions),
  };
}

/** Each with the same documents beside it: what matters is what all of them say. */
export function pairBeside(
  direction: Direction,
  before: readonly Seat[],
  after: readonly Seat[],
): Pair {
  return {
    direction,
    seats: [before, after],
    formulaOf: (outcome, stage, leaf) => formulaOfOutcome(outcome) + formulasOf(stage, leaf),
    wordsOf: () => "",
  };
}

function formulaOfOutcome(outcome: Outcome): string {
  if (outcome.kind !== "answer") {
    return "names" in outcome ? `${outcome.kind} ${outcome.names.join()}` : "";
  }
  return outcome.voices.map(formulaText).join(" | ");
}

/** By which functions of the facts all groups answer: from them a joined answer is computed. */
function formulasOf({ task }: Stage, { answers }: PairLeaf): string {
  const texts = answers.map((answer, index) => {
    if (answer.kind !== "clause") return answer.kind;
    const max = fractionText(task.groups[index]?.head.max ?? { n: 1, d: 1 });
    return `${formulaText({ amounts: [answer.member.amount] })} ${max}`;
  });
  return texts.join("; ");
}

function wordsOf(outcome: Outcome, stage: Stage, versions: boolean): string {
  if (outcome.kind !== "answer") return versions ? outcome.kind : "";
  return outcome.voices.map((voice) => voiceWords(voice, stage, versions)).join(" | ");
}

function voiceWords({ document, clauses, amounts }: Voice, stage: Stage, versions: boolean) {
  const all = stage.documents[document]?.document.clauses ?? [];
  const said = clauses.flatMap((name) => all.find((clause) => clause.name === name) ?? []);
  const isNothing = amounts.every(({ form, rate }) => form === "plain" && isZero(rate.n));
  const reasons = versions || isNothing ? said.map(({ why }: Clause) => why ?? "") : [];
  return [...(versions ? clauses : []), ...reasons].join(" ");
}

function isZero(n: number | bigint): boolean {
  return n === 0 || n === 0n;
}

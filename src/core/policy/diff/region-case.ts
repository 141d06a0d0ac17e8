import { type Fraction, add, compare, fractionText, multiply } from "../../money/index.ts";
import { roundDown, roundUp, subtract, times, zero } from "../../money/index.ts";
import type { CaseFacts, FactInput } from "../facts.ts";
import type { Direction } from "../model.ts";
import type { Linear } from "../prove/linear.ts";
import { type ProofCase, proofCase } from "../prove/proof-case.ts";
import type { Witness } from "../prove/witness.ts";
import type { Box } from "./box.ts";
import type { Question, RegionCase } from "./model.ts";
import type { Outcome } from "./outcome.ts";
import type { Pair } from "./pair.ts";
import { type Params, paramsOf } from "./prepare.ts";
import { type Evaluated, type Pinned, evaluate, evaluatedText } from "./replay-sides.ts";
import type { Seat, Stage } from "./stage.ts";

/** Money that a base is taken to be in examples. */
export type Example = { readonly amountMinor: number; readonly currency: string };

/** What regions of one question are made from. */
export type Told = {
  readonly pair: Pair;
  readonly stage: Stage;
  readonly question: Question;
  /** The same as one text, as heads of documents are found by it. */
  readonly identity: string;
  readonly example: Example;
};

/**
 * A case as both sides are asked about it, and what the evaluator answers.
 * @throws RangeError when that is not what the walk found: a bug of the comparison.
 */
export function caseOf(
  { stage, pair, identity, example }: Told,
  box: Box,
  witness: Witness,
  outcomes: readonly [Outcome, Outcome],
): RegionCase {
  const { facts, shown, params: all } = casesIn(stage, box, witness, amountFacts(outcomes));
  const [before, after] = pair.seats.map((seats, side) => {
    const pinned = pinnedOf(seats, stage, all);
    const evaluated = pinned.length === 0 ? nothing : evaluate(pinned, identity, facts);
    mustAgree(evaluated, outcomes[side], witness, facts);
    return { pinned, evaluated };
  });
  if (before === undefined || after === undefined) throw new RangeError("a pair has two sides");
  const shares = [shareOf(before.evaluated), shareOf(after.evaluated)] as const;
  const minor = (share: Fraction | null) =>
    share === null ? null : roundedFor(pair.direction, share, example.amountMinor);
  const [one, other] = shares;
  return {
    case: shown,
    params: [paramsAt(before.pinned), paramsAt(after.pinned)],
    shares: [textOf(one), textOf(other)],
    minor: [minor(one), minor(other)],
    difference: one === null || other === null ? null : fractionText(subtract(other, one)),
  };
}

/** A case for all documents of a stage: its facts, how it is shown, and each one's parameters. */
export function casesIn(
  stage: Stage,
  box: Box,
  witness: Witness,
  computed: readonly string[],
): { facts: CaseFacts; shown: ProofCase; params: readonly Params[] } {
  const cases = stage.documents.map(({ document }) =>
    proofCase({ cells: box, witness, space: stage.task.space }, document, computed),
  );
  const facts = withAllMarks(cases);
  const params = stage.documents.map((each, index) => paramsOf(each, cases[index]?.params ?? {}));
  return { facts, shown: { ...inAll(cases, stage), facts }, params };
}

const nothing: Evaluated = { kind: "answer", share: zero };

function amountFacts(outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap((outcome) =>
    outcome.kind === "answer"
      ? outcome.voices.flatMap(({ amounts }) => amounts.flatMap(({ fact }) => fact ?? []))
      : [],
  );
}

/** The documents that have something to say, as an order would pin them. */
function pinnedOf(
  seats: readonly Seat[],
  { documents, refusing }: Stage,
  all: readonly Params[],
): Pinned[] {
  return seats.flatMap(({ document, groups }) => {
    const prepared = documents[document];
    const speaks = groups.length > 0 || refusing[document] !== null;
    if (prepared === undefined || !speaks) return [];
    return [{ document: prepared.original, params: all[document] ?? {} }];
  });
}

function paramsAt(pinned: readonly Pinned[]): Params {
  return pinned[0]?.params ?? {};
}

/** Months last equally long for all documents of a case. */
function withAllMarks(cases: readonly ProofCase[]): CaseFacts {
  const facts: Record<string, FactInput> = {};
  for (const each of cases) {
    for (const [name, input] of Object.entries(each.facts)) {
      const known = facts[name];
      const before = known !== undefined && "value" in known ? known.marks : undefined;
      const marks = "value" in input ? input.marks : undefined;
      const all = { ...before, ...marks };
      facts[name] =
        "value" in input && Object.keys(all).length > 0 ? { ...input, marks: all } : input;
    }
  }
  return facts;
}

/** What a case turns on for any of the documents. */
function inAll(cases: readonly ProofCase[], { documents }: Stage): ProofCase {
  const order = [...new Set(documents.flatMap(({ document }) => Object.keys(document.facts)))];
  const turning = new Set(cases.flatMap((each) => each.turning));
  const params = Object.assign({}, ...cases.map((each) => each.params)) as Params;
  return {
    facts: {},
    params,
    turning: order.filter((fact) => turning.has(fact)),
    settings: [...new Set(cases.flatMap((each) => each.settings))],
  };
}

function shareOf(evaluated: Evaluated): Fraction | null {
  return evaluated.kind === "answer" ? evaluated.share : null;
}

function textOf(share: Fraction | null): string | null {
  return share === null ? null : fractionText(share);
}

/** One rounding, in the customer's favour: a pay up, a take down. */
export function roundedFor(direction: Direction, share: Fraction, amountMinor: number): number {
  const exact = times(share, amountMinor);
  return direction === "take" ? roundDown(exact) : roundUp(exact);
}

function mustAgree(
  evaluated: Evaluated,
  outcome: Outcome | undefined,
  witness: Witness,
  facts: CaseFacts,
): void {
  const [said, expected] = [evaluatedText(evaluated), expectedText(outcome, witness)];
  if (said === expected) return;
  const given = JSON.stringify(facts);
  throw new RangeError(`the evaluator says ${said}, the comparison ${expected}: ${given}`);
}

function expectedText(outcome: Outcome | undefined, witness: Witness): string {
  if (outcome === undefined) return "";
  if (!("pieces" in outcome)) return outcome.kind;
  const holding = outcome.pieces.find(({ within }) =>
    within.every(({ linear, strict }) => {
      const order = compare(valueOf(linear, witness), zero);
      return strict ? order > 0 : order >= 0;
    }),
  );
  return holding === undefined ? "" : fractionText(valueOf(holding.answer, witness));
}

function valueOf({ terms, constant }: Linear, witness: Witness): Fraction {
  let value = constant;
  for (const [variable, coefficient] of terms) {
    value = add(value, multiply(coefficient, witness.get(variable) ?? zero));
  }
  return value;
}

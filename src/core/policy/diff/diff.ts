import { firstSum } from "../fixed-sum.ts";
import { isRefusal } from "../../money/index.ts";
import { compile } from "../compile/compile.ts";
import type { RuleDocument } from "../model.ts";
import { TooWide } from "../prove/walk.ts";
import { headIdentity } from "../read/read-head.ts";
import type { Question, Region, Reworded } from "./model.ts";
import { pairBeside, pairOfDocuments } from "./pair.ts";
import { type Params, type Prepared, apart, prepared, sharing } from "./prepare.ts";
import {
  type DiffRefusal,
  conflictIn,
  neverTogether,
  referenceOf,
  refusedKinds,
  tooWide,
} from "./refusal.ts";
import type { Example } from "./region-case.ts";
import { regionsOf } from "./regions.ts";
import { type Seat, questionsOf, stageOf } from "./stage.ts";
import { type CarriedWords, type WordsChanged, wordsChanged } from "./words-changed.ts";

export type DiffOptions = {
  /** Policies and floors that bind the same claims: what they cover is told as well. */
  readonly together?: readonly RuleDocument[];
  /** Values of parameters, as an order pins them; the others are gone through whole. */
  readonly params?: { readonly before?: Params; readonly after?: Params };
  /** The base of every example; 100.00 CNY when left out. */
  readonly example?: Example;
  /** Cells that one head may take. */
  readonly leavesMax?: number;
  /** Deadlines and duties, which stand beside what is evaluated. */
  readonly carried?: readonly [before: CarriedWords, after: CarriedWords];
};

export type Diff = {
  /** `id@version`. */
  readonly before: string;
  readonly after: string;
  readonly cells: number;
  /** Losses first, then what is left unanswered, then gains. */
  readonly regions: readonly Region[];
  /** Same money, another reason. */
  readonly reworded: readonly Reworded[];
  /** Same money, other words: what the documents say beside the answers. */
  readonly words: readonly WordsChanged[];
  /** With the documents that bind as well; null where none was named. */
  readonly net: {
    readonly together: readonly string[];
    readonly regions: readonly Region[];
  } | null;
};

const usual = { leavesMax: 50_000, example: { amountMinor: 10_000, currency: "CNY" } };

/**
 * Every region of cases in which customers gain or lose between two documents, over all cases and
 * all values of the parameters: exact, by the walk that proofs use. Heads are the same where their
 * direction and base are. A document that has no such head gives nothing.
 */
export function diff(
  before: RuleDocument,
  after: RuleDocument,
  options: DiffOptions = {},
): Diff | DiffRefusal {
  const together = options.together ?? [];
  const refused =
    refusedKinds(before, after) ??
    (together.length === 0 ? null : neverTogether([after, ...together])) ??
    conflictIn([before, after, ...together]);
  if (refused !== null) return refused;
  const sides = preparedSides(before, after, options);
  if ("refusal" in sides) return sides;
  const comparing = new Comparing(sides, options);
  try {
    const alone = comparing.alone();
    const net = together.length === 0 ? null : comparing.beside(together);
    return {
      before: referenceOf(before),
      after: referenceOf(after),
      cells: alone.cells,
      regions: alone.regions,
      reworded: alone.reworded,
      words: wordsChanged(before, after, options.carried ?? null),
      net: net === null ? null : { together: together.map(referenceOf), regions: net },
    };
  } catch (error) {
    if (error instanceof TooWide) return tooWide(error, options.leavesMax ?? usual.leavesMax);
    throw error;
  }
}

function preparedSides(
  before: RuleDocument,
  after: RuleDocument,
  { params }: DiffOptions,
): readonly [Prepared, Prepared] | DiffRefusal {
  const sides: Prepared[] = [];
  for (const [document, given] of [
    [before, params?.before ?? {}],
    [after, params?.after ?? {}],
  ] as const) {
    const compiled = compile(document, given);
    if (isRefusal(compiled)) {
      return { refusal: "parameter", names: [referenceOf(document), compiled.sentence] };
    }
    sides.push(prepared(document, given, compiled.constants));
  }
  return sharing(sides[0] as Prepared, sides[1] as Prepared);
}

class Comparing {
  readonly #sides: readonly [Prepared, Prepared];
  readonly #options: DiffOptions;

  constructor(sides: readonly [Prepared, Prepared], options: DiffOptions) {
    this.#sides = sides;
    this.#options = options;
  }

  alone(): { regions: Region[]; reworded: Reworded[]; cells: number } {
    const versions = this.#sides[0].document.id === this.#sides[1].document.id;
    const found = this.#compared(this.#sides, (question, seats) =>
      pairOfDocuments(question.direction, seats[0] as Seat, seats[1] as Seat, versions),
    );
    return {
      regions: inOrder(found.flatMap(({ regions }) => regions)),
      reworded: found.flatMap(({ reworded }) => reworded),
      cells: found.reduce((sum, { cells }) => sum + cells, 0),
    };
  }

  beside(together: readonly RuleDocument[]): Region[] {
    const others = apart(
      together.map((document) => prepared(document, {}, new Map())),
      this.#sides.map(({ document }) => document),
    );
    const found = this.#compared([...this.#sides, ...others], (question, seats) => {
      const rest = seats.slice(2);
      const [before, after] = seats as readonly [Seat, Seat];
      return pairBeside(question.direction, [before, ...rest], [after, ...rest]);
    });
    return inOrder(found.flatMap(({ regions }) => regions));
  }

  #compared(
    documents: readonly Prepared[],
    pairOf: (question: Question, seats: readonly Seat[]) => ReturnType<typeof pairBeside>,
  ) {
    const example = this.#options.example ?? usual.example;
    return questionsOf(documents).map((identity) => {
      const question = questionIn(documents, identity);
      const leavesMax = this.#options.leavesMax ?? usual.leavesMax;
      const stage = stageOf(documents, [identity], [0, 1], leavesMax);
      const pair = pairOf(question, stage.seats[0] ?? []);
      const constant = constantOf(documents, question.base);
      return regionsOf({ pair, question, identity, example: constant ?? example }, stage);
    });
  }
}

function questionIn(documents: readonly Prepared[], identity: string): Question {
  for (const { document } of documents) {
    const head = document.heads.find((each) => headIdentity(each) === identity);
    if (head) return { direction: head.direction, base: head.base, grant: head.grant };
  }
  throw new RangeError(`no head \`${identity}\``);
}

/** A base that is a fixed sum is that sum in every example. */
function constantOf(documents: readonly Prepared[], base: string): Example | null {
  const bases = documents.flatMap(({ document }) => document.bases[base] ?? []);
  return bases.map(firstSum).find((sum) => sum !== null) ?? null;
}

const ranks = ["lose", "unanswered", "gain"];

function inOrder(regions: readonly Region[]): Region[] {
  return regions.toSorted((one, other) => ranks.indexOf(one.effect) - ranks.indexOf(other.effect));
}

/** Whether some customer gets less, or no answer where there was one. */
export function loses({ regions, words }: Pick<Diff, "regions" | "words">): boolean {
  return (
    regions.some(({ effect, before }) =>
      effect === "unanswered" ? before.kind === "answer" : effect === "lose",
    ) || words.some(({ kind }) => kind === "no_longer_binds" || kind === "no_longer_answers")
  );
}

import { firstSum } from "../fixed-sum.ts";
import { type Fraction, accepted, fraction, fractionText } from "../../money/index.ts";
import { multiply, parseFraction, zero } from "../../money/index.ts";
import type { Direction, RuleDocument } from "../model.ts";
import { type Constraint, type Linear, atLeast, constantLinear } from "../prove/linear.ts";
import { plus, scaled } from "../prove/linear.ts";
import type { Piece } from "../prove/pieces.ts";
import { TooWide, walk } from "../prove/walk.ts";
import { type Witness, witnessIn } from "../prove/witness.ts";
import { headIdentity } from "../read/read-head.ts";
import type { Box } from "./box.ts";
import { conditionsIn } from "./conditions.ts";
import { coverOf } from "./cover.ts";
import type { CombinedHead, Combination } from "./model.ts";
import { type Asked, formulaText, pruned, saidBy } from "./said.ts";
import type { PairLeaf } from "./pair.ts";
import { apart, prepared } from "./prepare.ts";
import { type DiffRefusal, conflictIn, neverTogether, referenceOf, tooWide } from "./refusal.ts";
import { type Example, casesIn, roundedFor } from "./region-case.ts";
import { evaluate } from "./replay-sides.ts";
import { type Stage, questionsOf, stageOf } from "./stage.ts";

export type CombinationOptions = {
  /** Every base in the examples; 100.00 CNY when left out. */
  readonly example?: Example;
  readonly leavesMax?: number;
};

/**
 * Where several policies bind one claim, head by head the best for the customer holds: the cases in
 * which customers get more in total than any one of the policies would give them, all bases being
 * as in the example. Floors are left out: they are no offer to combine.
 */
export function combinations(
  documents: readonly RuleDocument[],
  options: CombinationOptions = {},
): readonly Combination[] | DiffRefusal {
  const policies = documents.filter(({ kind }) => kind === "policy");
  const refused = neverTogether(policies) ?? conflictIn(policies);
  if (refused !== null) return refused;
  const leavesMax = options.leavesMax ?? 50_000;
  const example = options.example ?? { amountMinor: 10_000, currency: "CNY" };
  const all = apart(policies.map((document) => prepared(document, {}, new Map())));
  const stage = stageOf(all, questionsOf(all), [], leavesMax);
  const combining = new Combining(stage, example);
  try {
    return combining.regions();
  } catch (error) {
    if (error instanceof TooWide) return tooWide(error, leavesMax);
    throw error;
  }
}

/** A way in which all heads are answered: in total, by each document and by the best of all. */
type Totals = {
  readonly together: Linear;
  readonly each: readonly Linear[];
  readonly within: readonly Constraint[];
};

type CombinedLeaf = { readonly leaf: PairLeaf; readonly isCombined: boolean; readonly key: string };

class Combining {
  readonly #stage: Stage;
  readonly #example: Example;
  readonly #questions: readonly string[];

  constructor(stage: Stage, example: Example) {
    this.#stage = stage;
    this.#example = example;
    this.#questions = questionsOf(stage.documents);
  }

  regions(): Combination[] {
    const leaves: CombinedLeaf[] = [];
    walk(this.#stage.task, ({ cells, answers }, isWhole) => {
      const leaf = { cells, answers };
      const isCombined = this.#caseIn(leaf, cells) !== null;
      if (isWhole || !isCombined) leaves.push({ leaf, isCombined, key: this.#formulas(leaf) });
      return isCombined;
    });
    const keys = new Set(leaves.flatMap(({ isCombined, key }) => (isCombined ? [key] : [])));
    return [...keys].flatMap((key) => {
      const [wanted, others] = [leaves, leaves].map((all, side) =>
        all.filter((each) => (each.isCombined && each.key === key) === (side === 0)),
      );
      return this.#covered(wanted ?? [], others ?? []);
    });
  }

  #covered(wanted: readonly CombinedLeaf[], others: readonly CombinedLeaf[]): Combination[] {
    const boxes = coverOf(
      wanted.map(({ leaf }) => leaf.cells),
      others.map(({ leaf }) => leaf.cells),
      this.#stage.task.space.axes,
    );
    const [first] = wanted;
    return boxes.flatMap((box) => {
      const witness = first === undefined ? null : this.#caseIn(first.leaf, box);
      return first === undefined || witness === null
        ? []
        : [this.#combination(first.leaf, box, witness)];
    });
  }

  #asked({ answers }: PairLeaf, cells: Box): Asked {
    return { stage: this.#stage, cells, answers };
  }

  #formulas(leaf: PairLeaf): string {
    const texts = this.#stage.seats.flat().map(({ document, groups }) => {
      const said = saidBy(this.#asked(leaf, leaf.cells), document, groups);
      return "kind" in said ? said.kind : formulaText(said);
    });
    return JSON.stringify(texts);
  }

  /** A case in which all together give more than each alone; null where none is. */
  #caseIn(leaf: PairLeaf, cells: Box): Witness | null {
    for (const { together, each, within } of this.#totals(leaf, cells)) {
      const more = each.map((own) => atLeast(together, own, true));
      const asked = pruned([...within, ...more]);
      const witness = asked === null ? null : witnessIn(cells, asked, this.#stage.task.space);
      if (witness !== null) return witness;
    }
    return null;
  }

  #totals(leaf: PairLeaf, cells: Box): Totals[] {
    const nothing = constantLinear(zero);
    const start = { together: nothing, each: this.#stage.documents.map(() => nothing), within: [] };
    return this.#questions.reduce<Totals[]>(
      (before, identity, index) => {
        const { direction, base } = this.#head(identity);
        const factor = multiply(fraction(direction === "take" ? -1 : 1), this.#weight(base));
        return before.flatMap((total) =>
          this.#answered(leaf, cells, index, direction).flatMap(({ together, each, within }) => {
            const left = pruned([...total.within, ...within]);
            if (left === null) return [];
            const sum = (one: Linear, other: Linear) => plus(one, scaled(other, factor));
            return {
              together: sum(total.together, together),
              each: total.each.map((own, at) => sum(own, each[at] ?? nothing)),
              within: left,
            };
          }),
        );
      },
      [start],
    );
  }

  /** One head: what each document says, and the best of those that speak of it. */
  #answered(leaf: PairLeaf, cells: Box, index: number, direction: Direction): Totals[] {
    const nothing = constantLinear(zero);
    let chosen: (Piece | null)[][] = [[]];
    for (const { document, groups } of this.#stage.seats[index] ?? []) {
      const said = saidBy(this.#asked(leaf, cells), document, groups);
      // A document that has no one answer is told of by its proof.
      if ("kind" in said) return [];
      const pieces = groups.length === 0 ? [null] : said.pieces;
      chosen = chosen.flatMap((before) => pieces.map((piece) => [...before, piece]));
    }
    return chosen.flatMap((pieces) => {
      const speaking = pieces.filter((piece) => piece !== null);
      const within = speaking.flatMap((piece) => piece.within);
      const each = pieces.map((piece) => piece?.answer ?? nothing);
      return speaking.map((best) => ({
        together: best.answer,
        each,
        within: [
          ...within,
          ...speaking.map(({ answer }) =>
            direction === "take" ? atLeast(answer, best.answer) : atLeast(best.answer, answer),
          ),
        ],
      }));
    });
  }

  #head(identity: string) {
    const heads = this.#stage.documents.flatMap(({ document }) => document.heads);
    const found = heads.find((each) => headIdentity(each) === identity);
    if (found === undefined) throw new RangeError(`no head \`${identity}\``);
    return found;
  }

  #baseMinor(base: string): number {
    const bases = this.#stage.documents.flatMap(({ document }) => document.bases[base] ?? []);
    return (bases[0] && firstSum(bases[0])?.amountMinor) ?? this.#example.amountMinor;
  }

  #weight(base: string): Fraction {
    return fraction(this.#baseMinor(base));
  }

  #combination(leaf: PairLeaf, box: Box, witness: Witness): Combination {
    const { documents, task } = this.#stage;
    const { facts, shown, params } = casesIn(this.#stage, box, witness, amountFacts(leaf));
    const heads = this.#questions.map((identity, index): CombinedHead => {
      const { direction, base, grant } = this.#head(identity);
      const seats = (this.#stage.seats[index] ?? []).filter(({ groups }) => groups.length > 0);
      const pinned = seats.map(({ document }) => ({
        document: (documents[document] as Stage["documents"][number]).original,
        params: params[document] ?? {},
      }));
      const shareOf = (asked: typeof pinned) => {
        const answer = evaluate(asked, identity, facts);
        if (answer.kind !== "answer") throw new RangeError(`no answer about \`${identity}\``);
        return fractionText(answer.share);
      };
      const answers = seats.map(({ document, groups }, at) => {
        const said = saidBy(this.#asked(leaf, box), document, groups);
        if ("kind" in said) throw new RangeError(`no answer about \`${identity}\``);
        return {
          document: referenceOf((pinned[at] as (typeof pinned)[number]).document),
          clauses: said.clauses,
          amounts: said.amounts,
          share: shareOf(pinned.slice(at, at + 1)),
        };
      });
      const baseMinor = this.#baseMinor(base);
      return { direction, base, grant, baseMinor, answers, together: shareOf(pinned) };
    });
    return {
      conditions: conditionsIn(box, task.space, documents),
      heads,
      case: shown,
      currency: this.#example.currency,
      totalMinor: totalOf(heads.map((head) => ({ ...head, share: head.together }))),
      eachMinor: documents.map(({ document }) => ({
        document: referenceOf(document),
        totalMinor: totalOf(
          heads.flatMap((head) =>
            head.answers
              .filter((answer) => answer.document === referenceOf(document))
              .map(({ share }) => ({ ...head, share })),
          ),
        ),
      })),
    };
  }
}

function amountFacts({ answers }: PairLeaf): string[] {
  return answers.flatMap((answer) =>
    answer.kind === "clause" ? (answer.member.amount.fact ?? []) : [],
  );
}

/** Rounded head by head, in the customer's favour. */
function totalOf(
  heads: readonly { direction: Direction; baseMinor: number; share: string }[],
): number {
  return heads.reduce((sum, { direction, baseMinor, share }) => {
    const minor = roundedFor(direction, accepted(parseFraction(share)), baseMinor);
    return direction === "take" ? sum - minor : sum + minor;
  }, 0);
}

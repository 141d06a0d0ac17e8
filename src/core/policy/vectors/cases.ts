import { fraction } from "../../money/index.ts";
import type { CaseFacts } from "../facts.ts";
import type { RuleDocument } from "../model.ts";
import type { Box } from "../diff/box.ts";
import { extremeOf } from "../diff/extreme.ts";
import { apart, prepared } from "../diff/prepare.ts";
import { casesIn } from "../diff/region-case.ts";
import { type Stage, questionsOf, stageOf } from "../diff/stage.ts";
import { variableLinear } from "../prove/linear.ts";
import type { Leaf } from "../prove/walk.ts";
import { walk } from "../prove/walk.ts";
import { type Witness, witnessIn } from "../prove/witness.ts";

/** A case with the parameters of each document. */
export type BoundCase = {
  readonly name: string;
  readonly facts: CaseFacts;
  /** In the order of the documents. */
  readonly params: readonly Readonly<Record<string, string>>[];
};

/**
 * Cases in which every clause of every document decides that ever does, and for every constant one
 * on each side of it: the cells of the proof, and their ends.
 */
export function boundaryCases(documents: readonly RuleDocument[]): BoundCase[] {
  const all = apart(documents.map((document) => prepared(document, {}, new Map())));
  const stage = stageOf(all, questionsOf(all), [], 200_000);
  const picked = new Picked(stage);
  walk(stage.task, (leaf, isWhole) => {
    if (isWhole) picked.look(leaf);
    return true;
  });
  return picked.cases;
}

/** Takes a case where it shows a clause or a side of a constant that no case has shown. */
class Picked {
  readonly cases: BoundCase[] = [];
  readonly #stage: Stage;
  readonly #seen = new Set<string>();

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  look({ cells, answers }: Leaf): void {
    const clauses = answers.flatMap((answer, group) =>
      answer.kind === "clause" ? [`${group} ${answer.member.clause}`] : [],
    );
    if (this.#isNew(clauses)) this.#add(cells, witnessIn(cells, [], this.#stage.task.space));
    const { space } = this.#stage.task;
    for (const [index, ranges] of cells) {
      const axis = space.axes[index];
      if (axis?.kind === "order") {
        if (this.#isNew([`${index} ${JSON.stringify(ranges)}`])) {
          this.#add(cells, witnessIn(cells, [], space));
        }
      } else if (axis?.kind === "values") this.#ends(axis.variable, index, cells);
    }
  }

  #ends(variable: number, index: number, cells: Box): void {
    const { space } = this.#stage.task;
    const [[first, last] = [0, 0]] = cells.get(index) ?? [];
    const value = [{ answer: variableLinear(variable, fraction(1)), within: [] }];
    for (const [sign, cell] of [
      [-1, first],
      [1, last],
    ] as const) {
      if (!this.#isNew([`${index} ${cell} ${sign}`])) continue;
      this.#add(cells, extremeOf(value, sign, cells, space)?.witness ?? null);
    }
  }

  #isNew(keys: readonly string[]): boolean {
    const fresh = keys.filter((key) => !this.#seen.has(key));
    for (const key of fresh) this.#seen.add(key);
    return fresh.length > 0;
  }

  #add(cells: Box, witness: Witness | null): void {
    if (witness === null) return;
    const { facts, params } = casesIn(this.#stage, cells, witness, []);
    this.cases.push({ name: `case ${this.cases.length + 1}`, facts, params });
  }
}

import { newcombe, usualLevel } from "../statistics/intervals.ts";
import type { Difference } from "../statistics/intervals.ts";

/** Cases of one group, and how many of them had the outcome. */
export interface Group {
  readonly key: string;
  readonly successes: number;
  readonly trials: number;
}

/** Groups of one trait by one outcome; whoever is in no group is left out. */
export interface Question {
  readonly trait: string;
  readonly outcome: string;
  readonly groups: readonly Group[];
}

/** A group whose share lies apart from that of all other groups of the trait. */
export interface Apart extends Difference {
  readonly trait: string;
  readonly outcome: string;
  readonly key: string;
  readonly share: number;
  readonly otherShare: number;
  readonly trials: number;
  readonly otherTrials: number;
}

export interface Compared {
  /** How many comparisons were made. */
  readonly comparisons: number;
  /** The level of each interval, so that all of them together hold at 95 %. */
  readonly level: number;
  readonly apart: readonly Apart[];
}

/** Fewer cases on either side are not compared: one more claim would turn the answer. */
export const trialsMin = 10;

/**
 * Holds each group against all others of its trait, by Newcombe's interval of the difference. With
 * many comparisons some intervals lie apart by chance alone; each is therefore taken at the level
 * 1 − 0.05/m of m comparisons (Bonferroni), so that where nothing differs, a report has a warning
 * in at most one of twenty cases, however the comparisons hang together.
 */
export function compareGroups(questions: readonly Question[]): Compared {
  const pairs = questions.flatMap(pairsOf);
  const level = 1 - (1 - usualLevel) / Math.max(1, pairs.length);
  const apart = pairs.flatMap(({ trait, outcome, group, others }): Apart[] => {
    const found = newcombe(group, others, level);
    if (found.lowest <= 0 && found.highest >= 0) return [];
    return [
      {
        trait,
        outcome,
        key: group.key,
        share: group.successes / group.trials,
        otherShare: others.successes / others.trials,
        trials: group.trials,
        otherTrials: others.trials,
        ...found,
      },
    ];
  });
  return { comparisons: pairs.length, level, apart };
}

function pairsOf({ trait, outcome, groups }: Question) {
  // Two groups are each other's others: one comparison says all.
  const asked = groups.length === 2 ? groups.slice(0, 1) : groups;
  return asked.flatMap((group) => {
    const others = { successes: 0, trials: 0 };
    for (const other of groups) {
      if (other === group) continue;
      others.successes += other.successes;
      others.trials += other.trials;
    }
    const enough = group.trials >= trialsMin && others.trials >= trialsMin;
    return enough ? [{ trait, outcome, group, others }] : [];
  });
}

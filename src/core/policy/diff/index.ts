/** What two documents answer otherwise, over all cases. */
export { diff, loses, type Diff, type DiffOptions } from "./diff.ts";
export { combinations, type CombinationOptions } from "./combinations.ts";
export type { Example } from "./region-case.ts";
export { isDiffRefusal, type DiffRefusal } from "./refusal.ts";
export type {
  CombinedHead,
  Combination,
  Effect,
  Region,
  RegionBound,
  RegionCase,
} from "./model.ts";
export type { RegionCondition, RegionSide, RegionVoice, Reworded } from "./model.ts";
export type { CarriedWords, WordsChanged, WordsChangedKind } from "./words-changed.ts";
export { diffLines, diffPage, tellDiff, tellDiffRefusal, type ToldDiff } from "./tell-diff.ts";
export type { ToldRegion } from "./tell-region.ts";
export { tellCombinations } from "./tell-combinations.ts";

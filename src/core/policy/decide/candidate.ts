import { type Fraction, compare, fractionText, max, min, zero } from "../../money/index.ts";
import { answerOf } from "./answer.ts";
import type { JoinedHead, Member } from "./binding.ts";
import { isDetermined, winnerOf } from "./decide-case.ts";
import type { CaseFacts } from "../facts.ts";
import type { Match } from "./match.ts";
import type { Amount } from "../model.ts";

export type Interval = { readonly lowest: Fraction; readonly highest: Fraction };

/**
 * One document's answer to a head. While a share that it computes with is unknown, the answer lies
 * between two ends; else both are the same.
 */
export type Candidate = Interval & {
  readonly member: Member;
  /** −1: no clause gives to this grant. */
  readonly clause: number;
  readonly amount: Amount | null;
  /** The answers that were summed, where several heads of the document share the base. */
  readonly parts?: readonly Candidate[];
  /** The unknown shares on which such a sum depends. */
  readonly moving?: readonly string[];
};

/** What a share can be in a case: one value, the cell that a walk looks at, or its whole range. */
export type ShareOf = (fact: string, facts: CaseFacts) => Interval;

/** null: the document is silent; undefined: unknown facts leave its clause open. */
export function candidateOf(
  member: Member,
  match: Match,
  facts: CaseFacts,
  shareOf: ShareOf,
): Candidate | null | undefined {
  const { policy, head } = member;
  if (!isDetermined(match, head)) return undefined;
  const clause = winnerOf(policy, head, match.certain);
  const amount = head.amounts[clause] ?? null;
  if (amount === null && head.head.otherwise === "silent") return null;
  return { member, clause, amount, ...intervalOf(amount, head.head.max, facts, shareOf) };
}

function intervalOf(
  amount: Amount | null,
  highest: Fraction,
  facts: CaseFacts,
  shareOf: ShareOf,
): Interval {
  if (amount === null) return { lowest: zero, highest: zero };
  if (amount.fact === null) return { lowest: amount.rate, highest: amount.rate };
  const share = shareOf(amount.fact, facts);
  const one = answerOf(amount, share.lowest, highest);
  const other = answerOf(amount, share.highest, highest);
  return { lowest: min(one, other), highest: max(one, other) };
}

/** The largest pay or grant, the smallest take: by ends, because shares may be unknown. */
export function joinAnswers(
  direction: JoinedHead["direction"],
  candidates: readonly Interval[],
): Interval | null {
  const [first, ...rest] = candidates;
  if (first === undefined) return null;
  const better = direction === "take" ? min : max;
  return rest.reduce(
    (best, { lowest, highest }) => ({
      lowest: better(best.lowest, lowest),
      highest: better(best.highest, highest),
    }),
    { lowest: first.lowest, highest: first.highest },
  );
}

/** Whether the policies' answer keeps a floor, whatever the shares that are still unknown. */
export function keepsFloor(
  direction: JoinedHead["direction"],
  answer: Interval,
  floor: Interval,
): boolean {
  return direction === "take"
    ? compare(answer.highest, floor.lowest) <= 0
    : compare(answer.lowest, floor.highest) >= 0;
}

/** The unknown shares that can move the joined answer: none where it is one value. */
export function sharesThatMove(
  direction: JoinedHead["direction"],
  joined: Interval,
  candidates: readonly Candidate[],
): string[] {
  const moving = candidates.filter((candidate) =>
    direction === "take"
      ? compare(candidate.lowest, joined.highest) < 0
      : compare(candidate.highest, joined.lowest) > 0,
  );
  return moving.flatMap(({ amount, moving: shares }) => shares ?? amount?.fact ?? []);
}

export function intervalText(interval: Interval): string {
  return `${fractionText(interval.lowest)} ${fractionText(interval.highest)}`;
}

import { compare } from "../../money/index.ts";
import { assumptionOf } from "./assumption.ts";
import { type JoinedHead, type Member, isFloor } from "./binding.ts";
import { type Candidate, type Interval, type ShareOf } from "./candidate.ts";
import { candidateOf, intervalText, joinAnswers, keepsFloor } from "./candidate.ts";
import { sharesThatMove } from "./candidate.ts";
import type { CaseFacts } from "../facts.ts";
import { PolicyFault } from "../fault.ts";
import { matchRows } from "./match.ts";
import { isWish } from "./settle-facts.ts";
import { summed } from "./summed.ts";

/** The joined answer of a head to one case; `winner` is null where every document is silent. */
export type Composed = {
  readonly winner: Candidate | null;
  /** Answers of all documents that have the head, by their first; null for silent ones. */
  readonly answers: readonly { readonly member: Member; readonly candidate: Candidate | null }[];
  /** Unknown shares that can move the answer; empty when the answer is one exact fraction. */
  readonly moving: readonly string[];
  /** The same for equal answers, whoever gives them. */
  readonly key: string;
};

/**
 * Per head the largest pay or grant and the smallest take of all documents, each of which may sum
 * several heads on the base; silent ones do not count. A floor that some wish of the customer meets
 * does not count either: it is kept by the choice. Undefined while unknown facts leave some clause
 * open.
 */
export function compose(
  head: JoinedHead,
  facts: CaseFacts,
  shareOf: ShareOf,
): Composed | undefined {
  const answers = answersOf(head.documents, facts, shareOf);
  if (answers === undefined) return undefined;
  const met = floorsMet(head, facts, shareOf, answers);
  if (met === undefined) return undefined;
  const counting = answers.flatMap(({ candidate }) =>
    candidate === null || met.has(candidate.member) ? [] : [candidate],
  );
  const joined = joinAnswers(head.direction, counting);
  if (joined === null) return { winner: null, answers, moving: [], key: "silent" };
  const moving = sharesThatMove(head.direction, joined, counting);
  const winner = counting.find((candidate) => isSame(candidate, joined)) ?? counting[0] ?? null;
  return { winner, answers, moving, key: keyOf(joined, moving, counting) };
}

/** The same; null where no proven document leaves the case possible: ruled out, gap, overlap. */
export function composeProven(
  head: JoinedHead,
  facts: CaseFacts,
  shareOf: ShareOf,
): Composed | null | undefined {
  if (head.members.some(({ policy }) => assumptionOf(policy, facts) !== null)) return null;
  try {
    return compose(head, facts, shareOf);
  } catch (error) {
    if (error instanceof PolicyFault) return null;
    throw error;
  }
}

/** Answers that move with a share are equal only when the same clauses give them. */
function keyOf(
  joined: Interval,
  moving: readonly string[],
  counting: readonly Candidate[],
): string {
  const text = intervalText(joined);
  if (moving.length === 0) return text;
  const clauses = counting.map(({ member, clause, parts }) => [
    member.policy.reference,
    ...(parts === undefined ? [clause] : parts.map((part) => part.clause)),
  ]);
  return JSON.stringify([text, moving, clauses]);
}

function isSame(one: Interval, other: Interval): boolean {
  return compare(one.lowest, other.lowest) === 0 && compare(one.highest, other.highest) === 0;
}

function answersOf(
  documents: JoinedHead["documents"],
  facts: CaseFacts,
  shareOf: ShareOf,
): Composed["answers"] | undefined {
  const answers: { member: Member; candidate: Candidate | null }[] = [];
  for (const members of documents) {
    const [member] = members;
    const candidate =
      members.length === 1
        ? candidateOf(member, matchRows(member.policy, facts), facts, shareOf)
        : sumOf(members, facts, shareOf);
    if (candidate === undefined) return undefined;
    answers.push({ member, candidate });
  }
  return answers;
}

/** Several heads of one document as one answer; silent ones add nothing. */
function sumOf(
  members: readonly Member[],
  facts: CaseFacts,
  shareOf: ShareOf,
): Candidate | null | undefined {
  const parts: Candidate[] = [];
  for (const member of members) {
    const part = candidateOf(member, matchRows(member.policy, facts), facts, shareOf);
    if (part === undefined) return undefined;
    if (part !== null) parts.push(part);
  }
  return summed(parts, facts, shareOf);
}

/** The floors that a wish keeps; undefined while that is open. */
function floorsMet(
  head: JoinedHead,
  facts: CaseFacts,
  shareOf: ShareOf,
  answers: Composed["answers"],
): ReadonlySet<Member> | undefined {
  const met = new Set<Member>();
  const policies = head.documents.filter(([member]) => !isFloor(member));
  const floors = answers.flatMap(({ member, candidate }) =>
    candidate !== null && isFloor(member) ? [candidate] : [],
  );
  if (floors.length === 0) return met;
  for (const wished of wishesOf(policies.flat(), facts)) {
    const wishedAnswers = answersOf(policies, wished, shareOf);
    if (wishedAnswers === undefined) return undefined;
    const given = wishedAnswers.flatMap(({ candidate }) => candidate ?? []);
    const joined = joinAnswers(head.direction, given);
    if (joined === null) continue;
    for (const floor of floors) {
      if (keepsFloor(head.direction, joined, floor)) met.add(floor.member);
    }
  }
  return met;
}

/** The case as it is, and as it would be under other wishes where a floor asks for them. */
export function comparedCases(head: JoinedHead, facts: CaseFacts): readonly CaseFacts[] {
  const policies = head.members.filter((member) => !isFloor(member));
  return policies.length < head.members.length ? [facts, ...wishesOf(policies, facts)] : [facts];
}

/** The case under every combination of wishes that the policies of a head read; none without. */
function wishesOf(policies: readonly Member[], facts: CaseFacts): CaseFacts[] {
  const wishes = new Map(
    policies.flatMap(({ policy }) =>
      policy.slots.filter(({ fact }) => isWish(fact)).map((slot) => [slot.name, slot] as const),
    ),
  );
  let cases = [facts];
  for (const [name, { options }] of wishes) {
    cases = cases.flatMap((known) =>
      [...options.keys()].map(
        (value) => ({ ...known, [name]: { state: "claimed", value } }) as const,
      ),
    );
  }
  return wishes.size === 0 ? [] : cases;
}

import { compareGroups } from "./compare-groups.ts";
import type { Compared } from "./compare-groups.ts";

/** How often a reviewer found a value where the same had been claimed of the same fact. */
export interface AttestedCount {
  readonly kind: string;
  readonly fact: string;
  /** As JSON; null where the customer had claimed nothing. */
  readonly claimed: string | null;
  readonly found: string;
  /** A pseudonym. */
  readonly reviewer: string;
  readonly count: number;
}

/** Like cases: the same kind of claim, the same fact, the same claimed of it. */
export interface LikeCases {
  readonly kind: string;
  readonly fact: string;
  readonly claimed: string | null;
  readonly cases: number;
  readonly found: readonly { readonly value: string; readonly count: number }[];
  /** Pairs of like cases that were attested differently. */
  readonly pairs: number;
  readonly reviewers: readonly ReviewerCounts[];
}

export interface ReviewerCounts {
  readonly reviewer: string;
  readonly found: readonly { readonly value: string; readonly count: number }[];
}

export interface AttestationAudit {
  /** Only those that were attested differently, the most pairs first. */
  readonly unlike: readonly LikeCases[];
  readonly alike: number;
  /** Measured values (more than twenty different ones) are each a case of their own. */
  readonly measured: number;
  readonly compared: Compared;
}

const valuesMax = 20;

/**
 * Sorts what reviewers found by like cases. Which reviewers differ is asked of the value that is
 * found most often, with the same correction for many comparisons as between groups of customers.
 */
export function auditAttestations(counts: readonly AttestedCount[]): AttestationAudit {
  const all = [...grouped(counts, keyOf).values()].map(likeCases);
  const listed = all.filter(({ found }) => found.length <= valuesMax);
  const unlike = listed.filter(({ found }) => found.length > 1);
  return {
    unlike: [...unlike].sort((left, right) => right.pairs - left.pairs || order(left, right)),
    alike: listed.length - unlike.length,
    measured: all.length - listed.length,
    compared: compareGroups(
      unlike.map((cases) => {
        const usual = cases.found[0]?.value ?? "";
        return {
          trait: titleOf(cases),
          outcome: usual,
          groups: cases.reviewers.map(({ reviewer, found }) => ({
            key: reviewer,
            successes: found.find(({ value }) => value === usual)?.count ?? 0,
            trials: total(found),
          })),
        };
      }),
    ),
  };
}

/** `refund, intact: claimed "yes"`, for lists. */
export const titleOf = ({ kind, fact, claimed }: LikeCases): string =>
  `${kind} ${fact} ${claimed ?? "–"}`;

const keyOf = ({ kind, fact, claimed }: AttestedCount): string =>
  JSON.stringify([kind, fact, claimed]);

function order(left: LikeCases, right: LikeCases): number {
  return titleOf(left) < titleOf(right) ? -1 : 1;
}

function likeCases(counts: readonly AttestedCount[]): LikeCases {
  const { kind, fact, claimed } = counts[0]!;
  const found = foundIn(counts);
  const cases = total(found);
  const alike = found.reduce((sum, { count }) => sum + count * count, 0);
  const reviewers = [...grouped(counts, ({ reviewer }) => reviewer)]
    .map(([reviewer, own]) => ({ reviewer, found: foundIn(own) }))
    .sort((left, right) => (left.reviewer < right.reviewer ? -1 : 1));
  return { kind, fact, claimed, cases, found, pairs: (cases * cases - alike) / 2, reviewers };
}

function foundIn(counts: readonly AttestedCount[]) {
  return [...grouped(counts, ({ found }) => found)]
    .map(([value, same]) => ({ value, count: total(same) }))
    .sort((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1));
}

const total = (counts: readonly { readonly count: number }[]): number =>
  counts.reduce((sum, { count }) => sum + count, 0);

function grouped<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const name = key(one);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [one]);
    else group.push(one);
  }
  return groups;
}

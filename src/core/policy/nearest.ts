import { compare, zero } from "../money/index.ts";
import type { JoinedHead, Member } from "./binding.ts";
import { has } from "./bits.ts";
import type { ShareOf } from "./candidate.ts";
import { cellOf } from "./cell.ts";
import { type Composed, compose } from "./compose.ts";
import type { NearestPaying, SeenCondition } from "./decision.ts";
import type { CaseFacts } from "./facts.ts";
import { PolicyFault } from "./fault.ts";
import type { Fact } from "./model.ts";
import { oppositeOf } from "./opposite.ts";
import { possibleValues } from "./possible-values.ts";
import { isWish } from "./settle-facts.ts";
import { seenCondition } from "./trace.ts";

type Attempt = NearestPaying & { readonly hopeless: number };

/**
 * The case nearest to a refused one in which something would be paid: the paying clause that asks
 * for the fewest changes, those that evidence can still bring before those that time has fixed.
 * null where nothing would help.
 */
export function nearestPaying(
  head: JoinedHead,
  facts: CaseFacts,
  shareOf: ShareOf,
): NearestPaying | null {
  const attempts = head.members.flatMap((member) =>
    member.policy.document.clauses.flatMap((_, row) => {
      const rate = member.head.amounts[row]?.rate ?? zero;
      const alive = has(member.policy.alive, row) && compare(rate, zero) > 0;
      return alive ? attemptsOf(head, member, row, facts, shareOf) : [];
    }),
  );
  const [nearest] = attempts.toSorted(
    (one, other) => one.hopeless - other.hopeless || one.missing.length - other.missing.length,
  );
  if (nearest === undefined) return null;
  return { policy: nearest.policy, clause: nearest.clause, missing: nearest.missing };
}

/** The clause with its unmet conditions met, and without the clause that then stands in its way. */
function attemptsOf(
  head: JoinedHead,
  member: Member,
  row: number,
  facts: CaseFacts,
  shareOf: ShareOf,
): Attempt[] {
  const clause = member.policy.document.clauses[row];
  if (clause === undefined) return [];
  const unmet = clause.when.filter(
    (condition) => seenCondition(member.policy, condition, facts).met !== true,
  );
  const changed = unmet.reduce((known, { fact }) => met(member, row, fact, known), facts);
  const missing = unmet.map((condition) => seenCondition(member.policy, condition, facts));
  const result = tried(head, changed, shareOf);
  if (result === null) return [];
  if (pays(result)) return [attempt(member, clause.name, missing)];
  return withoutBlocker(head, result, changed, facts, shareOf).map((freed) =>
    attempt(member, clause.name, [...missing, freed]),
  );
}

function attempt(
  { policy }: Member,
  clause: string,
  conditions: readonly SeenCondition[],
): Attempt {
  const missing = conditions.map((condition) => {
    const fact = policy.document.facts[condition.fact];
    return { ...condition, change: fact === undefined ? ("fixed" as const) : changeOf(fact) };
  });
  const hopeless = missing.filter(({ change }) => change === "time" || change === "fixed").length;
  return { policy: policy.reference, clause, missing, hopeless };
}

function changeOf(fact: Fact): NearestPaying["missing"][number]["change"] {
  if (isWish(fact)) return "wish";
  if (fact.clock !== null || fact.type === "duration" || fact.type === "days") return "time";
  return fact.by === "event" ? "fixed" : "evidence";
}

/** The case with one fact moved just as far as the clause asks. */
function met({ policy, head }: Member, row: number, name: string, facts: CaseFacts): CaseFacts {
  const slot = policy.slots.find((each) => each.name === name);
  if (slot === undefined) return facts;
  const seen = cellOf(slot, facts[name]);
  const fitting = possibleValues(name, [{ policy, head }]).filter(({ input }) => {
    const cell = cellOf(slot, input) * policy.words;
    return has(slot.masks.slice(cell, cell + policy.words), row);
  });
  const below = fitting.filter(({ input }) => cellOf(slot, input) < seen);
  const value = below.at(-1) ?? fitting[0];
  return value === undefined ? facts : { ...facts, [name]: value.input };
}

function tried(head: JoinedHead, facts: CaseFacts, shareOf: ShareOf): Composed | null {
  try {
    return compose(head, facts, shareOf) ?? null;
  } catch (error) {
    // A case that no proven document leaves possible is no way to a payment.
    if (error instanceof PolicyFault) return null;
    throw error;
  }
}

function pays({ winner }: Composed): boolean {
  return winner !== null && compare(winner.highest, zero) > 0;
}

/** Single changes by which the clause that pays nothing no longer holds. */
function withoutBlocker(
  head: JoinedHead,
  { winner }: Composed,
  changed: CaseFacts,
  facts: CaseFacts,
  shareOf: ShareOf,
): SeenCondition[] {
  if (winner === null) return [];
  const { policy } = winner.member;
  const conditions = policy.document.clauses[winner.clause]?.when ?? [];
  return conditions.flatMap((condition) => {
    const possible = possibleValues(condition.fact, [winner.member]);
    const helping = possible.filter(({ input }) => {
      const result = tried(head, { ...changed, [condition.fact]: input }, shareOf);
      return result !== null && pays(result);
    });
    if (helping.length === 0) return [];
    const seen = seenCondition(policy, condition, facts);
    return [{ ...seen, needed: oppositeOf(seen.needed, possible, helping), met: false }];
  });
}

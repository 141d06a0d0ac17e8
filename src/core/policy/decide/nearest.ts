import { compare, zero } from "../../money/index.ts";
import type { JoinedHead, Member } from "./binding.ts";
import { has } from "../compile/bits.ts";
import type { Candidate, ShareOf } from "./candidate.ts";
import { cellOf } from "./cell.ts";
import type { Slot } from "../compile/compiled.ts";
import { composeProven } from "./compose.ts";
import type { NearestPaying, SeenCondition } from "./decision.ts";
import type { CaseFacts } from "../facts.ts";
import type { Clause, Condition, Fact } from "../model.ts";
import { oppositeOf } from "./opposite.ts";
import { possibleValues } from "./possible-values.ts";
import { isWish } from "./settle-facts.ts";
import { seenCondition } from "./trace.ts";

type Attempt = NearestPaying & {
  /** How many of its changes time has fixed, and how many contradict what was found. */
  readonly hopeless: number;
  readonly contradicted: number;
};

/** A refused case, and the head that gave nothing. */
type Refused = {
  readonly head: JoinedHead;
  readonly facts: CaseFacts;
  readonly shareOf: ShareOf;
};

/**
 * The case nearest to a refused one in which something would be paid. What evidence can still
 * bring comes before what time has fixed, the proof that was missing before another finding than
 * the one that was made, and then the paying clause that asks for the fewest changes. null where
 * nothing would help.
 */
export function nearestPaying(
  head: JoinedHead,
  facts: CaseFacts,
  shareOf: ShareOf,
): NearestPaying | null {
  const refused = { head, facts, shareOf };
  const attempts = head.members.flatMap((member) =>
    member.policy.document.clauses.flatMap((clause, row) => {
      const rate = member.head.amounts[row]?.rate ?? zero;
      const mayPay = has(member.policy.alive, row) && compare(rate, zero) > 0;
      return mayPay ? attemptsOf(refused, member, clause, row) : [];
    }),
  );
  const [nearest] = attempts.toSorted(
    (one, other) =>
      one.hopeless - other.hopeless ||
      one.contradicted - other.contradicted ||
      one.missing.length - other.missing.length,
  );
  if (nearest === undefined) return null;
  return { policy: nearest.policy, clause: nearest.clause, missing: nearest.missing };
}

/** The clause with its unmet conditions met, and without the clause that then stands in its way. */
function attemptsOf(refused: Refused, member: Member, clause: Clause, row: number): Attempt[] {
  const { facts } = refused;
  const unmet = clause.when.filter((condition) => !isMet(member, condition, facts));
  const changed = slotsByFact(member).reduce((known, slot) => {
    const condition = unmet.find(({ fact }) => fact === slot.name);
    return condition === undefined ? known : met(member, slot, condition, known);
  }, facts);
  const missing = unmet.map((condition) => seenCondition(member.policy, condition, facts));
  const winner = winnerIn(refused, changed);
  if (pays(winner)) return [attempt(member, clause.name, missing)];
  const own = winner && (winner.parts ?? [winner]).find((part) => part.member === member);
  // Another document's clauses are tried for themselves, and no clause stands in its own way.
  if (!own || own.clause === row) return [];
  return withoutBlocker(refused, own, changed).map((freed) =>
    attempt(member, clause.name, [...missing, freed]),
  );
}

/** The first slot of each fact. */
function slotsByFact({ policy: { slots } }: Member): Slot[] {
  return slots.filter((slot, index) => slots.findIndex(({ name }) => name === slot.name) === index);
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
  const found = missing.filter(({ change, seen }) => change === "evidence" && seen !== "unproven");
  return { policy: policy.reference, clause, missing, hopeless, contradicted: found.length };
}

function changeOf(fact: Fact): NearestPaying["missing"][number]["change"] {
  if (isWish(fact)) return "wish";
  if (fact.clock !== null || fact.type === "duration" || fact.type === "days") return "time";
  return fact.by === "event" ? "fixed" : "evidence";
}

/** The case with one fact moved just as far as the condition asks; as it was where none fits. */
function met(member: Member, slot: Slot, condition: Condition, facts: CaseFacts): CaseFacts {
  const { name } = slot;
  const seen = cellOf(slot, facts[name]);
  const fitting = possibleValues(name, [member]).filter(({ input }) =>
    isMet(member, condition, { [name]: input }),
  );
  const value = fitting.findLast(({ input }) => cellOf(slot, input) < seen) ?? fitting[0];
  return value === undefined ? facts : { ...facts, [name]: value.input };
}

function isMet({ policy }: Member, condition: Condition, facts: CaseFacts): boolean {
  return seenCondition(policy, condition, facts).met === true;
}

function winnerIn({ head, shareOf }: Refused, facts: CaseFacts): Candidate | null {
  return composeProven(head, facts, shareOf)?.winner ?? null;
}

function pays(winner: Candidate | null): boolean {
  return winner !== null && compare(winner.highest, zero) > 0;
}

/** Single changes by which the clause that pays nothing no longer holds. */
function withoutBlocker(
  refused: Refused,
  { member, clause: row }: Candidate,
  changed: CaseFacts,
): SeenCondition[] {
  const { policy } = member;
  const conditions = policy.document.clauses.slice(row, row + 1).flatMap(({ when }) => when);
  return conditions.flatMap((condition) => {
    const tried = possibleValues(condition.fact, [member]).map((value) => {
      const known = { ...changed, [condition.fact]: value.input };
      const holds = isMet(member, condition, known);
      return { ...value, holds, helps: !holds && pays(winnerIn(refused, known)) };
    });
    if (!tried.some(({ helps }) => helps)) return [];
    const seen = seenCondition(policy, condition, refused.facts);
    return slotsByFact(member)
      .filter(({ name }) => name === condition.fact)
      .map(({ fact }) => ({ ...seen, needed: oppositeOf(fact, seen.needed, tried), met: false }));
  });
}

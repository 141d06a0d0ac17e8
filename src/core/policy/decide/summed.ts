import { type Fraction, add, compare, fractionText } from "../../money/index.ts";
import { max, min, one, zero } from "../../money/index.ts";
import { answerOf } from "./answer.ts";
import type { Candidate, Interval, ShareOf } from "./candidate.ts";
import type { CaseFacts } from "../facts.ts";
import { PolicyFault } from "../fault.ts";
import type { Amount } from "../model.ts";

/**
 * The heads of one direction that a document puts on one base, answered as one: their exact sum.
 * One share may raise a head and lower another (`unused` beside `part`), so heads that compute with
 * the same share are summed share by share; between ends, the sum turns only where one is clamped.
 * @throws PolicyFault for a sum above the base, which the document's proof excludes.
 */
export function summed(
  parts: readonly Candidate[],
  facts: CaseFacts,
  shareOf: ShareOf,
): Candidate | null {
  const [first, ...rest] = parts;
  if (first === undefined) return null;
  const most = rest.reduce(
    (best, part) => (compare(part.lowest, best.lowest) > 0 ? part : best),
    first,
  );
  const terms = termsOf(parts, facts, shareOf);
  const sum = terms.reduce(plus, { lowest: zero, highest: zero });
  if (compare(sum.lowest, one) > 0) throw aboveBase(parts);
  const moving = terms.flatMap(({ fact, lowest, highest }) =>
    fact === null || compare(lowest, highest) === 0 ? [] : [fact],
  );
  return { ...most, ...sum, parts, moving };
}

type Term = Interval & { readonly fact: string | null };

/** What heads with fixed amounts give, and what those that compute with one share do together. */
function termsOf(parts: readonly Candidate[], facts: CaseFacts, shareOf: ShareOf): Term[] {
  const names = new Set(parts.map(({ amount }) => amount?.fact ?? null));
  return [...names].map((fact) => {
    const same = parts.filter(({ amount }) => (amount?.fact ?? null) === fact);
    const [only] = same;
    if (fact !== null && same.length > 1) return { fact, ...sumOver(same, shareOf(fact, facts)) };
    const fixed = { lowest: zero, highest: zero };
    const { lowest, highest } = only && fact !== null ? only : same.reduce<Interval>(plus, fixed);
    return { fact, lowest, highest };
  });
}

function plus(one: Interval, other: Interval): Interval {
  return { lowest: add(one.lowest, other.lowest), highest: add(one.highest, other.highest) };
}

/** The least and the most that heads come to while their share runs from one end to the other. */
function sumOver(parts: readonly Candidate[], share: Interval): Interval {
  const turns = parts.flatMap(({ amount }) => (amount === null ? [] : turnOf(amount)));
  const inside = turns.filter(
    (turn) => compare(share.lowest, turn) < 0 && compare(turn, share.highest) < 0,
  );
  const sums = [share.lowest, ...inside, share.highest].map((at) =>
    parts.reduce<Fraction>(
      (sum, { amount, member }) =>
        amount === null ? sum : add(sum, answerOf(amount, at, member.head.head.max)),
      zero,
    ),
  );
  return { lowest: sums.reduce(min), highest: sums.reduce(max) };
}

/**
 * The shares at which amounts begin or cease to give. Maxima need no look: no rate is above its
 * maximum, so what falls with the share has left it at 0, and what rises reaches it only at 1.
 */
function turnOf({ form, rate }: Amount): Fraction {
  if (form === "less") return rate;
  return form === "unused" ? one : zero;
}

function aboveBase(parts: readonly Candidate[]): PolicyFault {
  const [{ member }] = parts as [Candidate];
  const { document, reference } = member.policy;
  const names = parts.flatMap(({ clause, lowest }) => {
    const name = document.clauses[clause]?.name;
    return name === undefined ? [] : [`${name} ${fractionText(lowest)}`];
  });
  return new PolicyFault("above_base", reference, member.head.head.name, names);
}

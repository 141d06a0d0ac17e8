import { PolicyFault, baseAmount, decide, partsOfBase, storedParts } from "../../../core/index.ts";
import type {
  BaseOf,
  CaseFacts,
  DecideRequest,
  Decision,
  FactInput,
  HeadDecision,
  NeededFact,
  PartsOf,
} from "../../../core/index.ts";
import { possibilities } from "./possibilities.ts";
import type { Rebound } from "./past.ts";

/** What the draft makes of a past claim; `asked` is what it was asked with. */
export type Redecided =
  | { readonly status: "decided"; readonly heads: readonly HeadDecision[] }
  /** Facts that were never established can change the amount: every answer that is possible. */
  | {
      readonly status: "undetermined";
      readonly possible: readonly (readonly HeadDecision[])[];
      readonly missing: readonly string[];
    }
  /** No document that binds the order answers this kind of claim any more. */
  | { readonly status: "unanswered" }
  /** Too many ways in which the missing facts could be. */
  | { readonly status: "too_open"; readonly missing: readonly string[] }
  /** The facts are a case that the draft assumes away; it could not have been filed. */
  | { readonly status: "impossible"; readonly assumption: string }
  /** The draft has a gap or an overlap here. */
  | { readonly status: "faulty"; readonly fault: string };

/**
 * Decides a past claim again, by the evaluator of production, from the facts as they were known
 * then. What the draft reads beyond that comes from the order's record; where the record has it
 * not, nothing is guessed.
 */
export function redecide(rebound: Rebound): Redecided {
  if (rebound.policies.length === 0) return { status: "unanswered" };
  try {
    return redecideBound(rebound);
  } catch (error) {
    // A draft is not proven yet: what its proof would exclude is told, not thrown.
    if (error instanceof PolicyFault) return { status: "faulty", fault: error.message };
    throw error;
  }
}

function redecideBound(rebound: Rebound): Redecided {
  const request = requestOf(rebound);
  const unasked = neverAsked(request, rebound.readThen);
  const asked = unasked.length === 0 ? null : rebound.readThen;
  const result = asked === null ? decide(request) : null;
  if (result?.status === "decided") return { status: "decided", heads: result.decision.heads };
  if (result?.status === "impossible") {
    return { status: "impossible", assumption: result.assumption };
  }
  const missing = (result?.needed ?? unasked).map(({ fact }) => fact);
  return bounded(possibilities(request, asked), [...new Set(missing)].sort());
}

function bounded(found: ReturnType<typeof possibilities>, missing: readonly string[]): Redecided {
  if (found === null) return { status: "too_open", missing };
  const [only, ...others] = found;
  if (only === undefined) return { status: "impossible", assumption: "range" };
  return others.length === 0
    ? { status: "decided", heads: only }
    : { status: "undetermined", possible: found, missing };
}

/**
 * Where the time to supplement had lapsed, the burden of proof decides on what was asked for then.
 * What nobody asked for then cannot have lapsed: those facts are missing.
 */
function neverAsked(request: DecideRequest, readThen: ReadonlySet<string>): readonly NeededFact[] {
  if (!request.final || !readsMore(request, readThen)) return [];
  const open = decide({ ...request, final: false });
  return open.status === "needed" ? open.needed.filter(({ fact }) => !readThen.has(fact)) : [];
}

const readsMore = ({ policies }: DecideRequest, readThen: ReadonlySet<string>): boolean =>
  policies.some(({ slots }) => slots.some(({ name }) => !readThen.has(name)));

function requestOf({ past, facts, policies, readThen, unread }: Rebound): DecideRequest {
  const { currency, calendar, final, facts: known } = past.decision;
  return {
    policies,
    currency,
    calendarVersion: calendar,
    orderFacts: joined(known.order, unread.order, readThen),
    items: known.items.map((item) => {
      const more =
        item.lineId === null ? unread.packet(item.packetId ?? "") : unread.line(item.lineId);
      return { ...item, facts: joined(item.facts, more, readThen) };
    }),
    baseOf: baseOf(facts, known.order),
    partsOf: partsOf(facts, past.decision),
    final,
  };
}

/** What was known then stands, unknown included; only how long its months are may be added. */
function joined(then: CaseFacts, more: CaseFacts, readThen: ReadonlySet<string>): CaseFacts {
  const names = Object.keys(more);
  if (names.length === 0) return then;
  const all: Record<string, FactInput> = { ...then };
  for (const name of names) {
    const own = then[name];
    const other = more[name];
    if (other === undefined) continue;
    if (!readThen.has(name)) all[name] = other;
    else if (own !== undefined && "marks" in other && "value" in own) {
      all[name] = { ...own, marks: { ...other.marks, ...own.marks } };
    }
  }
  return all;
}

const statedPrefix = "base.";

/** Sums that reviewers read off receipts are kept among the facts of the order. */
/** As the order was divided then; a base that nobody decided on is divided as it would be today. */
function partsOf(facts: Rebound["facts"], decision: Decision): PartsOf {
  const stored = storedParts(decision);
  const decided = new Set(decision.heads.map(({ base }) => base));
  return (base, items) => {
    if (decided.has(base)) return stored(base, items);
    return items.length === 0 ? null : partsOfBase(facts, base, items);
  };
}

function baseOf(facts: Rebound["facts"], orderFacts: CaseFacts): BaseOf {
  const stated: Record<string, number> = {};
  for (const [name, input] of Object.entries(orderFacts)) {
    if (!name.startsWith(statedPrefix) || input.state !== "attested") continue;
    if (typeof input.value === "number") stated[name.slice(statedPrefix.length)] = input.value;
  }
  return (base, place) => baseAmount(facts, base, place, stated);
}

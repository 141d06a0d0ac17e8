import type { AcceptedDecision, HeadDecision, OrderFacts } from "../../../core/index.ts";
import { answerKey, costBy, decidingClauses, givesSomething } from "./answers.ts";
import type { Cost } from "./answers.ts";
import type { PastDecision } from "./past.ts";
import type { Redecided } from "./redecide.ts";

/** What a claim's part on one order brought then, and would bring under the draft. */
export interface Compared {
  readonly past: PastDecision;
  readonly status: Redecided["status"];
  readonly before: Cost;
  /** Lowest and highest are the same unless the answer is undetermined. */
  readonly lowest: Cost;
  readonly highest: Cost;
  readonly clausesBefore: readonly string[];
  readonly clausesAfter: readonly string[];
  /** Facts that were never established and could change the amount. */
  readonly missing: readonly string[];
  /** What the draft lacks where it is faulty; the assumption where the case is impossible. */
  readonly problem: string | null;
}

/** `decisions`: all of one order, as they were made. `redecide` answers each under the draft. */
export function compareOrder(
  facts: OrderFacts,
  decisions: readonly PastDecision[],
  redecide: (past: PastDecision) => Redecided,
): Compared[] {
  const costs = new Map<string, Cost>();
  const start: Chain = { accepted: [], key: "", cost: costBy(facts, []) };
  const extend = (chain: Chain, answer: Answer): Chain => {
    if (answer.accepted === null) return chain;
    const accepted = [...chain.accepted, answer.accepted];
    const key = `${chain.key}\n${answer.accepted.decisionId} ${answer.key}`;
    // Where the draft changes nothing, what is owed is computed once for both sides.
    const cost = costs.get(key) ?? costBy(facts, accepted);
    costs.set(key, cost);
    return { accepted, key, cost };
  };
  let chains: Chains = { before: start, lowest: start, highest: start };
  return decisions.map((past) => {
    const step = oneStep(past, redecide(past), chains, extend);
    const compared = comparedOf(step, chains);
    chains = step.chains;
    return compared;
  });
}

/** What is owed by the decisions so far, on one side. */
interface Chain {
  readonly accepted: readonly AcceptedDecision[];
  readonly key: string;
  readonly cost: Cost;
}
type Chains = Readonly<Record<"before" | "lowest" | "highest", Chain>>;

/** `accepted` is null where the decision gives nothing and so counts in nothing. */
interface Answer {
  readonly accepted: AcceptedDecision | null;
  readonly key: string;
  readonly clauses: readonly string[];
}

interface Step {
  readonly past: PastDecision;
  readonly redecided: Redecided;
  readonly answers: readonly Answer[];
  readonly chains: Chains;
}

function oneStep(
  past: PastDecision,
  redecided: Redecided,
  { before, lowest, highest }: Chains,
  extend: (chain: Chain, answer: Answer) => Chain,
): Step {
  const stored = storedAnswer(past);
  const answers = answersOf(past, redecided, stored);
  const after = (chain: Chain, sign: 1 | -1): Chain => {
    const own = answers.map((answer) =>
      // As long as both sides are the same, what counted then counts now.
      chain.key === before.key && answer.key === stored.key ? stored : answer,
    );
    const reached = own.map((answer) => extend(chain, answer));
    return reached.reduce((best, each) => (sign * rank(each, best) > 0 ? each : best));
  };
  const chains = {
    before: extend(before, stored),
    lowest: after(lowest, -1),
    highest: after(highest, 1),
  };
  return { past, redecided, answers, chains };
}

const rank = (one: Chain, other: Chain): number =>
  one.cost.moneyMinor - other.cost.moneyMinor || one.cost.grantMinor - other.cost.grantMinor;

function storedAnswer(past: PastDecision): Answer {
  const { heads } = past.decision;
  const accepted = past.accepted ? acceptedOf(past, heads) : null;
  return { ...answerOf(past, heads), accepted };
}

/** What cannot be compared leaves the order as it was, on all sides. */
function answersOf(past: PastDecision, redecided: Redecided, stored: Answer): Answer[] {
  switch (redecided.status) {
    case "decided":
      return [answerOf(past, redecided.heads)];
    case "undetermined":
      return redecided.possible.map((heads) => answerOf(past, heads));
    case "unanswered":
      return [{ accepted: null, key: "unanswered", clauses: [] }];
    case "too_open":
    case "impossible":
    case "faulty":
      return [stored];
  }
}

function answerOf(past: PastDecision, heads: readonly HeadDecision[]): Answer {
  return {
    accepted: givesSomething(heads) ? acceptedOf(past, heads) : null,
    key: answerKey(heads),
    clauses: decidingClauses(heads),
  };
}

const acceptedOf = (
  { decisionId, claimId, corrects }: PastDecision,
  heads: readonly HeadDecision[],
): AcceptedDecision => ({ decisionId, claimId, corrects, heads });

function comparedOf({ past, redecided, answers, chains }: Step, then: Chains): Compared {
  const { status } = redecided;
  return {
    past,
    status,
    before: less(chains.before.cost, then.before.cost),
    lowest: less(chains.lowest.cost, then.lowest.cost),
    highest: less(chains.highest.cost, then.highest.cost),
    clausesBefore: decidingClauses(past.decision.heads),
    clausesAfter: [...new Set(answers.flatMap(({ clauses }) => clauses))].sort(),
    missing: "missing" in redecided ? redecided.missing : [],
    problem: problemOf(redecided),
  };
}

function problemOf(redecided: Redecided): string | null {
  if (redecided.status === "faulty") return redecided.fault;
  return redecided.status === "impossible" ? redecided.assumption : null;
}

/** What the decision added. */
function less(after: Cost, before: Cost): Cost {
  return {
    moneyMinor: after.moneyMinor - before.moneyMinor,
    grantMinor: after.grantMinor - before.grantMinor,
    lines: after.lines.map((minor, index) => minor - (before.lines[index] ?? 0)),
  };
}

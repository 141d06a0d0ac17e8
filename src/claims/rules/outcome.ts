import type { Fact, Instant, NeededFact } from "../../core/index.ts";
import type { Assessment, Decided } from "./assess.ts";
import { samePlace } from "./facts.ts";
import type { FactPlace, SaidFact } from "./facts.ts";
import type { Grounds } from "./grounds.ts";
import type { KnownOrder } from "./known-order.ts";
import type { ClaimCommand } from "./lifecycle.ts";
import { problem } from "./problem.ts";
import type { ClaimProblem } from "./problem.ts";

/** What becomes of a claim; nothing is written yet. */
export type Outcome = Waiting | Ending | Ended;

export interface Waiting {
  readonly commands: readonly ClaimCommand[];
  readonly needed: readonly NeededOfOrder[];
}

/** Accepted for a later end, at which it is decided: what it would bring as things stand now. */
export interface Ending {
  readonly commands: readonly ClaimCommand[];
  readonly endsAt: Instant;
  readonly foreseen: readonly DecidedOrder[];
}

export interface Ended {
  readonly commands: readonly ClaimCommand[];
  readonly refusalCode: string | null;
  /** What the code's sentence names. */
  readonly refusalValues: ClaimProblem["values"];
  readonly decided: readonly DecidedOrder[];
  /** Whether a chargeback has a part in it: then it may change after the decision. */
  readonly disputed: boolean;
}

export type NeededOfOrder = NeededFact & { readonly orderId: string };

/** A claim's part on one order, with what settlement knew, which is kept for the letter. */
export interface AssessedOrder {
  readonly order: KnownOrder;
  readonly grounds: Grounds;
  readonly result: Assessment;
}

export type DecidedOrder = AssessedOrder & { readonly result: Decided };

/** Whether the decision on this order counts in what is owed from now on. */
export const isAccepted = ({ result }: DecidedOrder): boolean => result.gives && result.adds;

/** The claim's parts together: refused as impossible, waiting for facts, approved or refused. */
export function outcomeOf(
  assessed: readonly AssessedOrder[],
  said: readonly SaidFact[],
  waitsUntil: Instant | null,
): Outcome | ClaimProblem {
  const disputed = assessed.some(({ order }) => (order.facts?.disputes.length ?? 0) > 0);
  return impossible(assessed) ?? waiting(assessed, said) ?? ended(assessed, disputed, waitsUntil);
}

function impossible(assessed: readonly AssessedOrder[]): ClaimProblem | null {
  for (const { result } of assessed) {
    if (result.status !== "impossible") continue;
    const values = { assumption: result.assumption, facts: result.facts.join(", ") };
    return problem("fact_impossible", values, "/facts");
  }
  return null;
}

/** A reviewer starts once the customer owes nothing more. */
function waiting(assessed: readonly AssessedOrder[], said: readonly SaidFact[]): Waiting | null {
  const needed = assessed.flatMap((one) => neededOf(one, said));
  if (needed.length === 0) return null;
  // What an event should have told and did not, a reviewer can attest.
  const customer = needed.some(({ by }) => by === "customer");
  return { commands: [customer ? "AskCustomer" : "SendToReview"], needed };
}

/** Nobody can be asked for what is computed from facts that are asked for beside it. */
function neededOf({ order, result }: AssessedOrder, said: readonly SaidFact[]): NeededOfOrder[] {
  if (result.status !== "needed") return [];
  const { orderId, policies } = order;
  const factOf = (name: string) =>
    policies.map(({ document }) => document.facts[name]).find(Boolean);
  const own = result.needed.filter(({ fact }) => (factOf(fact)?.derived ?? null) === null);
  return (own.length === 0 ? result.needed : own).map((one) => {
    const needed = { orderId, ...one };
    const fact = factOf(one.fact);
    const customer = fact !== undefined && owesWord(fact, needed, said);
    return customer ? { ...needed, by: "customer" } : needed;
  });
}

/**
 * Whoever bears the burden of proof speaks first: there is nothing for a reviewer to look at before
 * the customer has said what is claimed.
 */
function owesWord(
  { by, burden }: Fact,
  at: FactPlace & NeededFact,
  said: readonly SaidFact[],
): boolean {
  if (by !== "reviewer" || burden !== "customer") return false;
  return !said.some((one) => one.fact === at.fact && samePlace(one, at));
}

/** What was chosen before stands: a claim that was open meanwhile and chose otherwise ends here. */
export const refusedChoice = ({ problem: refusalCode, values }: ClaimProblem): Ended => {
  const commands: ClaimCommand[] = ["RefuseClaim"];
  return { commands, refusalCode, refusalValues: values, decided: [], disputed: false };
};

function ended(
  assessed: readonly AssessedOrder[],
  disputed: boolean,
  waitsUntil: Instant | null,
): Ending | Ended {
  const decided = assessed.filter((one): one is DecidedOrder => one.result.status === "decided");
  const refusalValues = {};
  if (decided.some(({ result }) => result.adds)) {
    if (waitsUntil !== null) {
      return { commands: ["AwaitEnd"], endsAt: waitsUntil, foreseen: decided };
    }
    // Nothing to pay out is settled at once; whatever else was taken on reports by itself.
    const waits = decided.some(
      ({ result }) => result.dues.length + result.beside.length > 0 || result.held,
    );
    const then = waits ? "StartSettlement" : "CompleteSettlement";
    return {
      commands: ["ApproveClaim", then],
      refusalCode: null,
      refusalValues,
      decided,
      disputed,
    };
  }
  const why = decided.find(({ result }) => result.why !== null)?.result.why;
  const before = decided.some(({ result }) => result.gives && result.before);
  const chargedBack = decided.some(({ result }) => result.chargedBack);
  const own = before ? "already_refunded" : chargedBack ? "charged_back" : null;
  const refusalCode = own ?? why ?? "nothing_left";
  return { commands: ["RefuseClaim"], refusalCode, refusalValues, decided, disputed };
}

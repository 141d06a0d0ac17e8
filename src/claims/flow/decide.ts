import { canonicalJson, chinaCalendar } from "../../core/index.ts";
import type { Fact, NeededFact } from "../../core/index.ts";
import { refuse } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import type { Tx } from "../../platform/index.ts";
import { oblige } from "../../treasury/index.ts";
import { assess } from "../rules/assess.ts";
import type { Assessment, Decided } from "../rules/assess.ts";
import { groundsOf } from "../rules/grounds.ts";
import type { Grounds } from "../rules/grounds.ts";
import { samePlace } from "../rules/facts.ts";
import type { FactPlace } from "../rules/facts.ts";
import type { ClaimCommand } from "../rules/lifecycle.ts";
import { insertDecisions } from "../store/write.ts";
import type { NeededRow } from "../store/read.ts";
import type { Claim } from "./claim.ts";
import { caseOf } from "./load.ts";
import type { LoadedOrder } from "./load.ts";

/** What the policies made of a claim; nothing is written yet. */
export type Outcome =
  | { readonly commands: readonly ClaimCommand[]; readonly needed: readonly NeededRow[] }
  | {
      readonly commands: readonly ClaimCommand[];
      readonly refusalCode: string | null;
      readonly decided: readonly DecidedOrder[];
      /** Whether a chargeback has a part in it: then it may change after the decision. */
      readonly disputed: boolean;
    };

interface DecidedOrder extends AssessedOrder {
  readonly result: Decided;
}

interface AssessedOrder {
  readonly orderId: string;
  readonly decisionId: string;
  /** What settlement knew; kept for the letter. */
  readonly grounds: Grounds;
}

type Asked = Pick<Claim, "claimId" | "final" | "places" | "said" | "receivedAt" | "endsAt">;

/** Decides a claim on all its orders. Impossible facts are refused before anything is written. */
export function decideClaim(
  tx: Tx,
  claim: Asked,
  orders: readonly LoadedOrder[],
): Outcome | Refusal {
  const assessed = orders.map((order) => {
    const { orderId } = order;
    const decisionId = tx.newId();
    const { claimId, final } = claim;
    const places = claim.places.filter((place) => place.orderId === orderId);
    const filing = { claimId, decisionId, final, calendarVersion: chinaCalendar.version };
    const known = caseOf(order, claim);
    const result = assess(known, places, claim.said, filing);
    const grounds = groundsOf(known);
    return { orderId, decisionId, grounds, result: asked(result, order, claim) };
  });
  const disputed = orders.some(({ facts }) => (facts?.disputes.length ?? 0) > 0);
  return impossible(assessed) ?? waiting(assessed) ?? decided(assessed, disputed);
}

interface Assessed extends AssessedOrder {
  readonly result: Assessment;
}

/** Nobody can be asked for what is computed from facts that are asked for beside it. */
function asked(result: Assessment, { orderId, policies }: LoadedOrder, { said }: Asked) {
  if (result.status !== "needed") return result;
  const factOf = (name: string) =>
    policies.map(({ document }) => document.facts[name]).find(Boolean);
  const own = result.needed.filter(({ fact }) => (factOf(fact)?.derived ?? null) === null);
  const needed = (own.length === 0 ? result.needed : own).map((one): NeededFact => {
    const fact = factOf(one.fact);
    return fact !== undefined && owesWord(fact, { orderId, ...one }, said)
      ? { ...one, by: "customer" }
      : one;
  });
  return { ...result, needed };
}

/**
 * Whoever bears the burden of proof speaks first: there is nothing for a reviewer to look at before
 * the customer has said what is claimed.
 */
function owesWord({ by, burden }: Fact, at: FactPlace & NeededFact, said: Asked["said"]): boolean {
  if (by !== "reviewer" || burden !== "customer") return false;
  return !said.some((one) => one.fact === at.fact && samePlace(one, at));
}

function impossible(assessed: readonly Assessed[]): Refusal | null {
  for (const { result } of assessed) {
    if (result.status !== "impossible") continue;
    const values = { assumption: result.assumption, facts: result.facts.join(", ") };
    return refuse("fact_impossible", values, "/facts");
  }
  return null;
}

/** A reviewer starts once the customer owes nothing more. */
function waiting(assessed: readonly Assessed[]): Outcome | null {
  const needed = assessed.flatMap(({ orderId, result }) =>
    result.status === "needed" ? result.needed.map((fact) => neededRow(orderId, fact)) : [],
  );
  if (needed.length === 0) return null;
  // What an event should have told and did not, a reviewer can attest.
  const customer = needed.some(({ by }) => by === "customer");
  return { commands: [customer ? "AskCustomer" : "SendToReview"], needed };
}

const neededRow = (orderId: string, fact: NeededFact): NeededRow => ({ orderId, ...fact });

function decided(assessed: readonly Assessed[], disputed: boolean): Outcome {
  const all = assessed.filter((one): one is DecidedOrder => one.result.status === "decided");
  if (all.some(({ result }) => result.adds)) {
    // Nothing to pay out is settled at once; whatever else was taken on reports by itself.
    const waits = obligations(all).length > 0 || all.some(({ result }) => result.held);
    const then = waits ? "StartSettlement" : "CompleteSettlement";
    return { commands: ["ApproveClaim", then], refusalCode: null, decided: all, disputed };
  }
  const why = all.find(({ result }) => result.why !== null)?.result.why;
  const before = all.some(({ result }) => result.gives && result.before);
  const chargedBack = all.some(({ result }) => result.chargedBack);
  const own = before ? "already_refunded" : chargedBack ? "charged_back" : null;
  const refusalCode = own ?? why ?? "nothing_left";
  return { commands: ["RefuseClaim"], refusalCode, decided: all, disputed };
}

const obligations = (all: readonly DecidedOrder[]) =>
  all
    .map(({ orderId, result: { dues, beside } }) => ({ orderId, dues, beside }))
    .filter(({ dues, beside }) => dues.length + beside.length > 0);

/** Stores the decisions and takes on what they bring. */
export async function carryOut(
  tx: Tx,
  claimId: string,
  { decided: all }: Extract<Outcome, { decided: unknown }>,
): Promise<void> {
  const rows = all.map(({ orderId, decisionId, grounds, result }) => ({
    orderId,
    decisionId,
    grounds,
    accepted: result.gives && result.adds,
    decision: canonicalJson(result.decision),
  }));
  await insertDecisions(tx, claimId, rows);
  const orders = obligations(all);
  if (orders.length > 0) await oblige(tx, { claimId, orders });
}

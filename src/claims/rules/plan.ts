import { grouped, partsOfBase, unitsGivenBack } from "../../core/index.ts";
import type { AcceptedDecision, Beside, Instant } from "../../core/index.ts";
import { assess } from "./assess.ts";
import { choicesOf } from "./choices.ts";
import type { Chosen, ChoosingClaim, EarlierClaim } from "./chosen.ts";
import type { SaidFact } from "./facts.ts";
import { checkFacts } from "./given.ts";
import type { Given } from "./given.ts";
import { groundsOf } from "./grounds.ts";
import { caseOf, goingBack } from "./known-order.ts";
import type { KnownOrder } from "./known-order.ts";
import { afterCommands, initialClaimStatus } from "./lifecycle.ts";
import type { ClaimStatus } from "./lifecycle.ts";
import { isAccepted, outcomeOf, refusedChoice } from "./outcome.ts";
import type { AssessedOrder, Outcome } from "./outcome.ts";
import { isProblem, problem } from "./problem.ts";
import type { ClaimProblem } from "./problem.ts";
import { timeProblem } from "./times.ts";
import { placeItems } from "./units.ts";
import type { AskedItem, Place } from "./units.ts";

/** A claim as it is asked for. */
export interface Filing {
  readonly claimId: string;
  readonly kind: string;
  readonly items: readonly AskedItem[];
  readonly given: Given;
  readonly receivedAt: Instant;
  readonly endsAt: Instant | null;
  /** When it is planned: an end that lies ahead of it is waited for. */
  readonly now: Instant;
  /** The time to supplement has lapsed: the burden of proof decides. */
  readonly final: boolean;
}

/** A claim that was filed and is open. */
export interface OpenClaim extends ChoosingClaim {
  readonly status: ClaimStatus;
}

/** All that filing a claim, or telling more of one, would bring; nothing of it is written. */
export interface Plan {
  readonly claimId: string;
  readonly places: readonly Place[];
  /** All that is said of the claim. */
  readonly said: readonly SaidFact[];
  /** Of it, what this step adds. */
  readonly added: readonly SaidFact[];
  readonly status: ClaimStatus;
  readonly outcome: Outcome;
}

/**
 * What filing a claim brings on its orders as they are known: units, then checks, facts, decision
 * and settlement. This is the one place where that is worked out: the server reads the orders under
 * their locks, plans, and writes the plan; `quote` makes the orders of files and shows it.
 *
 * A preview is the same call without the write. What a filing would bring: load the orders, call
 * `planFiling(filing, orders)`, and show `outcome`: its `needed`, or per order `result.dues`,
 * `result.beside` and `result.decision`. What an attestation would bring: `planMore(claim,
 * {facts, mayAttest: true}, {orders, now})`. Any `claimId` will do for a claim that is not filed.
 * For several steps in a row `afterPlan` gives the order as it stands once a plan is carried out.
 */
export function planFiling(filing: Filing, orders: readonly KnownOrder[]): Plan | ClaimProblem {
  const { claimId, given, kind, receivedAt, endsAt, final, now } = filing;
  const unfit = checkOrders(filing, orders) ?? samePerson(orders) ?? timeProblem(filing, orders);
  if (unfit !== null) return unfit;
  const places = placeItems(filing.items, new Map(orders.map(unitsOf)));
  if (isProblem(places)) return places;
  const status = initialClaimStatus;
  const claim = { claimId, kind, status, places, said: [], receivedAt, endsAt, final };
  return planMore(claim, given, { orders, now });
}

/** What an open claim brings with more said or attested of it; with nothing more, as it stands. */
export function planMore(
  claim: OpenClaim,
  given: Given,
  { orders, now }: Known,
): Plan | ClaimProblem {
  const { claimId, places } = claim;
  const added = checkFacts(given, places, orders);
  if (isProblem(added)) return added;
  const said = [...claim.said, ...added];
  const outcome = outcomeFor({ ...claim, said }, added, { orders, now });
  if (isProblem(outcome)) return outcome;
  const status = afterCommands(claim.status, outcome.commands);
  return { claimId, places, said, added, status, outcome };
}

/** The orders as they are known at an instant. */
export interface Known {
  readonly orders: readonly KnownOrder[];
  readonly now: Instant;
}

function outcomeFor(
  claim: OpenClaim,
  added: readonly SaidFact[],
  { orders, now }: Known,
): Outcome | ClaimProblem {
  const chosen: Chosen[] = [];
  for (const order of orders) {
    const choices = choicesOf(order, claim);
    if (!isProblem(choices)) chosen.push(choices);
    // What is told now can be told otherwise; what was told before the other claim was decided
    // stands on the record.
    else if (added.length > 0 || claim.status === "filed") return choices;
    else return refusedChoice(choices);
  }
  const ends = chosen.flatMap(({ end }) => (end !== null && end.endsAt > now ? [end.endsAt] : []));
  const waitsUntil = ends.length === 0 ? null : Math.max(...ends);
  const assessed = (useOpen: boolean) =>
    orders.map((order, at) => assessedOrder(order, claim, chosen[at], useOpen));
  if (waitsUntil !== null && chosen.every(({ endTakenOver, end }) => endTakenOver || !end)) {
    // More on the ground of an earlier claim's end: what no use until then can change is due now.
    const early = outcomeOf(assessed(true), claim.said, null);
    if ("decided" in early && early.refusalCode === null) return early;
  }
  return outcomeOf(assessed(false), claim.said, waitsUntil);
}

function assessedOrder(
  order: KnownOrder,
  claim: OpenClaim,
  chosen: Chosen | undefined,
  useOpen: boolean,
): AssessedOrder {
  if (chosen === undefined) throw new Error(`order ${order.orderId} has no choices`);
  const named = claim.places.filter(({ orderId }) => orderId === order.orderId);
  const { claimId, kind, said, final } = claim;
  const decided = (goesBack?: readonly Place[]): AssessedOrder => {
    const asked = goesBack === undefined ? claim : { ...claim, goesBack };
    const known = caseOf(order, asked, chosen, useOpen);
    const result = assess(known, named, said, { claimId, final });
    return { order, grounds: groundsOf(known), result };
  };
  const first = decided();
  if (first.result.status !== "decided" || order.facts === null) return first;
  // A unit that is named and that nothing is paid for stays with the customer: what hangs on all of
  // the order going back is decided again without it.
  const { heads } = first.result.decision;
  const own = { decisionId: claimId, claimId, corrects: null, heads };
  const back = goingBack(order, order.facts, kind, own);
  const stays = named.some((place) => place.lineId !== null && !covered(place, back));
  return stays ? decided(back) : first;
}

/** Whether every unit of a place is among these, which may overlap. */
function covered(place: Place, all: readonly Place[]): boolean {
  const here = all.filter(({ lineId }) => lineId === place.lineId);
  const end = here
    .toSorted((left, right) => left.from - right.from)
    .reduce(
      (reached, { from, to }) => (from <= reached ? Math.max(reached, to) : reached),
      place.from,
    );
  return end >= place.to;
}

/** An order that is absent does not exist for whoever asks. */
function checkOrders({ items, kind }: Filing, orders: readonly KnownOrder[]): ClaimProblem | null {
  for (const [orderId, own] of grouped(items, (item) => item.orderId)) {
    const found = orders.find((candidate) => candidate.orderId === orderId);
    if (found === undefined) return problem("not_found", { what: orderId }, "/items");
    const { orderNumber } = found;
    if (found.facts === null)
      return problem("claim_order_unpaid", { order: orderNumber }, "/items");
    if (found.policies.length === 0) {
      return problem("claim_not_promised", { order: orderNumber, kind }, "/kind");
    }
    if (own.some(({ quantity, units }) => quantity !== undefined && units !== undefined)) {
      return problem("claim_units_or_quantity", {}, "/items");
    }
    if (!own.every((item) => isNamed(item, found))) {
      return problem("claim_needs_items", {}, "/items");
    }
  }
  return null;
}

/** Policies that pay by the line decide nothing on an order as a whole; packets must be its own. */
function isNamed(item: AskedItem, { policies, facts }: KnownOrder): boolean {
  if (item.packetId !== undefined) {
    const sold = facts?.lines.some(({ packetId }) => packetId === item.packetId) === true;
    return sold || facts?.granted.some(({ id }) => id === item.packetId) === true;
  }
  if (item.lineId !== undefined || item.everything === true) return true;
  const scopes = policies.flatMap(({ document }) =>
    document.heads.map(({ base }) => document.bases[base]?.scope),
  );
  const whole = item.quantity === undefined && item.units === undefined;
  return whole && !scopes.includes("line") && !scopes.includes("packet");
}

function samePerson(orders: readonly KnownOrder[]): ClaimProblem | null {
  const persons = new Set(orders.map(({ personId }) => personId));
  return persons.size > 1 ? problem("claim_orders_differ", {}, "/items") : null;
}

/**
 * Units are used up by being given back whole. A claim that waits keeps its units; one that brought
 * a part of the price leaves them for the rest.
 */
function unitsOf(order: KnownOrder) {
  const { orderId, facts, named, accepted } = order;
  const lines = facts?.lines ?? [];
  const decided = new Set(accepted.map(({ claimId }) => claimId));
  const back = facts === null || accepted.length === 0 ? [] : unitsGivenBack(facts, accepted);
  const taken = named.flatMap((place) => {
    if (!decided.has(place.claimId)) return [place];
    const ranges = back[lines.findIndex(({ lineId }) => lineId === place.lineId)] ?? [];
    return ranges.flatMap((range) => {
      const from = Math.max(range.from, place.from);
      const to = Math.min(range.to, place.to);
      return from < to ? [{ ...place, from, to }] : [];
    });
  });
  const units = { orderId, lines, taken, partPaid: named, linesOfWhole: () => linesOfWhole(order) };
  return [orderId, units] as const;
}

/** The lines whose money, or what they bear of others, the documents pay for by the order. */
export function linesOfWhole({ facts, policies }: KnownOrder): string[] {
  if (facts === null) return [];
  const places = facts.lines.map(({ lineId, quantity }) => ({
    lineId,
    packetId: null,
    from: 0,
    to: quantity,
  }));
  const bases = new Set(
    policies.flatMap(({ document }) =>
      document.heads.flatMap(({ base }) => (document.bases[base]?.scope === "order" ? [base] : [])),
    ),
  );
  const meant = [...bases].flatMap((base) => partsOfBase(facts, base, places) ?? []);
  return [...new Set(meant.map(({ lineId }) => lineId))];
}

/**
 * The order as it stands once a plan has been carried out on it; one that waits for its end counts
 * with what it brings as things stand.
 */
export function afterPlan<O extends KnownOrder>(order: O, plan: Plan, claim: EarlierClaim): O {
  const { claimId, places, outcome, status } = plan;
  const ends = status === "refused" || status === "withdrawn";
  const own = places.filter(({ orderId }) => orderId === order.orderId);
  const others = order.named.filter((place) => place.claimId !== claimId);
  const named = ends ? others : [...others, ...own.map((place) => ({ ...place, claimId }))];
  const decided =
    "needed" in outcome ? [] : "foreseen" in outcome ? outcome.foreseen : outcome.decided;
  const part = decided.find((one) => one.order.orderId === order.orderId);
  if (part === undefined || !isAccepted(part)) return { ...order, named };
  const { decision, dues, beside } = part.result;
  const accepted: AcceptedDecision = {
    decisionId: afterAll(order.accepted),
    claimId,
    corrects: null,
    heads: decision.heads,
  };
  return {
    ...order,
    named,
    earlier: [...order.earlier, claim],
    accepted: [...order.accepted, accepted],
    taken: sums([...order.taken, ...dues]),
    takenBeside: together([...order.takenBeside, ...beside]),
  };
}

/** Decisions are ordered by id as text: after those written, and after those planned before it. */
const afterAll = ({ length }: readonly AcceptedDecision[]): string =>
  `planned-${String(length).padStart(9, "0")}`;

function sums(all: KnownOrder["taken"]): { tenderId: string; units: number }[] {
  const units = new Map<string, number>();
  for (const one of all) units.set(one.tenderId, (units.get(one.tenderId) ?? 0) + one.units);
  return [...units].map(([tenderId, sum]) => ({ tenderId, units: sum }));
}

/** One sum per purpose, as the treasury keeps them. */
function together(all: readonly Beside[]): Beside[] {
  const byPurpose = new Map<string, Beside>();
  for (const one of all) {
    const key = `${one.purpose} ${one.unit}`;
    byPurpose.set(key, { ...one, units: one.units + (byPurpose.get(key)?.units ?? 0) });
  }
  return [...byPurpose.values()];
}

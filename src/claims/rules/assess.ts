import {
  baseAmount,
  canonicalJson,
  compare,
  consequencesOf,
  decide,
  dueBeside,
  isRefusal,
  owed,
  parseFraction,
  partsOfBase,
  planDue,
  zero,
} from "../../core/index.ts";
import type {
  AcceptedDecision,
  Beside,
  CaseFacts,
  CompiledPolicy,
  Consequence,
  Decision,
  Entitlement,
  NeededFact,
  OrderFacts,
  Scope,
} from "../../core/index.ts";
import { factsAt } from "./facts.ts";
import type { FactPlace, SaidFact } from "./facts.ts";
import { holdsMore } from "./shares.ts";
import type { Place } from "./units.ts";

/** An order as a claim meets it: frozen facts, what happened, what was decided and taken on. */
export interface OrderCase {
  readonly orderId: string;
  readonly facts: OrderFacts;
  readonly policies: readonly CompiledPolicy[];
  readonly calendarVersion: string;
  readonly orderFacts: CaseFacts;
  lineFacts(lineId: string): CaseFacts;
  packetFacts(packetId: string): CaseFacts;
  /** What the claimant has chosen at a place, by this claim or an earlier one. */
  chosenAt(place: FactPlace): CaseFacts;
  /** Sums that are no part of what was paid, by base: a freight receipt, coupons held. */
  readonly stated: Readonly<Record<string, number>>;
  /** What is taken of a fact that nobody has said anything about, by the scope of the fact. */
  readonly unsaid: Readonly<Record<Scope, CaseFacts>>;
  readonly accepted: readonly AcceptedDecision[];
  readonly taken: readonly { readonly tenderId: string; readonly units: number }[];
  readonly takenBeside: readonly Beside[];
}

export interface Deciding {
  readonly claimId: string;
  /** Whether the time to supplement has lapsed. */
  readonly final: boolean;
}

export type Assessment =
  | { readonly status: "needed"; readonly needed: readonly NeededFact[] }
  | {
      readonly status: "impossible";
      readonly assumption: string;
      readonly facts: readonly string[];
    }
  | Decided;

export interface Decided {
  readonly status: "decided";
  readonly decision: Decision;
  /** Whether any head gives the customer anything: only then is the decision accepted. */
  readonly gives: boolean;
  /** Whether it gives anything that earlier decisions had not. */
  readonly adds: boolean;
  /** Whether an earlier decision that was accepted covers any of the same units. */
  readonly before: boolean;
  /** The first reason why a pay head is nothing; null where all pay. */
  readonly why: string | null;
  readonly dues: readonly { readonly tenderId: string; readonly units: number }[];
  readonly beside: readonly Beside[];
  /** What stands on the order beside what is paid, once this decision counts. */
  readonly consequences: readonly Consequence[];
  /** Whether an open chargeback holds any of what it gives: it is planned once that is won. */
  readonly held: boolean;
  /** Whether all that it would give went back by a lost chargeback. */
  readonly chargedBack: boolean;
}

/** Asks the policies, then settlement: what this claim's part on one order brings. */
export function assess(
  order: OrderCase,
  places: readonly Place[],
  said: readonly SaidFact[],
  deciding: Deciding,
): Assessment {
  const named = places.filter(isItem);
  // Who names the order, and no part of it, asks for all of it.
  const whole = named.length < places.length || named.length === 0;
  const result = decide({
    policies: order.policies,
    currency: order.facts.currency,
    calendarVersion: order.calendarVersion,
    orderFacts: known(order, wholeOrder(order.orderId), "order", order.orderFacts, said),
    items: named.map((place) => itemOf(order, place, said)),
    baseOf: (base, place) => baseAmount(order.facts, base, place, order.stated),
    partsOf: (base, items) => (whole ? null : partsOfBase(order.facts, base, items)),
    final: deciding.final,
  });
  if (result.status !== "decided") return result;
  const { decision } = result;
  const gives = decision.heads.some(givesSomething);
  const before = order.accepted.some(({ heads }) =>
    heads.some((earlier) => decision.heads.some((head) => meets(earlier, head))),
  );
  const dues = due(order, gives ? decision : null, deciding);
  return { ...dues, decision, gives, before, why: whyOf(decision) };
}

type Dues = Omit<Decided, "decision" | "gives" | "before" | "why">;

const nothing: Dues = {
  status: "decided",
  adds: false,
  dues: [],
  beside: [],
  consequences: [],
  held: false,
  chargedBack: false,
};

/** The answer does not depend on the order of decisions, so that this one needs no number yet. */
const notYetNumbered = "undecided";

function due(order: OrderCase, decision: Decision | null, { claimId }: Deciding): Dues {
  if (decision === null) return nothing;
  const { heads } = decision;
  const accepted = { decisionId: notYetNumbered, claimId, corrects: null, heads };
  const all = [...order.accepted, accepted];
  const after = owed(order.facts, all);
  const { dues } = planDue(after, order.taken);
  const beside = dueBeside(after, order.takenBeside);
  const adds = dues.length + beside.length > 0 || changesRights(order, after);
  const disputed = order.facts.disputes.length > 0;
  if (adds) {
    const held = disputed && holdsMore(owed(order.facts, order.accepted), after);
    return { ...nothing, adds, dues, beside, consequences: consequencesOf(after), held };
  }
  const undisputed = { ...order, facts: { ...order.facts, disputes: [] } };
  const chargedBack = disputed && changesRights(undisputed, owed(undisputed.facts, all));
  return { ...nothing, chargedBack };
}

/**
 * Whether the decision changes what the customer holds although nothing is to be paid out, as where
 * a deduction eats up the refund. The trace grows with every decision, so it does not count.
 */
function changesRights(order: OrderCase, after: Entitlement): boolean {
  const before = owed(order.facts, order.accepted);
  return canonicalJson({ ...before, trace: null }) !== canonicalJson({ ...after, trace: null });
}

const wholeOrder = (orderId: string) => ({ orderId, lineId: null, packetId: null });
const isItem = (place: Place): boolean => place.lineId !== null || place.packetId !== null;

function itemOf(order: OrderCase, place: Place, said: readonly SaidFact[]) {
  const { lineId, packetId, from, to } = place;
  const scope = lineId === null ? "packet" : "line";
  const events = lineId === null ? order.packetFacts(packetId ?? "") : order.lineFacts(lineId);
  return { lineId, packetId, from, to, facts: known(order, place, scope, events, said) };
}

/** An allegation that nobody made needs nobody to look into it. */
function known(
  order: OrderCase,
  place: FactPlace,
  scope: Scope,
  events: CaseFacts,
  said: readonly SaidFact[],
): CaseFacts {
  const { orderId, lineId, packetId } = place;
  const chosen = order.chosenAt({ orderId, lineId, packetId });
  return { ...order.unsaid[scope], ...factsAt(place, events, said), ...chosen };
}

type Head = AcceptedDecision["heads"][number];

/** Whether two heads answer for any of the same money; the order as a whole is all of its parts. */
function meets(earlier: Head, later: Head): boolean {
  return (
    earlier.base === later.base &&
    earlier.items.some((one) => later.items.some((other) => overlap(one, other)))
  );
}

function overlap(one: Head["items"][number], other: Head["items"][number]): boolean {
  if (isWhole(one) || isWhole(other)) return true;
  const same = one.lineId === other.lineId && one.packetId === other.packetId;
  return same && one.from < other.to && other.from < one.to;
}

const isWhole = (item: Head["items"][number]): boolean =>
  item.lineId === null && item.packetId === null;

function givesSomething({ direction, items }: Decision["heads"][number]): boolean {
  if (direction === "take") return false;
  return items.some(({ fraction }) => {
    const share = parseFraction(fraction);
    return !isRefusal(share) && compare(share, zero) > 0;
  });
}

function whyOf(decision: Decision): string | null {
  const pays = decision.heads.filter(({ direction }) => direction === "pay");
  return pays.flatMap(({ trace }) => trace).find(({ why }) => why !== null)?.why ?? null;
}

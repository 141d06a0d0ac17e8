import { unitsGivenBack, unitsPaidFor } from "../../core/index.ts";
import type {
  AcceptedDecision,
  Beside,
  CaseFacts,
  CompiledPolicy,
  FactInput,
  Instant,
  OrderFacts,
  Scope,
} from "../../core/index.ts";
import type { OrderCase } from "./assess.ts";
import type { Chosen, ChosenEnd, EarlierClaim } from "./chosen.ts";
import { factsAt, samePlace, statedSums } from "./facts.ts";
import type { FactPlace, SaidFact } from "./facts.ts";
import type { Place } from "./units.ts";

/**
 * An order with all that a claim on it needs to be planned, and nothing else of the world: what the
 * server reads under its locks, and what `quote` makes of files. `facts` is null until it is paid.
 */
export interface KnownOrder {
  readonly orderId: string;
  readonly orderNumber: string;
  /** Whose claim one on it would be; null where nobody is known. */
  readonly personId: string | null;
  readonly zone: string;
  /** The earliest of signing, ordering and first payment: nothing about the order is before it. */
  readonly beganAt: Instant;
  readonly facts: OrderFacts | null;
  /** The documents that bind the kind of claim. */
  readonly policies: readonly CompiledPolicy[];
  /** What is taken of a fact that nobody has said anything about, by the scope of the fact. */
  readonly unsaid: Readonly<Record<Scope, CaseFacts>>;
  readonly calendarVersion: string;
  readonly accepted: readonly AcceptedDecision[];
  readonly taken: OrderCase["taken"];
  readonly takenBeside: readonly Beside[];
  /** Claims whose choices hold, in the order in which they were decided. */
  readonly earlier: readonly EarlierClaim[];
  /** Units that claims have named and that were neither refused nor withdrawn. */
  readonly named: readonly (Place & { readonly claimId: string })[];
  /** What the order's own record establishes of a claim. */
  establish(asked: Establishing): EstablishedFacts;
}

export interface Establishing {
  /** Units that go back, by earlier decisions and by this claim. */
  readonly items: readonly Place[];
  /** What this claim itself names; nothing is the order as a whole. */
  readonly claimed: readonly Place[];
  readonly filedAt: Instant;
  /** When the customer wants the contract to end; null for at once. */
  readonly end: ChosenEnd | null;
  /** Up to when use counts; null: use is not known, since more of it may come. */
  readonly usedUntil: Instant | null;
  /** What was said or attested of a line. */
  readonly said: (fact: string, lineId: string) => FactInput | undefined;
}

export interface EstablishedFacts {
  readonly orderFacts: CaseFacts;
  lineFacts(lineId: string): CaseFacts;
  packetFacts(packetId: string): CaseFacts;
}

export interface CaseOf {
  readonly claimId: string;
  readonly kind: string;
  readonly places: readonly Place[];
  readonly said: readonly SaidFact[];
  readonly receivedAt: Instant;
  /** What goes back, with what this claim brings; left out, it brings all that it names. */
  readonly goesBack?: readonly Place[];
}

/**
 * Adds what the order's own record establishes at the instant at which the claim came, with use up
 * to the end of the contract where that is later; `useOpen` leaves use unknown.
 */
export function caseOf(
  order: KnownOrder,
  claim: CaseOf,
  { facts: choices, end }: Chosen,
  useOpen: boolean,
): OrderCase {
  const { orderId, facts } = order;
  if (facts === null) throw new Error(`order ${orderId} is not paid and cannot be decided`);
  const chosenAt = (at: FactPlace): CaseFacts =>
    Object.fromEntries(
      choices.filter((choice) => samePlace(choice, at)).map(({ fact, input }) => [fact, input]),
    );
  const claimed = claim.places.filter((place) => place.orderId === orderId);
  const known = order.establish({
    items: claim.goesBack ?? [...goingBack(order, facts, claim.kind), ...claimed],
    claimed,
    filedAt: claim.receivedAt,
    end,
    usedUntil: useOpen ? null : Math.max(claim.receivedAt, end?.endsAt ?? claim.receivedAt),
    said: (fact, lineId) => {
      const at = { orderId, lineId, packetId: null };
      const own = { ...factsAt(at, {}, claim.said), ...chosenAt(at) };
      return own[fact] ?? saidEarlier(order, claim, at)[fact];
    },
  });
  return {
    ...order,
    facts,
    chosenAt,
    stated: statedSums(orderId, claim.said),
    orderFacts: known.orderFacts,
    lineFacts: (lineId) => known.lineFacts(lineId),
    packetFacts: (packetId) => known.packetFacts(packetId),
  };
}

/**
 * What goes back by the decisions of a kind of claim: the units that they pay anything for, and
 * those that any decision has given back whole. A unit that was named and stays with the customer,
 * since nothing was paid for it, is none; nor is one that is kept for a part of its price.
 */
export function goingBack(
  { orderId, accepted, earlier }: KnownOrder,
  facts: OrderFacts,
  kind: string,
  decision?: AcceptedDecision,
): Place[] {
  const others = accepted.filter(({ claimId }) => claimId !== decision?.claimId);
  const all = decision === undefined ? others : [...others, decision];
  if (all.length === 0) return [];
  const alike = new Set(earlier.filter((one) => one.kind === kind).map(({ claimId }) => claimId));
  const own = all.filter((one) => one === decision || alike.has(one.claimId));
  const [whole, paid] = [unitsGivenBack(facts, all), unitsPaidFor(facts, own)];
  return facts.lines.flatMap(({ lineId }, index) =>
    [...(whole[index] ?? []), ...(paid[index] ?? [])].map(({ from, to }) => {
      return { orderId, lineId, packetId: null, from, to };
    }),
  );
}

/** What accepted claims were told of a line that this claim does not name, or says nothing of. */
function saidEarlier({ earlier }: KnownOrder, { claimId }: CaseOf, at: FactPlace): CaseFacts {
  const told = earlier.filter((other) => other.claimId !== claimId).flatMap(({ said }) => said);
  return told.length === 0 ? {} : factsAt(at, {}, told);
}

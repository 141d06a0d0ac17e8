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
  /** All units given back so far, those of the claim included. */
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
  readonly places: readonly Place[];
  readonly said: readonly SaidFact[];
  readonly receivedAt: Instant;
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
  const { orderId, named, facts } = order;
  if (facts === null) throw new Error(`order ${orderId} is not paid and cannot be decided`);
  const chosenAt = (at: FactPlace): CaseFacts =>
    Object.fromEntries(
      choices.filter((choice) => samePlace(choice, at)).map(({ fact, input }) => [fact, input]),
    );
  const others = named.filter(({ claimId }) => claimId !== claim.claimId);
  const claimed = claim.places.filter((place) => place.orderId === orderId);
  const known = order.establish({
    items: [...others, ...claimed],
    claimed,
    filedAt: claim.receivedAt,
    end,
    usedUntil: useOpen ? null : Math.max(claim.receivedAt, end?.endsAt ?? claim.receivedAt),
    said: (fact, lineId) => {
      const at = { orderId, lineId, packetId: null };
      return { ...factsAt(at, {}, claim.said), ...chosenAt(at) }[fact];
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

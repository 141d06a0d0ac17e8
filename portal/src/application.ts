import type {
  WireClaimSummary,
  WireFileClaim,
  WireKindOnOffer,
  WireMyOrder,
} from "../../src/contract/index.ts";
import { accepted, endOfDay, parseDay } from "../../src/core/index.ts";
import { givenFact } from "../../web/src/index.ts";

export type SayableFact = WireKindOnOffer["facts"][number];

/** What a customer has put together so far, before it is sent. */
export interface Application {
  /** Units by line; a line that is not named has none. */
  readonly units: Readonly<Record<string, number>>;
  readonly packetId: string | null;
  /** Answers by question; see `questionKey`. */
  readonly answers: Readonly<Record<string, string>>;
  /** A day such as `2026-12-31`, or "". */
  readonly endsOn: string;
}

/** A fact asked of one place: of a line, of a packet, or of the order. */
export interface Question {
  readonly fact: SayableFact;
  readonly lineId: string | null;
  readonly packetId: string | null;
}

export const questionKey = ({ fact, lineId, packetId }: Question): string =>
  JSON.stringify([fact.fact, lineId, packetId]);

// What comes along with goods is settled with them and is nothing that can be sent back.
const accessories = ["shipping", "tax", "fee"];

export const claimableLines = ({ lines }: WireMyOrder): WireMyOrder["lines"] =>
  lines.filter(({ kind, freeUnits }) => freeUnits > 0 && !accessories.includes(kind));

/** What can bring something on this order, as the server worked it out. */
export const offerOf = (
  order: WireMyOrder,
  kinds: readonly WireKindOnOffer[],
): readonly WireKindOnOffer[] => kinds.filter(({ orderId }) => orderId === order.orderId);

const open = ["filed", "gathering", "reviewing"];

/** Why nothing is offered: a claim is still open, all was settled, or nothing was promised. */
export function nothingWhy(
  { orderId }: WireMyOrder,
  claims: readonly WireClaimSummary[],
): "waitForClaim" | "allDone" | "noKinds" {
  const own = claims.filter(({ orders }) => orders.some((order) => order.orderId === orderId));
  if (own.some(({ status }) => open.includes(status))) return "waitForClaim";
  return own.some(({ status }) => status === "settled") ? "allDone" : "noKinds";
}

/** Where there is but one thing to choose it is chosen. */
export function firstApplication(order: WireMyOrder): Application {
  const lines = claimableLines(order);
  const [only] = lines.length === 1 ? lines : [];
  return {
    units: only === undefined ? {} : { [only.lineId]: only.freeUnits },
    packetId: order.packets[0]?.packetId ?? null,
    answers: {},
    endsOn: "",
  };
}

export function questionsOf(kind: WireKindOnOffer, application: Application): Question[] {
  const lineIds = Object.keys(application.units).filter((id) => (application.units[id] ?? 0) > 0);
  return kind.facts.flatMap((fact): Question[] => {
    if (fact.scope === "line") {
      return lineIds.map((lineId) => ({ fact, lineId, packetId: null }));
    }
    const packetId = fact.scope === "packet" ? application.packetId : null;
    return [{ fact, lineId: null, packetId }];
  });
}

export type Items = WireFileClaim["items"];

/** Empty while nothing is chosen. */
export function itemsOf(kind: WireKindOnOffer, application: Application): Items {
  const { orderId, of } = kind;
  if (of === "order") return [{ orderId }];
  if (of === "packets") {
    return application.packetId === null ? [] : [{ orderId, packetId: application.packetId }];
  }
  return Object.entries(application.units)
    .filter(([, quantity]) => quantity > 0)
    .map(([lineId, quantity]) => ({ orderId, lineId, quantity }));
}

/** What was said: an answer that is what holds unsaid anyway says nothing. */
export function saidFacts(
  kind: WireKindOnOffer,
  application: Application,
): NonNullable<WireFileClaim["facts"]> {
  return questionsOf(kind, application).flatMap((question) => {
    const { fact, lineId, packetId } = question;
    const answer = application.answers[questionKey(question)] ?? "";
    if (answer === "" || answer === fact.unsaid) return [];
    const at = { orderId: kind.orderId, lineId, packetId };
    return [givenFact({ ...at, fact: fact.fact, type: fact.type }, answer)];
  });
}

/** The last instant of a day such as `2026-12-31` where the order counts its days. */
export function endOf(day: string, zone: string): string {
  const parsed = accepted(parseDay(day));
  return new Date(endOfDay(parsed, zone)).toISOString();
}

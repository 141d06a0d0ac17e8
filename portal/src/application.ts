import type { WireFileClaim, WireKindOnOffer, WireMyOrder } from "../../src/contract/index.ts";
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

/** Nothing to choose, nothing to apply for. */
function isOpen({ of }: Pick<WireKindOnOffer, "of">, order: WireMyOrder): boolean {
  if (of === "lines") return claimableLines(order).length > 0;
  return of === "order" || order.packets.length > 0;
}

export interface Offer {
  /** What is likely to be meant. */
  readonly first: readonly WireKindOnOffer[];
  /** What may still be applied for, for whoever looks for it. */
  readonly others: readonly WireKindOnOffer[];
}

/**
 * Once all units are claimed, a claim about the whole order would most often ask twice; and a kind
 * that nothing in the order is about is offered no more.
 */
export function offerOf(order: WireMyOrder, kinds: readonly WireKindOnOffer[]): Offer {
  const isLeft = claimableLines(order).length > 0;
  const open = kinds.filter((kind) => kind.orderId === order.orderId && isOpen(kind, order));
  const isFirst = ({ likely, of }: WireKindOnOffer) => likely && (isLeft || of !== "order");
  return {
    first: open.filter(isFirst),
    others: open.filter((kind) => !isFirst(kind) && (isLeft || kind.likely)),
  };
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

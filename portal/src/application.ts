import type {
  WireClaimSummary,
  WireFileClaim,
  WireKindOnOffer,
  WireMyOrder,
} from "../../src/contract/index.ts";
import { accepted, endOfDay, parseDay } from "../../src/core/index.ts";
import { answerPattern, givenFact, saidKey } from "../../web/src/index.ts";
import type { Needed } from "../../web/src/index.ts";

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
  /** What turned out to be needed of the customer, and the answers by `saidKey`. */
  readonly asked: readonly Needed[];
  readonly supplied: Readonly<Record<string, string>>;
}

/** A fact asked of one place: of a line, of a packet, or of the order. */
export interface Question {
  readonly fact: SayableFact;
  readonly lineId: string | null;
  readonly packetId: string | null;
}

export const questionKey = ({ fact, lineId, packetId }: Question): string =>
  JSON.stringify([fact.fact, lineId, packetId]);

/** The lines of which such an application can bring something. */
export const claimableLines = (
  { lines }: WireMyOrder,
  { lineIds }: Pick<WireKindOnOffer, "lineIds">,
): WireMyOrder["lines"] =>
  lines.filter(({ lineId, freeUnits }) => freeUnits > 0 && lineIds.includes(lineId));

/** What can bring something on this order, as the server worked it out. */
export const offerOf = (
  order: WireMyOrder,
  kinds: readonly WireKindOnOffer[],
): readonly WireKindOnOffer[] => kinds.filter(({ orderId }) => orderId === order.orderId);

const open = ["filed", "gathering", "reviewing", "ending"];

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
export function firstApplication(order: WireMyOrder, kind: WireKindOnOffer): Application {
  const lines = claimableLines(order, kind);
  const [only] = lines.length === 1 ? lines : [];
  return {
    units: only === undefined ? {} : { [only.lineId]: only.freeUnits },
    packetId: kind.packetIds[0] ?? null,
    answers: {},
    endsOn: "",
    asked: [],
    supplied: {},
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

/**
 * What is asked of the customer: what was asked before and still belongs to what is chosen, and
 * what is needed now beyond the questions that stand on the page anyway.
 */
export function askedNow(
  kind: WireKindOnOffer,
  application: Application,
  needed: readonly Needed[],
): Needed[] {
  const chosen = itemsOf(kind, application);
  const stays = ({ lineId, packetId }: Needed) =>
    chosen.some((item) => (lineId ?? item.lineId) === item.lineId) &&
    (packetId === null || packetId === application.packetId);
  const known = new Set(questionsOf(kind, application).map(({ fact }) => fact.fact));
  const asked = [...application.asked.filter(stays), ...needed];
  const mine = asked.filter(({ by, fact }) => by === "customer" && !known.has(fact));
  return [...new Map(mine.map((one) => [saidKey(one), one])).values()];
}

/** Of what was asked, what was answered in a form that can be read. */
export function askedFacts({ asked, supplied }: Application) {
  return asked.flatMap((one) => {
    const answer = supplied[saidKey(one)]?.trim() ?? "";
    const fits =
      one.options.length > 0 || new RegExp(`^(?:${answerPattern(one.type)})$`).test(answer);
    return answer !== "" && fits ? [givenFact(one, answer)] : [];
  });
}

/** The last instant of a day such as `2026-12-31` where the order counts its days. */
export function endOf(day: string, zone: string): string {
  const parsed = accepted(parseDay(day));
  return new Date(endOfDay(parsed, zone)).toISOString();
}

import { mayPrecede } from "../../core/index.ts";
import type { CaseFacts, DerivedName, Fact, FactInput } from "../../core/index.ts";
import { clockFact } from "./clock-facts.ts";
import { derivedFunctions, ofPackage } from "./derived-functions.ts";
import { eventsOf, packetAt } from "./order-record.ts";
import type { FactsRequest, Place } from "./facts-request.ts";
import { faceOf } from "./sale-facts.ts";
import { prepaidLines } from "./usage.ts";

export type KnownFacts = {
  readonly orderFacts: CaseFacts;
  lineFacts(lineId: string): CaseFacts;
  packetFacts(packetId: string): CaseFacts;
};

type Asked = Omit<FactsRequest, "lineFact"> & {
  /** What customers said and reviewers attested of a line. */
  readonly given?: (fact: string, lineId: string) => FactInput | undefined;
};

/**
 * What an order's own record establishes of a case: times from its events, derived facts from its
 * terms and use, and facts that events state outright. What it does not know is absent.
 */
export function factsOf(asked: Asked): KnownFacts {
  const facts = Object.values(asked.facts);
  const request: FactsRequest = { ...asked, lineFact };
  const at = (scope: Fact["scope"], place: Place): CaseFacts =>
    Object.fromEntries(
      facts
        .filter((fact) => fact.scope === scope)
        .flatMap((fact) => {
          const input = factAt(fact, request, place);
          return input === null ? [] : [[fact.name, input]];
        }),
    );
  /**
   * What was used of one package, beside the order's own facts; of any other line, all packages of
   * the order, whatever the claim names beside it.
   */
  const ofItsPackage = (lineId: string): CaseFacts => {
    if (prepaidLines(asked.order).length === 0) return {};
    const own = facts.filter(({ derived }) => derived !== null && ofPackage.has(derived));
    return Object.fromEntries(
      own.map((fact) => {
        const known = factAt(fact, request, { lineId, packetId: null });
        return [fact.name, known ?? { state: "unknown" }];
      }),
    );
  };
  function lineFact(name: string, lineId: string): FactInput | undefined {
    const fact = asked.facts[name];
    const known = fact === undefined ? null : factAt(fact, request, { lineId, packetId: null });
    const given = asked.given?.(name, lineId);
    // As at the line itself, what a reviewer found holds against a late or wrong record.
    const found = given?.state === "attested" || given?.state === "unproven";
    return found ? given : (known ?? given);
  }
  return {
    orderFacts: at("order", { lineId: null, packetId: null }),
    lineFacts: (lineId) => ({
      ...ofItsPackage(lineId),
      ...at("line", { lineId, packetId: null }),
    }),
    packetFacts: (packetId) => at("packet", { lineId: null, packetId }),
  };
}

function factAt(fact: Fact, request: FactsRequest, place: Place): FactInput | null {
  if (fact.clock !== null) return clockFact(fact, request, place);
  if (fact.derived !== null) {
    const input = derived(fact.derived, fact, request, place);
    return input?.state === "before_start" && !mayPrecede(fact) ? null : input;
  }
  return stated(fact.name, request, place);
}

/** Null also for a function that the product does not have, which documents of before may name. */
function derived(name: string, fact: Fact, request: FactsRequest, place: Place) {
  if (!Object.hasOwn(derivedFunctions, name)) return null;
  return derivedFunctions[name as DerivedName](request, place, fact.reads);
}

/** The last word of an event on a fact; the state of a packet is an event of its own. */
function stated(name: string, request: FactsRequest, place: Place): FactInput | null {
  const { record, order, filedAt } = request;
  const last = eventsOf(record, "fact_established", filedAt)
    .filter((event) => event.fact === name)
    .filter((event) => event.lineId === place.lineId && event.packetId === place.packetId)
    .at(-1);
  if (last !== undefined) return { state: "event", value: last.value };
  if (name !== "packet_state" || place.packetId === null) return null;
  const { state, spentMinor } = packetAt(record, place.packetId, filedAt);
  if (state === undefined) return null;
  // Told as spent when some of it was: the rest can still be used, and given back.
  const face = faceOf(order, place.packetId);
  const rest = spentMinor !== undefined && face !== null && spentMinor < face;
  return { state: "event", value: state === "spent" && rest ? "activated" : state };
}

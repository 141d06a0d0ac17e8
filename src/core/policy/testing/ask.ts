import { decide } from "../decide/decide.ts";
import type { ClaimItem, DecideRequest, DecideResult, Decision } from "../decide/decision.ts";
import type { CaseFacts } from "../facts.ts";

/** Asks for a decision over an order in CNY whose bases are all 10.00. */
export function ask(
  policies: DecideRequest["policies"],
  orderFacts: CaseFacts,
  more: Partial<DecideRequest> = {},
): DecideResult {
  return decide({
    policies,
    currency: "CNY",
    calendarVersion: "china-2026",
    orderFacts,
    items: [],
    baseOf: () => 1000,
    final: false,
    ...more,
  });
}

export function decided(result: DecideResult): Decision {
  if (result.status !== "decided") throw new Error(JSON.stringify(result));
  return result.decision;
}

/** Fractions per head and item: `pay order.prepaid 1/2`. */
export function shares(result: DecideResult): string[] {
  return decided(result).heads.flatMap(({ direction, base, items }) =>
    items.map(({ fraction, lineId }) =>
      [direction, base, lineId, fraction].filter((part) => part !== null).join(" "),
    ),
  );
}

/** Facts that are still needed, with the line they belong to. */
export function neededOf(result: DecideResult): string[] {
  if (result.status !== "needed") throw new Error(JSON.stringify(result));
  return result.needed.map(({ fact, lineId }) => (lineId === null ? fact : `${fact} ${lineId}`));
}

/** Two units of a line. */
export function item(lineId: string, facts: CaseFacts): ClaimItem {
  return { lineId, packetId: null, from: 0, to: 2, facts };
}

import type { WireClaimView } from "../../src/contract/index.ts";

export type Clock = WireClaimView["clocks"][number];

/**
 * One clock of each kind and state, the one that is due first: a law and a promise on the same step
 * run beside each other, and a customer wants to know by when. What no longer applies is left out.
 */
export function clocksToShow(clocks: readonly Clock[]): Clock[] {
  const first = new Map<string, Clock>();
  for (const clock of clocks) {
    if (clock.status === "cancelled") continue;
    const name = `${clock.kind} ${clock.status}`;
    const known = first.get(name);
    if (known === undefined || clock.dueAt < known.dueAt) first.set(name, clock);
  }
  return [...first.values()];
}

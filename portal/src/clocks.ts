import type { WireClaimView } from "../../src/contract/index.ts";

export type Clock = WireClaimView["clocks"][number];

/**
 * One clock of each kind, the one that runs and is due first: a law and a promise on the same step
 * run beside each other, and a customer wants to know by when. A missed one is told beside it; what
 * no longer applies is left out.
 */
export function clocksToShow(clocks: readonly Clock[]): Clock[] {
  const first = new Map<string, Clock>();
  for (const clock of clocks) {
    if (clock.status === "cancelled") continue;
    const name = `${clock.kind} ${clock.status === "broken"}`;
    const known = first.get(name);
    if (known === undefined || isNearer(clock, known)) first.set(name, clock);
  }
  return [...first.values()];
}

function isNearer(clock: Clock, known: Clock): boolean {
  const runs = clock.status === "running";
  if (runs !== (known.status === "running")) return runs;
  return clock.dueAt < known.dueAt;
}

import { setTimeout as sleep } from "node:timers/promises";
import type { Signals } from "./signals.ts";

const idleMs = 500;
/** Commits so close together are looked at together. */
const gatherMs = 20;
/** How long one that waits for a look-out sleeps at most, should its call be lost. */
export const restMs = 30_000;

export interface Lookout {
  /** Commits of this process call by it; what other processes leave is found by looking. */
  readonly signal: string;
  /** The signals of those that have something to do. */
  readonly look: () => Promise<readonly string[]>;
}

/**
 * One statement now and then for all that wait in this process, who are then called. Each of them
 * asking by itself was most of what an idle process did.
 */
export async function lookOut(
  signals: Signals,
  { signal, look }: Lookout,
  stop: AbortSignal,
): Promise<void> {
  while (!stop.aborted) {
    signals.wake(await look());
    await sleep(gatherMs, undefined, { signal: stop }).catch(() => undefined);
    await signals.wait(signal, idleMs - gatherMs, stop);
  }
}

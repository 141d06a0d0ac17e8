import type { Instant } from "../core/index.ts";

/** Where the present comes from; the simulation and tests bring their own. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until it is told to go on. */
export function fixedClock(start: Instant): Clock & { advance(milliseconds: number): void } {
  let current: number = start;
  return {
    now: () => current,
    advance: (milliseconds) => {
      current += milliseconds;
    },
  };
}

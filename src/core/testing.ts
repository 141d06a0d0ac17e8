import { readConfigureGlobal } from "fast-check";

/**
 * How many random cases a property tries: as many as it asks for, and no more than fast-check's own
 * setting where a run sets one. Mutation testing does, because it runs each property thousands of
 * times.
 */
export function tries(wanted: number): number {
  return Math.min(wanted, readConfigureGlobal().numRuns ?? wanted);
}

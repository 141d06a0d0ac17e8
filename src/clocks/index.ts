/** Promised and statutory deadlines: started, stopped, kept or broken. */
export { installDefaultPromises, startClocks } from "./flow.ts";
export type { ClockStart } from "./flow.ts";
export { clockQueues } from "./jobs.ts";
export { cancelClocks, selectClocks, stopClocks } from "./store.ts";
export type { ClockRow } from "./store.ts";

/** Promised and statutory deadlines: started, paused while a customer is asked, kept or broken. */
export { askCustomer, cancelClocks, customerAnswered, selectClocks, stopClocks } from "./flow.ts";
export { clockQueues } from "./jobs.ts";
export { startClocks } from "./start.ts";
export type { ClockName } from "./rules/clock.ts";
export type { ClockStart, Moments } from "./start.ts";
export type { ClockRow } from "./store.ts";

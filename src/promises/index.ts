/** Promises: versions of policies and floors, what binds an order, and their texts. */
export { installShipped } from "./install.ts";
export type { InstallChoice } from "./install.ts";
export { loadBound } from "./bound.ts";
export { compileStored, unsaidOf } from "./compiled.ts";
export { deadlinesOf } from "./deadlines.ts";
export type { BoundDeadline } from "./deadlines.ts";
export { resolvePins } from "./pins.ts";
export type { AcceptedPolicy, Pin } from "./pins.ts";
export { promisesApi } from "./routes.ts";

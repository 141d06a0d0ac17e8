/** Promises: versions of policies and floors, what binds an order, and their texts. */
export { installShipped } from "./install.ts";
export type { InstallChoice } from "./install.ts";
export { acceptTerms, laterPins } from "./acceptance/terms.ts";
export type { AcceptedTerms } from "./acceptance/terms.ts";
export { loadBound } from "./bound.ts";
export { compileStored, unsaidOf } from "./compiled.ts";
export { deadlinesOf } from "./deadlines.ts";
export type { BoundDeadline } from "./deadlines.ts";
export { promiseQueues } from "./jobs.ts";
export { resolvePins } from "./pins.ts";
export type { AcceptedPolicy, Pin } from "./pins.ts";
export { policyLife } from "./life/steps.ts";
export type { Place } from "./life/store.ts";
export { promisesApi } from "./routes.ts";
export { selectTexts } from "./store.ts";
export { policyText } from "./views.ts";
export { drawShown } from "./show/index.ts";
export type { Shown, ShownFile } from "./show/index.ts";

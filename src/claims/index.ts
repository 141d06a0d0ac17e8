/** Claims: filed, decided, settled; what people attest, and what customers are told. */
export { fileClaim } from "./flow/file.ts";
export type { Filed } from "./flow/file.ts";
export { claimQueues } from "./jobs.ts";
export { claimsApi } from "./routes.ts";
export { myClaimsApi } from "./routes-customer.ts";
export { claimSubscriptions } from "./subscriptions.ts";
export { countByReference } from "./store/list.ts";
export type { ReferenceCount } from "./store/list.ts";

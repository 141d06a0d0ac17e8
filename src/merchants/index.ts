/** Tenants, staff with rights, API keys, sessions, the audit log. */
export { recordDeed } from "./audit.ts";
export type { Deed } from "./audit.ts";
export { ofEachMerchant } from "./each.ts";
export { createApiKey, createMerchant, createStaff } from "./flow.ts";
export type { IssuedApiKey, NewMerchant, NewStaff } from "./flow.ts";
export { merchantsQueues } from "./jobs.ts";
export { isOnePerson, personBehind } from "./persons.ts";
export { customerSessionRoute } from "./portal.ts";
export type { ProveOrder } from "./portal.ts";
export { merchantsImplementations as merchantsRoutes } from "./routes.ts";
export { allMerchantIds, issueCustomerSession, merchantOfSlug } from "./sessions.ts";
export { signIn, signOut } from "./sessions.ts";
export type { ProvedOrders, Session } from "./sessions.ts";
export { activeSigningKey, fingerprintOf, keyFromSeed, signBytes } from "./signing.ts";
export { signingKeyView } from "./signing-routes.ts";
export { selectSigningKey } from "./signing-store.ts";
export { selectMerchant, updateDefaultPolicySet } from "./store.ts";
export type { MerchantRow } from "./store.ts";

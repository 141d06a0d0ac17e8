export type * from "./order-facts.ts";
export type * from "./order-draft.ts";
export type * from "./accepted.ts";
export type * from "./entitlement.ts";

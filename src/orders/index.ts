/** The door of orders: recording them, reading them for claims, importing them. */
export { createOrder } from "./flow/create-order.ts";
export { findOrderByContact, loadFactsForClaims } from "./flow/load-orders.ts";
export type { FoundOrder, OrderForClaim } from "./flow/load-orders.ts";
export { recordEvent } from "./flow/record-event.ts";
export { defaultZone } from "./freeze.ts";
export type { CapturedOrder, NewTender } from "./new-order.ts";
export type { OrderPorts } from "./ports.ts";
export { ordersApi } from "./routes.ts";
export { knownFacts } from "./rules/known-facts.ts";
export type { ClaimAsked } from "./rules/known-facts.ts";
export type { KnownFacts } from "./rules/derived-facts.ts";
export type { OrderRecord, RecordedEvent } from "./rules/order-record.ts";
export { selectOrderIds as orderIdsOf } from "./store/select-orders.ts";

import { Type } from "typebox";
import { LaterAcceptance } from "./orders/acceptance.ts";
import { CreateOrder } from "./orders/draft.ts";
import { OrderEvent } from "./orders/event.ts";
import {
  MyOrder,
  OrderStatus,
  OrderSummary,
  OrderView,
  RecordedOrderEvent,
} from "./orders/view.ts";
import { route } from "./route.ts";
import { pageQuery, PolicyPin, page, strict, OrderId, about } from "./schemas.ts";

export * from "./orders/acceptance.ts";
export * from "./orders/draft.ts";
export * from "./orders/event.ts";
export * from "./orders/problem.ts";
export * from "./orders/view.ts";

const orderParams = Type.Object({ orderId: OrderId }, strict);

const laterErrors = [
  "not_found",
  "order_terms_accepted",
  "order_inconsistent",
  "order_invalid",
  "instant_ahead",
  "policy_unknown",
  "policy_hash_differs",
  "policy_parameter_invalid",
  "policy_not_offered",
  "policies_conflict",
  "policy_questions_open",
  "policy_receipt_unfit",
] as const;

/** What an event may name that its order does not know. */
const eventErrors = [
  "order_line_unknown",
  "order_tender_unknown",
  "order_packet_unknown",
  "order_meter_unknown",
  "order_without_meters",
  "event_fact_unknown",
  "event_fact_of_claim",
  "event_fact_of_order",
  "event_fact_of_line",
  "event_fact_of_packet",
  "fact_derived",
  "fact_value_wrong",
  "event_invalid",
] as const;

export const ordersRoutes = {
  createOrder: route({
    operationId: "createOrder",
    method: "POST",
    path: "/v1/orders",
    summary: "Record an order as sold; what was paid is frozen with it",
    right: "file",
    body: CreateOrder,
    success: { status: 201, schema: OrderSummary },
    stateful: true,
    errors: [
      "order_number_taken",
      "order_inconsistent",
      "order_invalid",
      "zone_unknown",
      "instant_ahead",
      "gateway_account_unknown",
      "currency_unknown",
      "amount_too_large",
      "policy_unknown",
      "policy_hash_differs",
      "policy_parameter_invalid",
      "policy_questions_open",
      "policy_receipt_unfit",
    ],
  }),
  listOrders: route({
    operationId: "listOrders",
    method: "GET",
    path: "/v1/orders",
    summary: "Orders, newest first",
    right: "read",
    query: Type.Object(
      {
        ...pageQuery,
        orderNumber: about(
          "Only the order of this number.",
          Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
        ),
        status: about("Only orders that stand so.", Type.Optional(OrderStatus)),
      },
      strict,
    ),
    success: { status: 200, schema: page(OrderSummary) },
    stateful: false,
    errors: ["cursor_invalid"],
  }),
  getOrder: route({
    operationId: "getOrder",
    method: "GET",
    path: "/v1/orders/{orderId}",
    summary: "One order with its lines, tenders, events and policies",
    right: "read",
    params: orderParams,
    success: { status: 200, schema: OrderView },
    stateful: false,
    errors: ["not_found"],
  }),
  listMyOrders: route({
    operationId: "listMyOrders",
    method: "GET",
    path: "/v1/my/orders",
    summary: "The orders that the customer's session was opened for, with their lines",
    right: "customer",
    success: {
      status: 200,
      schema: Type.Object(
        { items: about("The orders of the session.", Type.Array(MyOrder)) },
        strict,
      ),
    },
    stateful: false,
    errors: [],
  }),
  acceptTerms: route({
    operationId: "acceptTerms",
    method: "POST",
    path: "/v1/orders/{orderId}/acceptances",
    summary: "Policies that the customer of an order without any has accepted since",
    right: "file",
    params: orderParams,
    body: LaterAcceptance,
    success: { status: 201, schema: OrderView },
    stateful: true,
    errors: laterErrors,
  }),
  acceptMyTerms: route({
    operationId: "acceptMyTerms",
    method: "POST",
    path: "/v1/my/orders/{orderId}/acceptances",
    summary: "The customer accepts what binds the order, or what the merchant offers beside it",
    right: "customer",
    params: orderParams,
    body: LaterAcceptance,
    success: { status: 201, schema: page(PolicyPin) },
    stateful: true,
    errors: laterErrors,
  }),
  recordOrderEvent: route({
    operationId: "recordOrderEvent",
    method: "POST",
    path: "/v1/orders/{orderId}/events",
    summary: "Record what happened to an order: payment, delivery, receipt, use, a dispute",
    right: "file",
    params: orderParams,
    body: OrderEvent,
    success: { status: 201, schema: RecordedOrderEvent },
    stateful: true,
    errors: [
      "not_found",
      "order_state",
      "payment_unnumbered",
      "order_inconsistent",
      "order_invalid",
      ...eventErrors,
      "instant_ahead",
      "gateway_account_unknown",
      "currency_unknown",
      "amount_too_large",
    ],
  }),
};

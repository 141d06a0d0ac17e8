import { ordersRoutes, refuse } from "../contract/index.ts";
import { implement, pageById, readTransaction, transact, viewPage } from "../platform/index.ts";
import type { Implementation, Platform } from "../platform/index.ts";
import { createOrder } from "./flow/create-order.ts";
import { acceptLater } from "./flow/accept.ts";
import { loadFactsForClaims } from "./flow/load-orders.ts";
import { orderView, pinView } from "./flow/order-view.ts";
import { recordEvent } from "./flow/record-event.ts";
import type { OrderPorts } from "./ports.ts";
import { selectSummaries } from "./store/views.ts";
import { orderSummary } from "./views.ts";

export function ordersApi(platform: Platform, ports: OrderPorts): Implementation[] {
  return [
    implement(ordersRoutes.createOrder, (request) =>
      transact(platform, request, (tx) => createOrder(tx, ports, request.body)),
    ),
    implement(ordersRoutes.recordOrderEvent, (request) =>
      transact(platform, request, (tx) =>
        recordEvent(tx, ports, request.params.orderId, request.body),
      ),
    ),
    ...acceptanceApi(platform, ports),
    implement(ordersRoutes.getOrder, async ({ merchantId, params: { orderId } }) => {
      const view = await readTransaction(platform, merchantId, (tx) =>
        orderView(tx, ports.vault, orderId),
      );
      return view ?? refuse("not_found", { what: orderId }, "orderId");
    }),
    listOrders(platform),
  ];
}

function acceptanceApi(platform: Platform, ports: OrderPorts): Implementation[] {
  return [
    implement(ordersRoutes.acceptTerms, (request) =>
      transact(platform, request, async (tx) => {
        const { orderId } = request.params;
        const refused = await acceptLater(tx, ports, orderId, request.body);
        if (refused !== null) return refused;
        const view = await orderView(tx, ports.vault, orderId);
        return view ?? refuse("not_found", { what: orderId });
      }),
    ),
    implement(ordersRoutes.acceptMyTerms, (request) =>
      transact(platform, request, async (tx) => {
        const { orderId } = request.params;
        // A customer sees the orders that the session was opened for; others do not exist.
        const isMine = request.actor.orderIds?.includes(orderId) === true;
        if (!isMine) return refuse("not_found", { what: orderId }, "orderId");
        const refused = await acceptLater(tx, ports, orderId, request.body);
        if (refused !== null) return refused;
        const [order] = await loadFactsForClaims(tx, [orderId]);
        return { items: (order?.pins ?? []).map(pinView), next: null };
      }),
    ),
  ];
}

function listOrders(platform: Platform): Implementation {
  return implement(ordersRoutes.listOrders, async ({ merchantId, query }) => {
    const { orderNumber = null, status = null } = query;
    const page = await pageById(
      query,
      (before, limit) =>
        readTransaction(platform, merchantId, (tx) =>
          selectSummaries(tx, { orderNumber, status, before, limit }),
        ),
      (row) => row.order_id,
    );
    return viewPage(page, orderSummary);
  });
}

import { Card, Skeleton } from "antd";
import type { WireClaimSummary, WireOrder } from "../../../src/contract/index.ts";
import { isNotThere } from "../../../web/src/index.ts";
import type { Ask, Result } from "../../../web/src/index.ts";
import { useConsole } from "../console.ts";
import { OrderSummaryCard, PoliciesCard } from "../order/order-summary.tsx";
import { EventsCard, LinesCard, TendersCard } from "../order/order-tables.tsx";
import { ClaimTable } from "../parts/claim-table.tsx";
import { FailureAlert } from "../parts/failure-alert.tsx";
import { useLoaded } from "../parts/loading.ts";
import { NotFound } from "../parts/not-found.tsx";
import { StatusTag } from "../parts/status-tag.tsx";

interface OrderData {
  readonly order: WireOrder;
  readonly claims: readonly WireClaimSummary[];
}

async function orderData(ask: Ask, orderId: string): Promise<Result<OrderData>> {
  const [order, claims] = await Promise.all([
    ask((client) => client.getOrder({ params: { orderId } })),
    ask((client) => client.listClaims({ query: { orderId, limit: 100 } })),
  ]);
  if (!order.ok) return order;
  if (!claims.ok) return claims;
  return { ok: true, data: { order: order.data, claims: claims.data.items } };
}

export function OrderPage({ orderId }: { readonly orderId: string }) {
  const { texts } = useConsole();
  const { data, failure, reload } = useLoaded(orderId, (ask) => orderData(ask, orderId));
  if (data === null && failure !== null && isNotThere(failure)) {
    return <NotFound sentence={texts.noOrder} back="orders" />;
  }
  return (
    <>
      <FailureAlert failure={failure} retry={reload} />
      {data === null ? failure === null && <Skeleton active /> : <Order {...data} />}
    </>
  );
}

function Order({ order, claims }: OrderData) {
  const { texts } = useConsole();
  return (
    <>
      <div className="headline">
        <h1>{order.orderNumber}</h1>
        <StatusTag status={order.status} words={texts.orderStatuses} />
      </div>
      <div className="stack">
        <OrderSummaryCard order={order} />
        <LinesCard order={order} />
        <TendersCard order={order} />
        <Card size="small" title={<h2>{texts.claimsOfOrder}</h2>}>
          <ClaimTable claims={claims} />
        </Card>
        <EventsCard order={order} />
        <PoliciesCard order={order} />
      </div>
    </>
  );
}

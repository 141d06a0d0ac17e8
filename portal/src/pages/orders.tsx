import type {
  WireClaimSummary,
  WireKindOnOffer,
  WireMyOrder,
} from "../../../src/contract/index.ts";
import { nothingWhy, offerOf } from "../application.ts";
import { fill } from "../../../web/src/index.ts";
import type { Ask, Result } from "../../../web/src/index.ts";
import { ClaimList } from "../parts/claim-list.tsx";
import { Link } from "../parts/link.tsx";
import { useLoaded } from "../parts/loading.ts";
import { OrderCard } from "../parts/order-card.tsx";
import { PromiseLinks } from "../parts/promise-links.tsx";
import { Waiting } from "../parts/sentence.tsx";
import { usePortal } from "../reader.ts";

interface Everything {
  readonly orders: readonly WireMyOrder[];
  readonly kinds: readonly WireKindOnOffer[];
  readonly claims: readonly WireClaimSummary[];
}

async function everything(ask: Ask): Promise<Result<Everything>> {
  const [orders, kinds, claims] = await Promise.all([
    ask((client) => client.listMyOrders({})),
    ask((client) => client.listClaimKinds({})),
    ask((client) => client.listMyClaims({})),
  ]);
  if (!orders.ok) return orders;
  if (!kinds.ok) return kinds;
  if (!claims.ok) return claims;
  const items = { orders: orders.data.items, kinds: kinds.data.items, claims: claims.data.items };
  return { ok: true, data: items };
}

export function OrdersPage({ merchant }: { readonly merchant: string }) {
  const { texts } = usePortal();
  const { data, failure, reload } = useLoaded(merchant, everything);
  return (
    <>
      <h1>{texts.ordersTitle}</h1>
      {data === null ? (
        <Waiting failure={failure} reload={reload} />
      ) : (
        data.orders.map((order) => (
          <section key={order.orderId} class="order">
            <OrderCard order={order} />
            <ClaimList merchant={merchant} order={order} claims={data.claims} />
            <KindList merchant={merchant} order={order} {...data} />
            <PromiseLinks merchant={merchant} order={order} />
          </section>
        ))
      )}
      <p>
        <Link to={{ page: "find", merchant }}>{texts.otherOrder}</Link>
      </p>
    </>
  );
}

interface KindsProps {
  readonly merchant: string;
  readonly order: WireMyOrder;
  readonly kinds: readonly WireKindOnOffer[];
  readonly claims: readonly WireClaimSummary[];
}

function KindList({ merchant, order, kinds, claims }: KindsProps) {
  const { texts } = usePortal();
  if (order.paidAt === null) return <p>{texts.unpaid}</p>;
  const offered = offerOf(order, kinds);
  return (
    <>
      <h3>{texts.applyFor}</h3>
      {offered.length === 0 ? (
        <p>{texts[nothingWhy(order, claims)]}</p>
      ) : (
        <KindLinks merchant={merchant} kinds={offered} />
      )}
    </>
  );
}

function KindLinks({ merchant, kinds }: Pick<KindsProps, "merchant" | "kinds">) {
  const { texts } = usePortal();
  return (
    <ul class="rows">
      {kinds.map(({ orderId, kind, promises }) => (
        <li key={kind}>
          <Link to={{ page: "apply", merchant, orderId, kind }}>
            <span>
              <strong>{texts.kinds[kind]}</strong>
              <small>{fill(texts.promisesBehind, { names: promises.join(texts.between) })}</small>
            </span>
            <span aria-hidden="true">›</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

import type { WireKindOnOffer, WireMyOrder } from "../../../src/contract/index.ts";
import { wordOf } from "../../../web/src/index.ts";
import type { Ask, Result } from "../../../web/src/index.ts";
import { ApplyForm } from "../parts/apply-form.tsx";
import { Link } from "../parts/link.tsx";
import { useLoaded } from "../parts/loading.ts";
import { Waiting } from "../parts/sentence.tsx";
import { usePortal } from "../reader.ts";

interface Props {
  readonly merchant: string;
  readonly orderId: string;
  readonly kind: string;
}

interface Choices {
  readonly order: WireMyOrder | undefined;
  readonly kind: WireKindOnOffer | undefined;
}

async function choicesOf(
  ask: Ask,
  { orderId, kind }: Omit<Props, "merchant">,
): Promise<Result<Choices>> {
  const [orders, kinds] = await Promise.all([
    ask((client) => client.listMyOrders({})),
    ask((client) => client.listClaimKinds({})),
  ]);
  if (!orders.ok) return orders;
  if (!kinds.ok) return kinds;
  const order = orders.data.items.find((candidate) => candidate.orderId === orderId);
  const offered = kinds.data.items.find(
    (candidate) => candidate.orderId === orderId && candidate.kind === kind,
  );
  return { ok: true, data: { order, kind: offered } };
}

export function ApplyPage({ merchant, orderId, kind }: Props) {
  const { texts } = usePortal();
  const asked = { orderId, kind };
  const { data, failure, reload } = useLoaded(merchant, (ask) => choicesOf(ask, asked));
  return (
    <>
      <p>
        <Link to={{ page: "orders", merchant }}>‹ {texts.ordersTitle}</Link>
      </p>
      <h1>{wordOf(texts.kinds, kind)}</h1>
      {data === null ? (
        <Waiting failure={failure} reload={reload} />
      ) : data.order === undefined || data.kind === undefined ? (
        <p>{texts.notOffered}</p>
      ) : (
        <ApplyForm merchant={merchant} order={data.order} kind={data.kind} />
      )}
    </>
  );
}

import type { WireClaimSummary, WireMyOrder } from "../../../src/contract/index.ts";
import { dateText } from "../../../web/src/index.ts";
import { usePortal } from "../reader.ts";
import { Link } from "./link.tsx";

interface Props {
  readonly merchant: string;
  readonly order: WireMyOrder;
  readonly claims: readonly WireClaimSummary[];
}

export function ClaimList({ merchant, order, claims }: Props) {
  const { texts, language } = usePortal();
  const ofOrder = claims.filter(({ orders }) =>
    orders.some(({ orderId }) => orderId === order.orderId),
  );
  if (ofOrder.length === 0) return null;
  return (
    <>
      <h3>{texts.myClaims}</h3>
      <ul class="rows">
        {ofOrder.map(({ claimId, number, kind, status, receivedAt }) => (
          <li key={claimId}>
            <Link to={{ page: "claim", merchant, claimId }}>
              <span>
                {texts.kinds[kind]}
                <small>
                  {number} · {dateText(receivedAt, { language, zone: order.zone })}
                </small>
              </span>
              <span class={`badge ${status}`}>{texts.statuses[status]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

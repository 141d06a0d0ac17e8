import type { WireClaimView } from "../../../src/contract/index.ts";
import { fill, timeText } from "../../../web/src/index.ts";
import type { ClaimData } from "../claim-data.ts";
import { usePortal } from "../reader.ts";
import { useReader } from "./claim-after.tsx";
import { lineName } from "./unit-fields.tsx";

type Item = WireClaimView["items"][number];

/** What was applied for and said, as it was received. */
export function ClaimSaid({ data }: { readonly data: ClaimData }) {
  const { texts } = usePortal();
  const reader = useReader(data);
  const { claim, order } = data;
  const said = claim.facts.filter(({ state }) => state === "claimed");
  function itemName({ lineId, packetId, from, to }: Item): string {
    if (packetId !== null) return fill(texts.packetItem, { id: packetId });
    const line = order?.lines.find((candidate) => candidate.lineId === lineId);
    if (line === undefined) return texts.wholeOrderItem;
    return fill(texts.unitRange, { name: lineName(line), n: to - from });
  }
  return (
    <section class="card">
      <h2>{texts.claimedItems}</h2>
      <p class="facts">
        {texts.kinds[claim.kind]} ·{" "}
        {claim.orders.map(({ orderNumber }) => orderNumber).join(texts.between)} ·{" "}
        {timeText(claim.receivedAt, reader)}
      </p>
      <ul>
        {claim.items.map((item) => (
          <li key={JSON.stringify(item)}>{itemName(item)}</li>
        ))}
      </ul>
      {said.length > 0 && (
        <>
          <h3>{texts.whatYouSaid}</h3>
          <ul>
            {said.map(({ fact, lineId, packetId, name, valueText }) => (
              <li key={JSON.stringify([fact, lineId, packetId])}>
                {fill(texts.pair, { name, value: valueText })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

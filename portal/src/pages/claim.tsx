import { dateText, fill } from "../../../web/src/index.ts";
import { claimData } from "../claim-data.ts";
import type { ClaimData } from "../claim-data.ts";
import { ClaimDecision } from "../parts/claim-decision.tsx";
import { ClaimLetter } from "../parts/claim-letter.tsx";
import {
  ClaimClocks,
  ClaimNotes,
  ClaimNotices,
  ClaimPayouts,
  ClaimSum,
  useReader,
} from "../parts/claim-after.tsx";
import { ClaimSaid } from "../parts/claim-said.tsx";
import { Link } from "../parts/link.tsx";
import { useLoaded, useWatch } from "../parts/loading.ts";
import { NeededForm } from "../parts/needed-form.tsx";
import { PromiseLinks } from "../parts/promise-links.tsx";
import { Waiting } from "../parts/sentence.tsx";
import { Withdrawal } from "../parts/withdrawal.tsx";
import { usePortal } from "../reader.ts";

export function ClaimPage({ merchant, claimId }: { merchant: string; claimId: string }) {
  const { texts } = usePortal();
  const loaded = useLoaded(merchant, (ask) => claimData(ask, claimId));
  const { data, failure, reload } = loaded;
  const waits = data !== null && isUnderWay(data);
  useWatch(waits, reload);
  return (
    <>
      <p>
        <Link to={{ page: "orders", merchant }}>‹ {texts.ordersTitle}</Link>
      </p>
      {data === null ? (
        <Waiting failure={failure} reload={reload} />
      ) : (
        <Claim merchant={merchant} data={data} reload={reload} />
      )}
    </>
  );
}

/** Something can still happen by itself; what has ended is complete with its notice. */
function isUnderWay({ claim, notices }: ClaimData): boolean {
  if (claim.status === "withdrawn") return false;
  const ended = claim.status === "settled" || claim.status === "refused";
  return !ended || notices.length === 0;
}

interface Props {
  readonly merchant: string;
  readonly data: ClaimData;
  readonly reload: () => void;
}

function Claim({ merchant, data, reload }: Props) {
  const { texts } = usePortal();
  const { claim, order } = data;
  const reader = useReader(data);
  return (
    <>
      <h1>{fill(texts.claimTitle, { number: claim.number })}</h1>
      <section class={`standing ${claim.status}`} aria-live="polite">
        <p class="large">{texts.statuses[claim.status]}</p>
        <p>{texts.statusTexts[claim.status]}</p>
        {claim.status === "ending" && claim.endsAt !== null && (
          <p>{fill(texts.endsOn, { day: dateText(claim.endsAt, reader) })}</p>
        )}
        <ClaimSum data={data} />
        {claim.sentence !== null && <p>{claim.sentence}</p>}
        <ClaimNotes data={data} />
      </section>
      <NeededForm data={data} reload={reload} />
      <ClaimPayouts data={data} />
      <ClaimDecision data={data} />
      <ClaimClocks data={data} />
      <ClaimLetter data={data} />
      <ClaimNotices data={data} />
      <ClaimSaid data={data} />
      {order !== undefined && <PromiseLinks merchant={merchant} order={order} />}
      <Withdrawal data={data} reload={reload} />
    </>
  );
}

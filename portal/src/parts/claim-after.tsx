import { fill, timeText, unitsText, wordOf } from "../../../web/src/index.ts";
import type { Reader } from "../../../web/src/index.ts";
import type { ClaimData } from "../claim-data.ts";
import { clocksToShow } from "../clocks.ts";
import { usePortal } from "../reader.ts";

interface Props {
  readonly data: ClaimData;
}

// The zone of the order; a claim that fits no order counts its days where most orders do.
export function useReader({ order }: ClaimData): Reader {
  const { language } = usePortal();
  return { language, zone: order?.zone ?? "Asia/Shanghai" };
}

/** Until when something is promised, and whether it was kept. */
export function ClaimClocks({ data }: Props) {
  const { texts } = usePortal();
  const reader = useReader(data);
  const clocks = clocksToShow(data.claim.clocks);
  if (clocks.length === 0) return null;
  return (
    <section class="card">
      <h2>{texts.clocks}</h2>
      <ul class="rows">
        {clocks.map(({ kind, statutory, dueAt, provisional, paused, status, stoppedAt }) => (
          <li key={`${kind} ${status}`}>
            <span>
              {wordOf(texts.clockKinds, kind)}
              <small>
                {status === "kept" && stoppedAt !== null
                  ? fill(texts.keptAt, { time: timeText(stoppedAt, reader) })
                  : fill(texts.until, { time: timeText(dueAt, reader) })}
                {" · "}
                {statutory ? texts.byLaw : texts.byPromise}
                {provisional && texts.provisional}
                {paused && ` · ${texts.paused}`}
              </small>
            </span>
            <span class={`badge ${status}`}>{texts.clockStatuses[status]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the claim brings, first of all: the sums of its payouts, and what is given beside. */
export function ClaimSum({ data }: Props) {
  const portal = usePortal();
  const currency = data.order?.currency ?? "CNY";
  const sums = new Map<string, number>();
  for (const { status, unit, units } of data.claim.payouts) {
    if (status !== "cancelled") sums.set(unit, (sums.get(unit) ?? 0) + units);
  }
  if (sums.size === 0) return null;
  const texts = [...sums].map(([unit, units]) => unitsText(units, unit, currency, portal));
  return <p class="sum">{texts.join(portal.texts.between)}</p>;
}

/** What the reviewer wrote to the customer. */
export function ClaimNotes({ data }: Props) {
  const { texts } = usePortal();
  const notes = new Set(data.claim.facts.flatMap(({ customerNote }) => customerNote ?? []));
  if (notes.size === 0) return null;
  return (
    <>
      {[...notes].map((note) => (
        <p key={note} class="letter">
          {fill(texts.pair, { name: texts.shopSays, value: note })}
        </p>
      ))}
    </>
  );
}

export function ClaimPayouts({ data }: Props) {
  const portal = usePortal();
  const { texts } = portal;
  const reader = useReader(data);
  const { payouts } = data.claim;
  const currency = data.order?.currency ?? "CNY";
  if (payouts.length === 0) return null;
  return (
    <section class="card">
      <h2>{texts.payouts}</h2>
      <ul class="rows">
        {payouts.map((payout) => (
          <li key={payout.payoutId}>
            <span>
              <strong>{unitsText(payout.units, payout.unit, currency, portal)}</strong>
              <small>
                {payout.tenderId === null ? texts.apart : texts.refundTo} ·{" "}
                {timeText(payout.updatedAt, reader)}
              </small>
            </span>
            <span class={`badge ${payout.status}`}>
              {isVoucher(payout.unit) && payout.status === "settled"
                ? texts.issued
                : wordOf(texts.payoutStatuses, payout.status)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const isVoucher = (unit: string): boolean => unit.startsWith("voucher:");

/** The newest one open: what was told before is there to be opened. */
export function ClaimNotices({ data }: Props) {
  const { texts } = usePortal();
  const reader = useReader(data);
  const notices = data.notices.toSorted((one, other) => other.queuedAt.localeCompare(one.queuedAt));
  if (notices.length === 0) return null;
  return (
    <section class="card" aria-label={texts.notices}>
      <h2>{texts.notices}</h2>
      {notices.map(({ noticeId, title, text, queuedAt, language }, at) => (
        <details key={noticeId} class="notice" lang={language} open={at === 0}>
          <summary>
            <h3>{title}</h3>
            <small>{timeText(queuedAt, reader)}</small>
          </summary>
          <p class="letter">{text}</p>
        </details>
      ))}
    </section>
  );
}

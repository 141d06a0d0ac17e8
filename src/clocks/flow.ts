import { chinaCalendar } from "../core/index.ts";
import type { Instant } from "../core/index.ts";
import type { Tx } from "../platform/index.ts";
import { dueOf } from "./rules/clock.ts";
import { insertClocks, insertPromises, selectPromises } from "./store.ts";
import type { NewClock, PromiseRow } from "./store.ts";

export interface ClockStart {
  readonly subjectId: string;
  readonly claimKind: string;
  /** What starts now: `decision`, `payment`, `supplement`. */
  readonly clocks: readonly string[];
  /** Only what was promised freely, or only what the law demands; both when left out. */
  readonly only?: "voluntary" | "statutory";
  /** From when voluntary promises count. */
  readonly at: Instant;
  /** When the customer asked: what the law demands counts from there. */
  readonly requestedAt: Instant;
  readonly zone: string;
}

/** Starts every promised and statutory clock of the kind, side by side; the earliest is shown. */
export async function startClocks(tx: Tx, start: ClockStart): Promise<void> {
  const promises = await selectPromises(tx, start.claimKind, start.clocks);
  await insertClocks(
    tx,
    promises
      .filter(({ voluntary }) => (start.only ?? kindOf(voluntary)) === kindOf(voluntary))
      .map((promise) => newClock(tx, start, promise)),
  );
}

const kindOf = (voluntary: boolean) => (voluntary ? "voluntary" : "statutory");

function newClock(tx: Tx, start: ClockStart, promise: PromiseRow): NewClock {
  const { subjectId, zone } = start;
  const { clock, source, within, holder, voluntary } = promise;
  const startedAt = voluntary ? start.at : start.requestedAt;
  const data = { ...chinaCalendar, zone };
  const due = dueOf({ within, holder, voluntary, startedAt, pauses: [] }, data);
  return {
    clockId: tx.newId(),
    subjectId,
    clock,
    source,
    within,
    holder,
    voluntary,
    zone,
    startedAt,
    dueAt: due.at,
    provisional: due.provisional,
    calendar: chinaCalendar.version,
  };
}

const claimKinds = ["cancel", "refund", "ineffective", "packet_return", "campaign_off"];

/**
 * What a new merchant promises until it says otherwise: a decision within three business days, the
 * time to supplement of seven days, and, by law, the money within fifteen days of the request
 * (侵害消费者权益行为处罚办法 art. 9).
 */
export async function installDefaultPromises(tx: Tx): Promise<void> {
  const rows = claimKinds.flatMap((claim_kind): PromiseRow[] => [
    promise(claim_kind, "decision", "merchant", "3bd", true),
    promise(claim_kind, "payment", "merchant", "7d", true),
    promise(claim_kind, "payment", "cn-penalty-clock", "15d", false),
    { ...promise(claim_kind, "supplement", "merchant", "7d", true), holder: "customer-right" },
  ]);
  await insertPromises(tx, rows);
}

function promise(
  claim_kind: string,
  clock: string,
  source: string,
  within: string,
  voluntary: boolean,
): PromiseRow {
  return { claim_kind, clock, source, within, voluntary, holder: "merchant-duty" };
}

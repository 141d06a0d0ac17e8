import type { Dispute, Granted, Instant, OrderFacts, OutsideDebit } from "../../core/index.ts";
import { eventsOf, packetAt } from "./order-record.ts";
import type { OrderRecord } from "./order-record.ts";

const always: Instant = Number.MAX_SAFE_INTEGER;

/**
 * The frozen order with what goes on changing after the sale: chargebacks, refunds seen outside,
 * and the state of packets granted with it. The last word on each counts.
 */
export function currentFacts(frozen: OrderFacts, record: OrderRecord): OrderFacts {
  return {
    ...frozen,
    granted: frozen.granted.map((grant) => currentGrant(grant, record)),
    ...spentOf(frozen, record),
    disputes: disputesOf(frozen, record),
    outsideDebits: debitsOf(record),
  };
}

/** Nothing is said where nothing was spent, as in nearly every order. */
function spentOf({ lines }: OrderFacts, record: OrderRecord): Pick<OrderFacts, "spent"> {
  const sold = new Set(lines.flatMap(({ kind, packetId }) => (kind === "packet" ? packetId : [])));
  const spent = [...sold].flatMap((packetId) => {
    if (packetId === null) return [];
    const { spentMinor = 0 } = packetAt(record, packetId, always);
    return spentMinor > 0 ? [{ packetId, spentMinor }] : [];
  });
  return spent.length === 0 ? {} : { spent };
}

function currentGrant(grant: Granted, record: OrderRecord): Granted {
  if (grant.kind !== "packet") return grant;
  const { spentMinor, returnedMinor } = packetAt(record, grant.id, always);
  const frozen = grant.packet ?? { spentMinor: 0, returnedMinor: 0 };
  return {
    ...grant,
    packet: {
      spentMinor: spentMinor ?? frozen.spentMinor,
      returnedMinor: returnedMinor ?? frozen.returnedMinor,
    },
  };
}

function disputesOf({ tenders }: OrderFacts, record: OrderRecord): Dispute[] {
  const latest = new Map<string, Dispute>();
  for (const event of eventsOf(record, "dispute_changed", always)) {
    const { disputeId, tenderId, state, allocations } = event;
    const whole = tenders.find((tender) => tender.tenderId === tenderId)?.units ?? null;
    // Neither an amount nor a line: the whole payment is disputed.
    const units = event.units ?? (allocations.length === 0 ? whole : null);
    const amount = units === null ? {} : { units };
    latest.set(disputeId, { disputeId, tenderId, state, allocations, ...amount });
  }
  return [...latest.values()];
}

function debitsOf(record: OrderRecord): OutsideDebit[] {
  const latest = new Map<string, OutsideDebit>();
  for (const { debitId, tenderId, units } of eventsOf(record, "debited_outside", always)) {
    latest.set(debitId, { debitId, tenderId, units });
  }
  return [...latest.values()];
}

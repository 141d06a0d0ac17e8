import { apportion } from "../../core/index.ts";
import type { WireFileClaim } from "../../contract/index.ts";
import type { Cancellation, LotUnits } from "./lots.ts";

/** The reason that a claim is filed with where no purchase fits. */
export const unmatched = {
  noCustomer: "no_customer",
  specialCode: "special_code",
  noEarlierPurchase: "no_earlier_purchase",
  partlyCovered: "more_than_bought",
} as const;

/** The caller's own number of a claim: the same line of the file never files a second one. */
export const referencePrefix = "online-retail:";
export const referenceOf = ({ row }: Cancellation): string =>
  `${referencePrefix}${row.invoice}/${row.ordinal}`;

/**
 * The claim of one cancellation line. What it asks, and at most what was paid, is split over its
 * lots in whole pence, and each lot's part of its own price is stated as an exact fraction.
 */
export function claimOf(
  cancellation: Cancellation,
  orderIds: ReadonlyMap<string, string>,
): WireFileClaim {
  const { row, outcome, lots } = cancellation;
  const common = {
    kind: "refund",
    channel: "import",
    language: "en",
    reference: referenceOf(cancellation),
    receivedAt: new Date(row.at).toISOString(),
  } as const;
  if (outcome !== "fullyCovered") return { ...common, items: [], unmatched: unmatched[outcome] };
  const shares = sharesOf(cancellation);
  const placed = lots.map((lot) => ({ orderId: orderIdOf(lot, orderIds), lineId: lot.lineId }));
  return {
    ...common,
    items: lots.map(({ from, to }, index) => ({ ...placed[index]!, units: { from, to } })),
    facts: lots.map((_, index) => ({
      ...placed[index]!,
      fact: "asked_share",
      value: shares[index] ?? "0",
      state: "attested" as const,
    })),
  };
}

function sharesOf({ askedMinor, lots }: Cancellation): string[] {
  const paid = lots.map(({ paidMinor }) => paidMinor);
  const total = Math.min(
    askedMinor,
    paid.reduce((sum, one) => sum + one, 0),
  );
  return apportion(total, paid).map((pence, index) => {
    const ofLot = paid[index] ?? 0;
    return ofLot === 0 ? "0" : `${pence}/${ofLot}`;
  });
}

function orderIdOf({ invoice }: LotUnits, orderIds: ReadonlyMap<string, string>): string {
  const orderId = orderIds.get(invoice);
  if (orderId === undefined) throw new Error(`invoice ${invoice} was not imported`);
  return orderId;
}

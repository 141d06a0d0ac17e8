import type { Entitlement, Reclaim, Shortfall } from "./entitlement.ts";

/**
 * What decisions bring beside what is paid: what is taken back of what was given with the order,
 * coupons that are free again, and what the customer has too much and nobody collects.
 */
export type Consequence = {
  readonly kind:
    /** Taken from what is unspent of it: whoever keeps packets and points takes it out. */
    | "voided"
    /** Taken from the refund instead, because it is spent. */
    | "offset"
    /** Taken from what came back to the packet since. */
    | "cleared"
    /** A coupon that may be used again. */
    | "restored"
    /** Could be taken from nowhere; never collected. */
    | "shortfall";
  readonly subject: Reclaim["kind"] | "coupon" | Exclude<Shortfall["reason"], "packet">;
  /** The id of the packet, gift or coupon, a base, a chargeback, or a unit of the tenders. */
  readonly reference: string;
  /** A currency, `points`, `packet:<id>`, `gift:<id>` or `coupon`. */
  readonly unit: string;
  /** Above 0 for what stands; a change may be below 0. */
  readonly amount: number;
};

/** What stands of an order by all its decisions, each part once. */
export function consequencesOf({
  currency,
  reclaims,
  restores,
  shortfalls,
}: Pick<Entitlement, "currency" | "reclaims" | "restores" | "shortfalls">): Consequence[] {
  return added([
    ...reclaims.flatMap((reclaim) => takenBack(reclaim, currency)),
    ...restores.map(({ couponId }) => restored(couponId)),
    ...shortfalls.map(({ reason: subject, reference, unit, amount }) => {
      return { kind: "shortfall" as const, subject, reference, unit, amount };
    }),
  ]);
}

const restored = (reference: string): Consequence => {
  return { kind: "restored", subject: "coupon", reference, unit: "coupon", amount: 1 };
};

/** What of it is short stands among the shortfalls. */
function takenBack(reclaim: Reclaim, currency: string): Consequence[] {
  const { kind: subject, id: reference, voidAmount, offsetMinor, clearedMinor } = reclaim;
  const unit = subject === "points" ? "points" : `${subject}:${reference}`;
  return [
    { kind: "voided", subject, reference, unit, amount: voidAmount },
    { kind: "offset", subject, reference, unit: currency, amount: offsetMinor },
    { kind: "cleared", subject, reference, unit, amount: clearedMinor },
  ];
}

/**
 * What is new since something was told: the differences, below 0 where less stands than before.
 * Told all of it, the same question brings nothing.
 */
export function consequencesSince(
  told: readonly Consequence[],
  now: readonly Consequence[],
): Consequence[] {
  return added([...now, ...told.map((one) => ({ ...one, amount: -one.amount }))]);
}

/** The sum of each part, without those that come to nothing; sorted, so that order says nothing. */
function added(all: readonly Consequence[]): Consequence[] {
  const sums = new Map<string, Consequence>();
  for (const one of all) {
    const key = JSON.stringify([one.kind, one.subject, one.reference, one.unit]);
    sums.set(key, { ...one, amount: one.amount + (sums.get(key)?.amount ?? 0) });
  }
  return [...sums]
    .filter(([, { amount }]) => amount !== 0)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, one]) => one);
}

import { add, fraction, max, min, multiply, one, zero } from "../../core/index.ts";
import type { Fraction, Instant, LineKind, OrderFacts, OrderLine } from "../../core/index.ts";
import { eventsOf } from "./order-record.ts";
import type { Meter, OrderRecord, Terms } from "./order-record.ts";

/** The terms in force at an instant, or null where none were agreed. */
export function termsAt(record: OrderRecord, until: Instant): Terms | null {
  return eventsOf(record, "terms_agreed", until).at(-1)?.terms ?? null;
}

/** Units used of each meter up to an instant, the instant included. */
export function unitsUsed(record: OrderRecord, until: Instant): ReadonlyMap<string, number> {
  const used = new Map<string, number>();
  for (const { meter, units } of eventsOf(record, "used", until)) {
    used.set(meter, (used.get(meter) ?? 0) + units);
  }
  return used;
}

type Used = ReadonlyMap<string, number>;
const usedOf = ({ meter }: Meter, used: Used): number => used.get(meter) ?? 0;

/**
 * Share of the package that is consumed, 0 to 1: each service weighs its share of the price, and
 * what was used beyond its units does not count against the others.
 */
export function usedShare(terms: Terms, used: Used): Fraction {
  const whole = sum(terms.meters.map(({ shareMinor }) => fraction(shareMinor)));
  const consumed = terms.meters.map((meter) =>
    multiply(fraction(Math.min(usedOf(meter, used), meter.units), meter.units), share(meter)),
  );
  return quotient(sum(consumed), whole);
}

/**
 * What was used at the discounted unit price, over the prepaid sum; at most 1, since nobody is
 * charged more than was paid.
 */
export function consumedAtDiscount(terms: Terms, used: Used, prepaidMinor: number): Fraction {
  const consumed = terms.meters.map((meter) =>
    multiply(fraction(usedOf(meter, used), meter.units), share(meter)),
  );
  return min(one, quotient(sum(consumed), fraction(prepaidMinor)));
}

/** What was used at the price outside the package, over the prepaid sum; at most 10. */
export function consumedAtFull(terms: Terms, used: Used, prepaidMinor: number): Fraction {
  const consumed = terms.meters.map((meter) =>
    multiply(fraction(usedOf(meter, used)), fraction(meter.fullUnitMinor)),
  );
  const full = quotient(sum(consumed), fraction(prepaidMinor));
  // The catalogue's theorem holds also where terms came in that were not checked.
  return max(min(fraction(10), full), consumedAtDiscount(terms, used, prepaidMinor));
}

const prepaidKinds = new Set<LineKind>(["package", "service"]);

/** The packages and services of an order, or those of these lines alone. */
export function prepaidLines({ lines }: OrderFacts, only?: ReadonlySet<string>): OrderLine[] {
  return lines.filter(
    ({ kind, lineId }) => prepaidKinds.has(kind) && (only === undefined || only.has(lineId)),
  );
}

/** What is metered of these packages, and what was paid for all that the meters are of. */
export type Metered = { readonly terms: Terms; readonly prepaidMinor: number };

/**
 * The meters of packages. Meters without a package are shared by all: how much of one package they
 * have used up is how much of all. null: the packages have none.
 */
export function meteredOf(
  order: OrderFacts,
  { meters }: Terms,
  lines: readonly OrderLine[],
): Metered | null {
  const shared = meters.some(({ lineId }) => lineId === undefined);
  const measured = shared ? prepaidLines(order) : lines;
  const ids = new Set(measured.map(({ lineId }) => lineId));
  const own = meters.filter(({ lineId }) => lineId === undefined || ids.has(lineId));
  if (own.length === 0) return null;
  const prepaidMinor = measured.reduce((total, { paidMinor }) => total + paidMinor, 0);
  return { terms: { meters: own }, prepaidMinor };
}

const share = ({ shareMinor }: Meter): Fraction => fraction(shareMinor);
const sum = (parts: readonly Fraction[]): Fraction => parts.reduce(add, zero);

/** Nothing paid, nothing used up. */
function quotient(part: Fraction, whole: Fraction): Fraction {
  if (whole.n === 0 || whole.n === 0n) return zero;
  return multiply(part, fraction(BigInt(whole.d), BigInt(whole.n)));
}

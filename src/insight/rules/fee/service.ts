import {
  add,
  fraction,
  multiply,
  parseFraction,
  isRefusal,
  roundHalfUp,
  zero,
} from "../../../core/index.ts";
import type { Fraction, Instant } from "../../../core/index.ts";

/** One metered service of a package, as the order's terms have it. */
export interface Meter {
  readonly meter: string;
  readonly units: number;
  /** Its share of the package's price, for all its units. */
  readonly shareMinor: number;
  /** The price of one unit outside the package. */
  readonly fullUnitMinor: number;
}

export interface Use {
  readonly at: Instant;
  readonly meter: string;
  readonly units: number;
}

/** What a unit costs the merchant: a sum, or a share (`60%`) of its price in the package. */
export type UnitCost = { readonly unitMinor: number } | { readonly share: string };

/** The service rendered by an instant, in minor units, each rounded once, halves up. */
export interface Rendered {
  readonly atPackagePriceMinor: number;
  readonly atFullPriceMinor: number;
  /** null where no cost was given. */
  readonly costMinor: number | null;
}

/** What was used up to an instant, the instant included, at three prices. */
export function renderedBy(
  at: Instant,
  meters: readonly Meter[],
  uses: readonly Use[],
  costs: ReadonlyMap<string, UnitCost>,
): Rendered {
  const parts = meters.map((meter) => {
    const units = uses
      .filter((use) => use.at <= at && use.meter === meter.meter)
      .reduce((sum, use) => sum + use.units, 0);
    const price = multiply(fraction(units, meter.units), fraction(meter.shareMinor));
    const full = multiply(fraction(units), fraction(meter.fullUnitMinor));
    return { price, full, cost: costOf(units, price, costs.get(meter.meter)) };
  });
  return {
    atPackagePriceMinor: rounded(parts.map(({ price }) => price)),
    atFullPriceMinor: rounded(parts.map(({ full }) => full)),
    costMinor: costs.size === 0 ? null : rounded(parts.map(({ cost }) => cost)),
  };
}

/** @throws RangeError for a share that is none; the reader of the input excludes it. */
function costOf(units: number, price: Fraction, cost: UnitCost | undefined): Fraction {
  if (cost === undefined) return zero;
  if ("unitMinor" in cost) return multiply(fraction(units), fraction(cost.unitMinor));
  const share = parseFraction(cost.share);
  if (isRefusal(share)) throw new RangeError(share.sentence);
  return multiply(share, price);
}

const rounded = (parts: readonly Fraction[]): number => roundHalfUp(parts.reduce(add, zero));

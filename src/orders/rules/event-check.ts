import type { LineKind } from "../../core/index.ts";
import type { Meter, Terms } from "./order-record.ts";

/**
 * Why the terms of packages cannot hold, or null: the catalogue relies on what is checked. Shares
 * that do not add up to the price would give two answers for one use.
 */
export function termsProblem({ meters }: Terms, lines: readonly SoldLine[]): string | null {
  const names = new Set<string>();
  for (const { meter, units, shareMinor, fullUnitMinor } of meters) {
    if (names.has(meter)) return `the meter \`${meter}\` is named twice`;
    names.add(meter);
    if (fullUnitMinor * units < shareMinor) {
      return `\`${meter}\` would cost less outside the package than within it`;
    }
    if (!Number.isSafeInteger(fullUnitMinor * units)) {
      return `\`${meter}\` is worth more than can be counted exactly`;
    }
  }
  const own = meters.filter(({ lineId }) => lineId !== undefined);
  if (own.length === 0) return sharesProblem(meters, lines.filter(isPrepaid), "the packages");
  if (own.length < meters.length) return "some meters have a line and some have none: give all one";
  return ofLines(meters, lines);
}

function ofLines(meters: readonly Meter[], lines: readonly SoldLine[]): string | null {
  for (const lineId of new Set(meters.map((meter) => meter.lineId ?? ""))) {
    const line = lines.find((one) => one.lineId === lineId);
    if (line === undefined || !isPrepaid(line)) return `\`${lineId}\` is no package of this order`;
    const own = meters.filter((meter) => meter.lineId === lineId);
    const problem = sharesProblem(own, [line], `\`${lineId}\``);
    if (problem !== null) return problem;
  }
  return null;
}

function sharesProblem(
  meters: readonly Meter[],
  lines: readonly SoldLine[],
  what: string,
): string | null {
  if (lines.length === 0) return "the order has no package or service that could be metered";
  const shares = meters.reduce((sum, { shareMinor }) => sum + shareMinor, 0);
  const price = lines.reduce((sum, { priceMinor }) => sum + priceMinor, 0);
  if (shares === price) return null;
  return (
    `the shares of the meters come to \`${shares}\` and the price of ${what} after discounts ` +
    `is \`${price}\` minor units: make them equal`
  );
}

const isPrepaid = ({ kind }: SoldLine): boolean => kind === "package" || kind === "service";

/** A line of an order, paid or not; its price is that after all discounts. */
export type SoldLine = {
  readonly lineId: string;
  readonly kind: LineKind;
  readonly priceMinor: number;
};

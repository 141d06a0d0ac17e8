import type { WireTender } from "../contract/index.ts";
import { tenderName } from "./freeze.ts";

/** Part of a payment that its order did not ask for. */
export type Excess = {
  readonly tender: WireTender;
  readonly tenderId: string;
  /** Whether the rest of the tender pays for the order. */
  readonly ofOrder: boolean;
  /** In the tender's unit, above 0. */
  readonly units: number;
};

/** What an order asks for. */
export type Asked = {
  readonly currency: string;
  /** In minor units; null where only freezing can say what is wrong with its prices. */
  readonly askedMinor: number | null;
  /** How many tenders paid for it before. */
  readonly paidBefore: number;
};

/** Nothing of it was asked for. */
export function wholly(tenders: readonly WireTender[]): Excess[] {
  return tenders
    .map((tender, index) => ({ tender, tenderId: tenderName(tender, index), units: tender.units }))
    .filter(({ units }) => units > 0)
    .map((one) => ({ ...one, ofOrder: false }));
}

/**
 * The tenders as far as the order asks for them, and what they bring beyond: taken off the last
 * ones that are money of its currency. Where that does not do, the sums are for the caller to mend.
 */
export function withinAsked(
  { currency, askedMinor, paidBefore }: Asked,
  tenders: readonly WireTender[],
) {
  const values = tenders.map((tender) => valueOf(tender, currency));
  const asIs = { kept: tenders, excess: [] as Excess[] };
  if (askedMinor === null || values.includes(null)) return asIs;
  const sum = (all: readonly (number | null)[]) => all.reduce<number>((a, b) => a + (b ?? 0), 0);
  let over = sum(values) - askedMinor;
  const excess: Excess[] = [];
  const kept: WireTender[] = [];
  for (const [index, tender] of [...tenders.entries()].reverse()) {
    const isMoney = tender.kind === "money" && tender.unit === currency;
    const units = isMoney ? Math.min(Math.max(0, over), tender.units) : 0;
    over -= units;
    const tenderId = tenderName(tender, paidBefore + index);
    const ofOrder = units < tender.units;
    if (units > 0) excess.unshift({ tender, tenderId, ofOrder, units });
    if (ofOrder) kept.unshift({ ...tender, tenderId, units: tender.units - units });
  }
  return over > 0 ? asIs : { kept, excess };
}

/** Null where only freezing knows. */
function valueOf({ unit, units, value }: WireTender, currency: string): number | null {
  if (unit === currency) return units;
  return value !== undefined && "minor" in value ? value.minor : null;
}

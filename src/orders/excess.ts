import type { WireTender } from "../contract/index.ts";
import { isRefusal, linePrices } from "../core/index.ts";
import type { OrderDraft } from "../core/index.ts";

/** Part of a payment that its order did not ask for. */
export type Excess = {
  readonly tender: WireTender;
  readonly tenderId: string;
  /** Whether the rest of the tender pays for the order. */
  readonly ofOrder: boolean;
  /** In the tender's unit, above 0. */
  readonly units: number;
};

const named = (tender: WireTender, index: number) => tender.tenderId ?? String(index + 1);

/** Nothing of it was asked for. */
export function wholly(tenders: readonly WireTender[]): Excess[] {
  return tenders
    .map((tender, index) => ({ tender, tenderId: named(tender, index), units: tender.units }))
    .filter(({ units }) => units > 0)
    .map((one) => ({ ...one, ofOrder: false }));
}

/**
 * The tenders as far as the order asks for them, and what they bring beyond: taken off the last
 * ones that are money of its currency. Where that does not do, the sums are for the caller to mend.
 */
export function withinTotal(draft: OrderDraft, tenders: readonly WireTender[]) {
  const prices = linePrices(draft);
  const values = tenders.map((tender) => valueOf(tender, draft.currency));
  const asIs = { kept: tenders, excess: [] as Excess[] };
  if (isRefusal(prices) || values.includes(null)) return asIs;
  const sum = (all: readonly (number | null)[]) => all.reduce<number>((a, b) => a + (b ?? 0), 0);
  let over = sum(values) - sum(prices);
  const excess: Excess[] = [];
  const kept: WireTender[] = [];
  for (const [index, tender] of [...tenders.entries()].reverse()) {
    const isMoney = tender.kind === "money" && tender.unit === draft.currency;
    const units = isMoney ? Math.min(Math.max(0, over), tender.units) : 0;
    over -= units;
    const tenderId = named(tender, index);
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

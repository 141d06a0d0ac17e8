import { sumMinor } from "../money/index.ts";
import type { Entitlement, Taken, TenderRefund } from "./entitlement.ts";
import type { OrderFacts } from "./order-facts.ts";

/** An obligation that nothing was sent for yet, the latest first. */
export type Queued = {
  readonly obligationId: string;
  readonly tenderId: string;
  readonly units: number;
};

/** An obligation that is withdrawn; what is left of it is taken on anew. */
export type Stop = Queued & { readonly keptUnits: number };

export type StopPlan = {
  readonly stops: readonly Stop[];
  /** What was paid, or may have been, above what is to be paid: a shortfall, per unit. */
  readonly beyond: readonly { readonly unit: string; readonly units: number }[];
};

/**
 * Which payouts must not be sent any more, because money went back by a chargeback or past Makegood
 * since they were taken on. No tender gives back more than was paid with it, what went elsewhere
 * included; and per unit no more than is to be paid, cut first where the tender itself has too
 * much. What cannot be stopped is told as `beyond`.
 */
export function planStops(
  order: Pick<OrderFacts, "tenders">,
  { tenders }: Pick<Entitlement, "tenders">,
  taken: readonly Taken[],
  queued: readonly Queued[],
): StopPlan {
  const cuts = new Map<string, number>();
  const beyond: { unit: string; units: number }[] = [];
  const room = new Map(order.tenders.map((tender) => [tender.tenderId, tender.units]));
  for (const tender of tenders) {
    const { tenderId } = tender;
    const over = takenOn(taken, tenderId) - roomLeft(room.get(tenderId) ?? 0, tender);
    cutFrom(queued, cuts, (one) => one.tenderId === tenderId, over);
  }
  for (const unit of new Set(tenders.map((tender) => tender.unit))) {
    const over = tenders
      .filter((tender) => tender.unit === unit)
      .map(({ tenderId, payableUnits }) => ({
        tenderId,
        units: takenOn(taken, tenderId) - cutOn(queued, cuts, tenderId) - payableUnits,
      }));
    let left = Math.max(0, sumMinor(over.map(({ units }) => units)));
    for (const { tenderId, units } of over) {
      left -= cutFrom(queued, cuts, (one) => one.tenderId === tenderId, Math.min(left, units));
    }
    const ofUnit = new Set(over.map(({ tenderId }) => tenderId));
    left -= cutFrom(queued, cuts, (one) => ofUnit.has(one.tenderId), left);
    if (left > 0) beyond.push({ unit, units: left });
  }
  const stops = queued.flatMap((one) => {
    const cut = cuts.get(one.obligationId) ?? 0;
    return cut > 0 ? [{ ...one, keptUnits: one.units - cut }] : [];
  });
  return { stops, beyond };
}

/** What a tender can still give back, with what waits for a chargeback counted as gone. */
function roomLeft(units: number, tender: TenderRefund): number {
  const { heldUnits, chargedBackUnits, outsideUnits } = tender;
  return Math.max(0, units - heldUnits - chargedBackUnits - outsideUnits);
}

function cutOn(queued: readonly Queued[], cuts: Map<string, number>, tenderId: string): number {
  const ofTender = queued.filter((one) => one.tenderId === tenderId);
  return sumMinor(ofTender.map(({ obligationId }) => cuts.get(obligationId) ?? 0));
}

/** Cuts up to `most` units and returns how many were cut. */
function cutFrom(
  queued: readonly Queued[],
  cuts: Map<string, number>,
  fits: (one: Queued) => boolean,
  most: number,
): number {
  let left = Math.max(0, most);
  for (const one of queued.filter(fits)) {
    const before = cuts.get(one.obligationId) ?? 0;
    const cut = Math.min(left, one.units - before);
    cuts.set(one.obligationId, before + cut);
    left -= cut;
  }
  return Math.max(0, most) - left;
}

function takenOn(taken: readonly Taken[], tenderId: string): number {
  return sumMinor(taken.filter((one) => one.tenderId === tenderId).map((one) => one.units));
}

import { apportion, sumMinor } from "../money/index.ts";
import type { Due, DuePlan, Entitlement, Taken, TenderRefund } from "./entitlement.ts";

/**
 * What is to be paid now: payable less what was taken on, netted per unit. Between tenders of one
 * unit the weights can shift from claim to claim; the dues of a unit never exceed its net, none
 * is negative, and what was paid above the net is carried to later dues. Where rounding or a later
 * deduction moved what is owed from one unit to another, what was paid in the one is not paid again
 * in the other: all units together never come to more than is owed.
 * @throws RangeError when something was taken on for a tender that the order does not have.
 */
export function planDue(
  entitlement: Pick<Entitlement, "tenders">,
  taken: readonly Taken[],
): DuePlan {
  const differences = entitlement.tenders.map(({ tenderId, unit, payableUnits }) => ({
    tenderId,
    unit,
    units: payableUnits - takenOn(taken, tenderId),
  }));
  checkTenders(entitlement, taken);
  const plan: { dues: Due[]; carried: { unit: string; units: number }[] } = {
    dues: [],
    carried: [],
  };
  for (const unit of new Set(differences.map((difference) => difference.unit))) {
    const ofUnit = differences.filter((difference) => difference.unit === unit);
    const net = sumMinor(ofUnit.map((difference) => difference.units));
    if (net < 0) plan.carried.push({ unit, units: -net });
    else plan.dues.push(...duesWithin(net, ofUnit));
  }
  return { ...plan, dues: lessMoved(plan.dues, entitlement, taken) };
}

/** The dues without what was paid in other units above what is owed there by now. */
function lessMoved(
  dues: readonly Due[],
  { tenders }: Pick<Entitlement, "tenders">,
  taken: readonly Taken[],
): Due[] {
  const counted = tenders.filter(inMinorUnits);
  let moved = [...new Set(counted.map(({ unit }) => unit))].reduce((sum, unit) => {
    const ofUnit = counted.filter((tender) => tender.unit === unit);
    const paid = sumMinor(ofUnit.map(({ tenderId }) => takenOn(taken, tenderId)));
    return sum + Math.max(0, paid - sumMinor(ofUnit.map((tender) => tender.refundUnits)));
  }, 0);
  return dues.flatMap((due) => {
    if (!counted.some(({ tenderId }) => tenderId === due.tenderId)) return [due];
    const less = Math.min(moved, due.units);
    moved -= less;
    return less === due.units ? [] : [{ ...due, units: due.units - less }];
  });
}

/** Points and pieces have no rate at which a part of one could be set against money. */
const inMinorUnits = ({ unit, refundMinor, refundUnits }: TenderRefund): boolean =>
  unit !== "points" && refundMinor === refundUnits;

function duesWithin(net: number, differences: readonly Due[]): Due[] {
  const parts = apportion(
    net,
    differences.map((difference) => Math.max(0, difference.units)),
  );
  return differences.flatMap(({ tenderId, unit }, index) => {
    const units = parts[index] ?? 0;
    return units > 0 ? [{ tenderId, unit, units }] : [];
  });
}

function takenOn(taken: readonly Taken[], tenderId: string): number {
  return sumMinor(taken.filter((one) => one.tenderId === tenderId).map((one) => one.units));
}

function checkTenders({ tenders }: Pick<Entitlement, "tenders">, taken: readonly Taken[]): void {
  const foreign = taken.find((one) => !tenders.some(({ tenderId }) => tenderId === one.tenderId));
  if (foreign === undefined) return;
  throw new RangeError(`\`${foreign.tenderId}\` is not a tender of this order`);
}

import { owed } from "../../core/index.ts";
import type { AcceptedDecision, Entitlement, OrderFacts } from "../../core/index.ts";

/** What was taken on for a claim on one tender, what a person released of it included. */
export interface TakenOn {
  readonly claimId: string;
  readonly tenderId: string;
  readonly units: number;
}

/** Where the part of a claim on one tender stands that nothing was taken on for yet. */
export interface Standing {
  readonly claimId: string;
  readonly tenderId: string;
  readonly unit: string;
  /** Waits for an open chargeback. */
  readonly heldUnits: number;
  /** Neither held nor charged back: a payout is to bring it, as far as the order owes it. */
  readonly dueUnits: number;
  /** Went back by a lost chargeback, which counts as paid. */
  readonly chargedBackUnits: number;
}

/**
 * Parts what an order is owed among its claims, each on top of the decisions before it, and sets
 * what was taken on for each against its part. Only chargebacks leave a rest: without one all of it
 * was taken on when the claim was decided.
 */
export function standings(
  facts: OrderFacts,
  accepted: readonly AcceptedDecision[],
  takenOn: readonly TakenOn[],
): Standing[] {
  const after = entitlements(facts, accepted);
  const undisputed = entitlements({ ...facts, disputes: [] }, accepted);
  return accepted.flatMap(({ claimId }, index) =>
    facts.tenders.map(({ tenderId, unit }) => {
      const [owes, holds, pays] = [
        rise(undisputed, index, tenderId, "refundUnits"),
        rise(after, index, tenderId, "heldUnits"),
        rise(after, index, tenderId, "payableUnits"),
      ];
      const taken = unitsOf(takenOn, claimId, tenderId);
      const rest = atLeastZero(owes - taken);
      const heldUnits = Math.min(holds, rest);
      const dueUnits = Math.min(atLeastZero(pays - taken), rest - heldUnits);
      const lost = tenderOf(after.at(-1), tenderId)?.chargedBackUnits ?? 0;
      const chargedBackUnits = Math.min(rest - heldUnits - dueUnits, lost);
      return { claimId, tenderId, unit, heldUnits, dueUnits, chargedBackUnits };
    }),
  );
}

/** The entitlement by no decision, by the first, by the first two, … */
function entitlements(facts: OrderFacts, accepted: readonly AcceptedDecision[]): Entitlement[] {
  return [0, ...accepted.map((_, index) => index + 1)].map((count) =>
    owed(facts, accepted.slice(0, count)),
  );
}

type Counted = "refundUnits" | "heldUnits" | "payableUnits";

function rise(
  all: readonly Entitlement[],
  index: number,
  tenderId: string,
  counted: Counted,
): number {
  const [before, after] = [tenderOf(all[index], tenderId), tenderOf(all[index + 1], tenderId)];
  return atLeastZero((after?.[counted] ?? 0) - (before?.[counted] ?? 0));
}

const tenderOf = (entitlement: Entitlement | undefined, tenderId: string) =>
  entitlement?.tenders.find((tender) => tender.tenderId === tenderId);

const atLeastZero = (units: number): number => Math.max(0, units);

const unitsOf = (takenOn: readonly TakenOn[], claimId: string, tenderId: string): number =>
  takenOn
    .filter((one) => one.claimId === claimId && one.tenderId === tenderId)
    .reduce((sum, { units }) => sum + units, 0);

/** Whether a decision makes an open chargeback hold more than it held before. */
export function holdsMore(before: Entitlement, after: Entitlement): boolean {
  return after.tenders.some(
    ({ tenderId, heldUnits }) => heldUnits > (tenderOf(before, tenderId)?.heldUnits ?? 0),
  );
}

export interface ClaimDue {
  readonly claimId: string;
  readonly tenderId: string;
  readonly units: number;
}

/**
 * Gives what an order owes by now to the claims that it was freed for, the earliest first, and
 * never more than is due on a tender in all: what was paid too much elsewhere is set off here.
 */
export function freedDues(
  all: readonly Standing[],
  dues: readonly { readonly tenderId: string; readonly units: number }[],
): ClaimDue[] {
  const left = new Map(dues.map(({ tenderId, units }) => [tenderId, units]));
  return all.flatMap(({ claimId, tenderId, dueUnits }) => {
    const units = Math.min(dueUnits, left.get(tenderId) ?? 0);
    left.set(tenderId, (left.get(tenderId) ?? 0) - units);
    return units > 0 ? [{ claimId, tenderId, units }] : [];
  });
}

import { owed } from "../owed.ts";
import type { Entitlement } from "../types.ts";
import { randomFrom } from "./random.ts";
import { randomDecisions } from "./random-decisions.ts";
import { randomOrder } from "./random-order.ts";
import { referenceOwed } from "./reference.ts";

/** What both settlements say of one random order and its decisions. */
export function bothOn(seed: number): { owed: unknown; reference: unknown } {
  const random = randomFrom(seed);
  const order = randomOrder(random);
  const decisions = randomDecisions(random, order);
  return { owed: comparable(owed(order, decisions)), reference: referenceOwed(order, decisions) };
}

/** The first seed on which the two differ, or null. */
export function firstDifference(from: number, to: number): number | null {
  for (let seed = from; seed < to; seed += 1) {
    const { owed: one, reference: other } = bothOn(seed);
    if (JSON.stringify(one) !== JSON.stringify(other)) return seed;
  }
  return null;
}

/** The parts that the reference computes, keys in its order. */
function comparable(entitlement: Entitlement): ReturnType<typeof referenceOwed> {
  const { lines, tenders, totalMinor, reclaims, shortfalls, restores } = entitlement;
  const freight = entitlement.compensations.filter((one) => one.base === "return.freight");
  const vouchers = entitlement.grants.filter((one) => one.grant === "voucher");
  return {
    lines: [...lines],
    tenders: [...tenders],
    totalMinor,
    reclaims: [...reclaims],
    shortfalls: [...shortfalls],
    restores: [...restores],
    freightMinor: freight.reduce((sum, one) => sum + one.amountMinor, 0),
    voucherMinor: vouchers.reduce((sum, one) => sum + one.amountMinor, 0),
  };
}

import { describe, expect, it } from "vitest";
import { owed } from "./index.ts";
import type { Entitlement } from "./types.ts";
import { randomFrom } from "./testing/random.ts";
import { randomDecisions } from "./testing/random-decisions.ts";
import { randomOrder } from "./testing/random-order.ts";
import { referenceOwed } from "./testing/reference.ts";

function comparable(entitlement: Entitlement): ReturnType<typeof referenceOwed> {
  const { lines, tenders, totalMinor, reclaims, shortfalls, restores } = entitlement;
  const freight = entitlement.compensations.filter((one) => one.base === "return.freight");
  const vouchers = entitlement.grants.filter((one) => one.grant === "voucher");
  return {
    lines: [...lines],
    tenders: [...tenders],
    totalMinor,
    reclaims: [...reclaims],
    shortfalls: shortfalls
      .filter((one) => one.reason !== "outside")
      .concat(shortfalls.filter((one) => one.reason === "outside")),
    restores: [...restores],
    freightMinor: freight.reduce((sum, one) => sum + one.amountMinor, 0),
    voucherMinor: vouchers.reduce((sum, one) => sum + one.amountMinor, 0),
  };
}

describe("owed against the reference", () => {
  const seeds = 6000;
  it(`agrees on ${seeds} random orders and their decisions`, () => {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const random = randomFrom(seed);
      const order = randomOrder(random);
      const decisions = randomDecisions(random, order);
      expect(comparable(owed(order, decisions)), `seed ${seed}`).toEqual(
        referenceOwed(order, decisions),
      );
    }
  });
});

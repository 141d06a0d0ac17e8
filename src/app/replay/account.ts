import type { SimulatedAccount } from "../gateway/account.ts";

/**
 * The shop's account in pounds, without limits of age, count and spacing: the file is older than
 * any of them. Of its calls one in a hundred breaks off after the refund was booked, and one in a
 * hundred callbacks comes twice.
 */
export const retailAccount: SimulatedAccount = {
  account: "online-retail-gbp",
  mchid: "1900000002",
  serial: "RETAIL00000000000000000000000000000001",
  currency: "GBP",
  limits: {
    refundAgeMaxMs: null,
    refundCountMax: null,
    refundSpacingMs: null,
    ratePerSecond: null,
  },
  callsAtOnce: 32,
  simulator: {
    refundAgeMaxMs: null,
    refundCountMax: null,
    refundSpacingMs: null,
    ratePerSecond: null,
    faults: { seed: 4600, timeoutAfterPercent: 1, callbackDuplicatePercent: 1 },
  },
};

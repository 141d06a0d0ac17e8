/**
 * `amount` units (> 0, ≤ 2^53−1) leave the credit account and arrive on the debit account. `unit`
 * is a currency, "points" or "packet:<id>". `kind` and `reference` name the fact that is posted:
 * the database takes each pair once, and several transfers of one pair must come in one call.
 */
export interface Transfer {
  readonly kind: string;
  readonly reference: string;
  readonly orderId: string | null;
  readonly debit: string;
  readonly credit: string;
  readonly unit: string;
  readonly amount: number;
}

/**
 * Debits less credits of one account in one unit. Each amount stays below 2^53, a sum of many does
 * not, so that sums are big integers.
 */
export interface Balance {
  readonly account: string;
  readonly unit: string;
  readonly balance: bigint;
}

export interface UnitSum {
  readonly unit: string;
  readonly sum: bigint;
}

/** The names of accounts, in one place: paths from the general to the particular. */
export const accounts = {
  gatewayCash: (gatewayAccount: string) => `gateway:${gatewayAccount}:cash`,
  gatewayInFlight: (gatewayAccount: string) => `gateway:${gatewayAccount}:in_flight`,
  gatewayParked: (gatewayAccount: string) => `gateway:${gatewayAccount}:parked`,
  wallet: "wallet:balance",
  packets: "packets:outstanding",
  points: "points:outstanding",
  giftCards: "gift_cards:outstanding",
  salesCaptured: "sales:captured",
  refunds: "refunds:expense",
  compensation: "compensation:expense",
  /** What came too much and could not be returned. */
  excessKept: "excess:kept",
  customerOwed: "customer:owed",
  bankTransfers: "bank:transfers",
  duplicateRisk: "risk:duplicate_payment",
  duplicateRiskNoted: "risk:duplicate_payment:noted",
  /** What decisions bring beside what is paid, of a kind: `voided`, `shortfall`, … */
  consequence: (kind: string) => `consequence:${kind}`,
  consequenceNoted: (kind: string) => `consequence:${kind}:noted`,
} as const;

import { formatDecimal } from "../../core/index.ts";
import type { Cancellation, Outcome } from "./lots.ts";

export interface Money {
  readonly payouts: number;
  readonly totalPaidMinor: bigint;
  readonly ledgerSumMinor: bigint;
}

const currency = "GBP";
const decimal = (amountMinor: number | bigint): string => formatDecimal(amountMinor, currency);

interface Line {
  readonly lines: number;
  readonly asked: string;
  readonly paid: string;
}

export interface ReplayReport {
  readonly outcomes: Readonly<Record<Outcome, Line>>;
  readonly totalPaid: string;
  readonly payouts: number;
  readonly ledgerSum: string;
}

/** The table of the replay. `paid` of a line is what had been paid for its units. */
export function reportOf(cancellations: readonly Cancellation[], money: Money): ReplayReport {
  const line = (outcome: Outcome): Line => {
    const all = cancellations.filter((one) => one.outcome === outcome);
    const paid = all.flatMap(({ lots }) => lots.map(({ paidMinor }) => paidMinor));
    return {
      lines: all.length,
      asked: decimal(sum(all.map(({ askedMinor }) => askedMinor))),
      paid: decimal(sum(paid)),
    };
  };
  return {
    outcomes: {
      fullyCovered: line("fullyCovered"),
      partlyCovered: line("partlyCovered"),
      noEarlierPurchase: line("noEarlierPurchase"),
      specialCode: line("specialCode"),
      noCustomer: line("noCustomer"),
    },
    totalPaid: decimal(money.totalPaidMinor),
    payouts: money.payouts,
    ledgerSum: decimal(money.ledgerSumMinor),
  };
}

const sum = (amounts: readonly number[]): number =>
  amounts.reduce((total, amount) => total + amount, 0);

/** One attempt to meet an obligation, from its plan to where the money is. */
export const payoutStatuses = [
  "planned",
  "sending",
  "settled",
  "failed",
  "uncertain",
  "parked",
  "cancelled",
  "reversed",
] as const;
export type PayoutStatus = (typeof payoutStatuses)[number];

/**
 * What can happen to a payout. `send` also sends a failed one again under its own number; `accept`
 * is the gateway's "in progress"; `return` is a query that found no such number, so that the same
 * number is planned again; `lose` is a call without an answer; `park` is money that the gateway
 * holds; `reverse` takes back a success; `supersede` is two persons' word that a payout in doubt
 * was paid by another route.
 */
export type PayoutStep =
  | "send"
  | "accept"
  | "return"
  | "settle"
  | "fail"
  | "lose"
  | "park"
  | "cancel"
  | "reverse"
  | "supersede";

/** Uncertain is left by what a query answered, never by time. */
export const payoutTransitions: Readonly<
  Record<PayoutStatus, Readonly<Partial<Record<PayoutStep, PayoutStatus>>>>
> = {
  // A number that was looked for in vain may still be booked late: then it is not planned any more.
  planned: {
    send: "sending",
    accept: "sending",
    settle: "settled",
    park: "parked",
    fail: "failed",
    cancel: "cancelled",
  },
  sending: {
    accept: "sending",
    return: "planned",
    settle: "settled",
    fail: "failed",
    lose: "uncertain",
    park: "parked",
    supersede: "cancelled",
  },
  uncertain: {
    accept: "sending",
    return: "planned",
    settle: "settled",
    fail: "failed",
    lose: "uncertain",
    park: "parked",
    supersede: "cancelled",
  },
  failed: { send: "sending", settle: "settled", cancel: "cancelled" },
  // Somebody may have it paid to another card at the gateway, or have it closed there.
  parked: { settle: "settled", accept: "sending", fail: "failed", supersede: "cancelled" },
  settled: { reverse: "reversed" },
  cancelled: {},
  // Held money may arrive after all; where another payout stands in its place, a person is told.
  reversed: { settle: "settled" },
};

/** The status after a step, or null where the step does not apply: late news change nothing. */
export function afterStep(status: PayoutStatus, step: PayoutStep): PayoutStatus | null {
  return payoutTransitions[status][step] ?? null;
}

/** @throws Error where the step does not apply: who calls this has looked before. */
export function stepped(status: PayoutStatus, step: PayoutStep): PayoutStatus {
  const next = afterStep(status, step);
  if (next === null) throw new Error(`a payout that is \`${status}\` cannot ${step}`);
  return next;
}

/** The statuses from which a step can be taken. */
export const payoutsThatCan = (step: PayoutStep): PayoutStatus[] =>
  payoutStatuses.filter((status) => afterStep(status, step) !== null);

/** Whether money is, or may be, on its way or gone: then no other payout may take its place. */
export function mayHavePaid(status: PayoutStatus): boolean {
  switch (status) {
    case "sending":
    case "uncertain":
    case "parked":
    case "settled":
      return true;
    case "planned":
    case "failed":
    case "cancelled":
    case "reversed":
      return false;
    default:
      return status satisfies never;
  }
}

/** The code of a cancelled payout that two persons replaced while it was in doubt. */
export const supersededCode = "superseded";

/** Where the amount stands in the ledger while a payout has this status. */
export type MoneyPlace = "owed" | "in_flight" | "parked" | "cash";

export function placeOf(status: PayoutStatus): MoneyPlace {
  switch (status) {
    case "sending":
    case "uncertain":
      return "in_flight";
    case "parked":
      return "parked";
    case "settled":
      return "cash";
    case "planned":
    case "failed":
    case "cancelled":
    case "reversed":
      return "owed";
    default:
      return status satisfies never;
  }
}

/** A due payout is sent, unless it may have been: then its number is asked about. */
export function nextCall(status: PayoutStatus, hinted: boolean): "send" | "ask" {
  return !hinted && (status === "planned" || status === "failed") ? "send" : "ask";
}

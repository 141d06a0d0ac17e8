/** How an amount due is met: through the payment's gateway, in our own books, or by a person. */
export type PayoutRoute = "gateway" | "internal" | "transfer";

/** The purpose of what is returned because it was never owed. */
export const excessPurpose = "excess";

type TenderFacts = {
  readonly kind: "money" | "wallet" | "packet" | "points" | "gift_card";
  readonly account: string | null;
};

/** Money goes back by its own gateway and payment; what was paid in kind goes back in kind. */
export function routeOfTender({ kind, account }: TenderFacts): PayoutRoute {
  if (kind !== "money") return "internal";
  return account === null ? "transfer" : "gateway";
}

/**
 * What is due beside the tenders, by its purpose: `compensation:…` is cash, which never goes out as
 * a gateway refund and waits for a person; `voucher:…` and `points:…` are granted at once.
 */
export function routeBeside(purpose: string): PayoutRoute {
  if (purpose.startsWith("compensation:")) return "transfer";
  if (purpose.startsWith("voucher:") || purpose.startsWith("points:")) return "internal";
  throw new RangeError(`the purpose ${purpose} has no route`);
}

/** An amount due is a whole number of units above zero, or there is a fault above. */
export function checkUnits(units: number): void {
  if (!Number.isSafeInteger(units) || units <= 0) {
    throw new RangeError(`${units} units cannot be due`);
  }
}

/**
 * The number under which a gateway knows a payout. It is made of the payout's id, never of order or
 * amount: two equal partial refunds must not collide, and a retry must not make a new one.
 */
export function settlementNumber(payoutId: string): string {
  return `mg${payoutId.replaceAll("-", "")}`;
}

/** Failures after which the gateway takes the same number no more: it wants a new payout. */
const spentBy: ReadonlySet<string> = new Set(["CLOSED"]);

export function numberIsSpent(code: string | null): boolean {
  return code !== null && spentBy.has(code);
}

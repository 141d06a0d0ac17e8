import type { Right } from "../contract/index.ts";

/** Who acts: staff, an API key, a customer who proved an order, or the system itself. */
export interface Actor {
  readonly kind: "staff" | "key" | "customer" | "system";
  readonly id: string;
  readonly merchantId: string;
  readonly rights: ReadonlySet<Right>;
  /** For staff and keys what the merchant calls them; never a customer's name. */
  readonly name: string;
  /** For a customer: the orders that the session was opened for; null otherwise. */
  readonly orderIds: readonly string[] | null;
}

/** The system acting for one merchant: jobs, subscriptions, the seed. */
export function systemActor(merchantId: string, id: string): Actor {
  return { kind: "system", id, merchantId, rights: new Set(), name: id, orderIds: null };
}

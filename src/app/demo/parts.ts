import type { WireCreateOrder, WireOrderEvent, WireTender } from "../../contract/index.ts";
import { demoAccount } from "./gateway-account.ts";

/** An order of the demo, and what happened to it afterwards. */
export interface DemoOrder {
  readonly order: WireCreateOrder;
  readonly events: readonly WireOrderEvent[];
}

/** An instant as it travels: so many days, which may be a fraction, before the demo began. */
export type Ago = (days: number) => string;

/** Nobody real: a reference, and an address of a domain that is kept for examples. */
export function customerOf(
  orderNumber: string,
  kind: "business" | "consumer" = "consumer",
): NonNullable<WireCreateOrder["customer"]> {
  const number = orderNumber.replace(/\D/g, "");
  const email =
    kind === "business" ? `buyer-${number}@example.org` : `customer-${number}@example.com`;
  return { reference: `customer-${number}`, kind, email };
}

export const wechat = (orderNumber: string, units: number): WireTender => ({
  tenderId: "wechat",
  kind: "money",
  unit: "CNY",
  units,
  gatewayAccount: demoAccount.account,
  gatewayTransaction: `42000${orderNumber.replace(/\D/g, "").padStart(23, "0")}`,
});

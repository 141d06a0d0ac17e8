import type { WireCreateOrder, WireOrderEvent } from "../../contract/index.ts";
import { packageOrders } from "./orders-packages.ts";
import { goodsOrders } from "./orders-goods.ts";
import { otherOrders } from "./orders-others.ts";

/** An order of the demo, and what happened to it afterwards. */
export interface DemoOrder {
  readonly order: WireCreateOrder;
  readonly events: readonly WireOrderEvent[];
}

/** An instant as it travels: so many days, which may be a fraction, before the demo began. */
export type Ago = (days: number) => string;

export const demoOrders = (ago: Ago): readonly DemoOrder[] => [
  ...packageOrders(ago),
  ...goodsOrders(ago),
  ...otherOrders(ago),
];

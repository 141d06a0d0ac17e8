import { packageOrders } from "./orders-packages.ts";
import { goodsOrders } from "./orders-goods.ts";
import { otherOrders } from "./orders-others.ts";
import type { Ago, DemoOrder } from "./parts.ts";

export const demoOrders = (ago: Ago): readonly DemoOrder[] => [
  ...packageOrders(ago),
  ...goodsOrders(ago),
  ...otherOrders(ago),
];

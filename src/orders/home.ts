import type { WireCreateOrder } from "../contract/index.ts";
import { merchantRegion } from "../merchants/index.ts";
import type { ReadTx } from "../platform/index.ts";

/**
 * What an order leaves unsaid of where its days are counted is as its merchant has it, and is kept
 * with the order: what the merchant changes later moves no day of what was sold before.
 */
export async function atHome(tx: ReadTx): Promise<(order: WireCreateOrder) => WireCreateOrder> {
  const home = await merchantRegion(tx);
  const calendar = home.calendar === null ? {} : { calendar: home.calendar };
  return (order) => ({ zone: home.zone, ...calendar, ...order });
}

import { isRefusal } from "../contract/index.ts";
import type { Refusal } from "../contract/index.ts";
import { systemActor, transact } from "../platform/index.ts";
import type { Platform, Tx } from "../platform/index.ts";
import { allMerchantIds } from "./sessions.ts";

/**
 * A timed job's work, in a transaction of its own for each merchant, as the room that `route` names
 * first. @throws Error when the work is refused: nobody asked for it who could be told.
 */
export async function ofEachMerchant(
  platform: Platform,
  route: string,
  work: (tx: Tx) => Promise<void | Refusal>,
): Promise<void> {
  const [room = route] = route.split(".");
  for (const merchantId of await allMerchantIds(platform)) {
    const unit = { merchantId, actor: systemActor(merchantId, room), route };
    const done = await transact(platform, unit, async (tx) => (await work(tx)) ?? null);
    if (isRefusal(done)) throw new Error(`${route} was refused: ${done.code}`);
  }
}

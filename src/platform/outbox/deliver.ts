import { systemActor } from "../actor.ts";
import { transact } from "../database/transact.ts";
import type { Platform } from "../platform.ts";
import { lockDue, markHandled, nextMerchant, postpone } from "./store.ts";
import type { Subscription } from "./subscription.ts";

const batchMax = 50;
const firstMerchant = "00000000-0000-0000-0000-000000000000";

/** Where a dispatcher stands in the circle of merchants. */
export interface Position {
  merchantId: string;
}

export const startPosition = (): Position => ({ merchantId: firstMerchant });

/**
 * Handles one merchant's next events. Returns how many were taken, or null when nothing is due.
 * What fails in a batch is tried again one by one, so that one bad event holds up no other.
 */
export async function deliverOnce(
  platform: Platform,
  subscription: Subscription,
  position: Position,
): Promise<number | null> {
  const { subscriber } = subscription;
  const merchantId = await nextMerchant(platform, subscriber, position.merchantId);
  if (merchantId === null) return null;
  position.merchantId = merchantId;
  const taken: string[] = [];
  try {
    await handleBatch(platform, subscription, merchantId, null, taken);
    platform.metrics.eventsHandled.inc({ subscriber, outcome: "done" }, taken.length);
  } catch (error) {
    if (taken.length === 0) throw error;
    for (const eventId of taken) await handleAlone(platform, subscription, merchantId, eventId);
  }
  return taken.length;
}

async function handleBatch(
  platform: Platform,
  subscription: Subscription,
  merchantId: string,
  eventIds: readonly string[] | null,
  taken: string[],
): Promise<void> {
  const { subscriber } = subscription;
  const actor = systemActor(merchantId, subscriber);
  await transact(platform, { merchantId, actor, route: subscriber }, async (tx) => {
    const events = await lockDue(tx, subscriber, eventIds, batchMax);
    const ids = events.map((event) => event.eventId);
    // A transaction that is tried again may lock others.
    taken.splice(0, taken.length, ...ids);
    for (const event of events) await subscription.handle(tx, event);
    if (ids.length > 0) await markHandled(tx, subscriber, ids);
    return null;
  });
}

async function handleAlone(
  platform: Platform,
  subscription: Subscription,
  merchantId: string,
  eventId: string,
): Promise<void> {
  const { subscriber } = subscription;
  try {
    await handleBatch(platform, subscription, merchantId, [eventId], []);
    platform.metrics.eventsHandled.inc({ subscriber, outcome: "done" });
  } catch (error) {
    platform.metrics.eventsHandled.inc({ subscriber, outcome: "failed" });
    platform.log.error({ err: error, subscriber, eventId }, "events: a subscriber failed");
    await postpone(platform, merchantId, subscriber, eventId);
  }
}

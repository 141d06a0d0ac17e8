import { routingQuery } from "../database/routing.ts";
import type { Tx } from "../database/tx.ts";
import type { Platform } from "../platform.ts";
import type { Event } from "./subscription.ts";

export async function insertSubscriptions(
  platform: Platform,
  pairs: readonly { readonly type: string; readonly subscriber: string }[],
): Promise<void> {
  await routingQuery(
    platform,
    `insert into event_subscriptions (type, subscriber)
     select * from unnest($1::text[], $2::text[]) on conflict do nothing`,
    [pairs.map((pair) => pair.type), pairs.map((pair) => pair.subscriber)],
  );
}

/** Those of the subscribers that have something due. */
export async function subscribersDue(
  platform: Platform,
  subscribers: readonly string[],
): Promise<string[]> {
  const rows = await routingQuery<{ subscriber: string }>(
    platform,
    {
      name: "subscribers-due",
      text: `select known.subscriber from unnest($1::text[]) as known (subscriber), lateral (
          select from deliveries
          where subscriber = known.subscriber and handled_at is null and due_at <= now()
          order by merchant_id limit 1
        ) as due`,
    },
    [subscribers],
  );
  return rows.map(({ subscriber }) => subscriber);
}

/** The next merchant, in a circle, that has something due: no merchant waits behind another. */
export async function nextMerchant(
  platform: Platform,
  subscriber: string,
  after: string,
): Promise<string | null> {
  const [row] = await routingQuery<{ merchantId: string }>(
    platform,
    {
      name: "next-merchant",
      text: `select merchant_id as "merchantId" from (
          (select merchant_id, 0 as lap from deliveries
           where subscriber = $1 and handled_at is null and due_at <= now() and merchant_id > $2
           order by merchant_id limit 1)
          union all
          (select merchant_id, 1 from deliveries
           where subscriber = $1 and handled_at is null and due_at <= now()
           order by merchant_id limit 1)
        ) as found order by lap limit 1`,
    },
    [subscriber, after],
  );
  return row?.merchantId ?? null;
}

/** Locks what nobody else has in hand. The lock holds until the subscriber's commit. */
export async function lockDue(
  tx: Tx,
  subscriber: string,
  eventIds: readonly string[] | null,
  limit: number,
): Promise<Event[]> {
  return tx.query<Event>(
    {
      name: "lock-due-deliveries",
      text: `select d.event_id as "eventId", e.type, e.subject, e.payload, e.at
        from deliveries d join events e using (merchant_id, event_id)
        where d.subscriber = $1 and d.merchant_id = $2 and d.handled_at is null
          and d.due_at <= now() and ($3::uuid[] is null or d.event_id = any($3))
        order by d.due_at, d.event_id limit $4
        for update of d skip locked`,
    },
    [subscriber, tx.merchantId, eventIds, limit],
  );
}

export async function markHandled(
  tx: Tx,
  subscriber: string,
  eventIds: readonly string[],
): Promise<void> {
  await tx.query(
    {
      name: "mark-deliveries-handled",
      text: `update deliveries set handled_at = now()
        where merchant_id = $1 and subscriber = $2 and event_id = any($3::uuid[])`,
    },
    [tx.merchantId, subscriber, eventIds],
  );
}

/** Each failure doubles the wait, from a second to at most a quarter of an hour. */
export async function postpone(
  platform: Platform,
  merchantId: string,
  subscriber: string,
  eventId: string,
): Promise<void> {
  await routingQuery(
    platform,
    `update deliveries set attempts = attempts + 1,
       due_at = now() + least(900, 2 ^ least(attempts, 10)) * interval '1 second'
     where merchant_id = $1 and subscriber = $2 and event_id = $3 and handled_at is null`,
    [merchantId, subscriber, eventId],
  );
}

export async function deleteHandled(tx: Tx, before: Date): Promise<void> {
  await tx.query("delete from deliveries where merchant_id = $1 and handled_at < $2", [
    tx.merchantId,
    before,
  ]);
  // An event stays while anybody still has to hear of it.
  await tx.query(
    `delete from events e where merchant_id = $1 and at < $2 and not exists
       (select 1 from deliveries d
        where d.merchant_id = e.merchant_id and d.event_id = e.event_id)`,
    [tx.merchantId, before],
  );
}

import type { QueryConfig } from "pg";
import type { NewEvent, NewJob } from "./tx.ts";

/** What waits in memory until the commit. */
export interface Outgoing {
  readonly events: (NewEvent & { readonly eventId: string })[];
  readonly jobs: (NewJob & { readonly jobId: string })[];
}

const insertEvents = `
  with written as (
    insert into events (merchant_id, event_id, type, subject, payload, at)
    select $1, event_id, type, subject, payload::jsonb, $6
    from unnest($2::uuid[], $3::text[], $4::text[], $5::text[])
      as given (event_id, type, subject, payload)
    returning event_id, type
  )
  insert into deliveries (merchant_id, subscriber, event_id)
  select $1, subscriber, event_id from written join event_subscriptions using (type)`;

export function eventsQuery(merchantId: string, events: Outgoing["events"], at: Date): QueryConfig {
  return {
    name: "insert-events",
    text: insertEvents,
    values: [
      merchantId,
      events.map((event) => event.eventId),
      events.map((event) => event.type),
      events.map((event) => event.subject),
      events.map((event) => JSON.stringify(event.payload ?? null)),
      at,
    ],
  };
}

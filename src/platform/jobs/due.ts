import type { Database } from "../database/database.ts";
import { pools } from "../database/pools.ts";

/** Those of the queues that have a job which may start. */
export async function queuesDue(database: Database, queues: readonly string[]): Promise<string[]> {
  const { rows } = await pools(database).app.query<{ queue: string }>({
    name: "queues-due",
    text: selectDue,
    values: [queues],
  });
  return rows.map(({ queue }) => queue);
}

// One probe of the index of waiting jobs for each queue, whose jobs have a table of their own.
const selectDue = `
  select known.queue from unnest($1::text[]) as known (queue), lateral (
    select from pgboss.job
    where name = known.queue and state < 'active' and start_after < now()
    order by start_after limit 1
  ) as due`;

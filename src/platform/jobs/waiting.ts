import { Gauge } from "prom-client";
import type { Registry } from "prom-client";
import type { Database } from "../database/database.ts";
import { pools } from "../database/pools.ts";

type Waiting = { readonly queue: string; readonly state: string; readonly jobs: number };

/** Scrapes count what waits when they come; `retry` is what has failed before. */
export function showWaiting(registry: Registry, database: Database): void {
  const gauge: Gauge<"queue" | "state"> = new Gauge({
    name: "makegood_jobs",
    help: "Jobs that wait, by queue and state",
    labelNames: ["queue", "state"] as const,
    registers: [registry],
    async collect() {
      const { rows } = await pools(database).app.query<Waiting>(countWaiting);
      gauge.reset();
      for (const { queue, state, jobs } of rows) gauge.set({ queue, state }, jobs);
    },
  });
}

// What has been done is far more than what waits, and no index leads past it but this condition's.
const countWaiting = `select name as queue, state::text, count(*)::integer as jobs
  from pgboss.job where state < 'active' group by name, state`;

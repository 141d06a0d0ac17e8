import type { Database } from "../database/database.ts";
import { pools } from "../database/pools.ts";

/** How long after a process died its jobs come back. */
export const leaseSeconds = 10;

/** Renews the lease of jobs under way for as long as `work` takes. */
export async function withLease<T>(
  database: Database,
  queue: string,
  jobIds: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  const renew = (): void => {
    const renewed = pools(database).app.query(renewLease, [queue, jobIds]);
    // A lease that cannot be renewed lapses, and the work is done again: that is its contract.
    renewed.catch(() => undefined);
  };
  const timer = setInterval(renew, (leaseSeconds * 1000) / 3);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

const renewLease = `
  update pgboss.job set started_on = now()
  where name = $1 and id = any($2::uuid[]) and state = 'active'`;

import PgBoss from "pg-boss";
import type { QueryConfig } from "pg";
import type { Logger } from "pino";
import type { Database } from "../database/database.ts";
import { withClient } from "../database/pools.ts";

/**
 * pg-boss on our own pool. It never migrates here, that is the owner's, and it does not supervise:
 * its own supervision would read every job each second, ours only those under way.
 */
export function createBoss(database: Database, log: Logger): PgBoss {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => run(database, log, text, values) },
    migrate: false,
    schedule: false,
    supervise: false,
    archiveCompletedAfterSeconds: 3600,
    archiveFailedAfterSeconds: 30 * 86_400,
    deleteAfterDays: 7,
  });
  boss.on("error", (error) => log.error({ err: error }, "jobs: pg-boss failed"));
  return boss;
}

async function run(
  database: Database,
  log: Logger,
  text: string,
  values: unknown[] | undefined,
): Promise<{ rows: unknown[] }> {
  try {
    return await withClient(database, async (client) => {
      const query: QueryConfig = values === undefined ? { text } : { text, values };
      const result = await client.query<never>(query);
      // Several statements in one text come back as a list, whose rows nobody reads.
      return { rows: Array.isArray(result) ? [] : result.rows };
    });
  } catch (error) {
    // pg-boss swallows what goes wrong when it fetches.
    log.warn({ err: error }, "jobs: a statement failed");
    throw error;
  }
}

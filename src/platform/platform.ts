import type { Logger } from "pino";
import type { Blobs } from "./blobs.ts";
import type { Clock } from "./clock.ts";
import type { Database } from "./database/database.ts";
import type { Jobs } from "./jobs/jobs.ts";
import type { Metrics } from "./metrics.ts";
import type { Settings } from "./settings.ts";
import type { Vault } from "./vault/vault.ts";

/** Everything a room is given. */
export interface Platform {
  readonly settings: Settings;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly vault: Vault;
  readonly blobs: Blobs;
  readonly jobs: Jobs;
}

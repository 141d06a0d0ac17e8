import { join } from "node:path";
import type { Logger } from "pino";
import { createBlobs } from "./blobs.ts";
import type { Blobs } from "./blobs.ts";
import { systemClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import type { Database } from "./database/database.ts";
import { openDatabase } from "./database/open.ts";
import { pools } from "./database/pools.ts";
import { openJobs } from "./jobs/open.ts";
import type { Jobs } from "./jobs/jobs.ts";
import { createLog } from "./log.ts";
import { createMetrics } from "./metrics.ts";
import type { Metrics } from "./metrics.ts";
import type { Settings } from "./settings.ts";
import { createSignals } from "./signals.ts";
import type { Signals } from "./signals.ts";
import { createSealedAnswers } from "./vault/answers.ts";
import type { SealedAnswers } from "./vault/answers.ts";
import { createKeyring } from "./vault/keyring.ts";
import type { Keyring } from "./vault/keyring.ts";
import { readMasterKey } from "./vault/master.ts";
import { createVault } from "./vault/open.ts";
import type { Vault } from "./vault/vault.ts";

/** Named moments around a commit, at which a test or the simulation lets a process die. */
export type Faults = (point: "before-commit" | "after-commit") => Promise<void> | void;

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
  readonly sealedAnswers: SealedAnswers;
  readonly keyring: Keyring;
  readonly signals: Signals;
  readonly faults: Faults;
  /** Ends the workers, then the connections, then the embedded server if nobody else uses it. */
  close(): Promise<void>;
}

export interface PlatformOptions {
  /** Bring the schema up to date first; needs the owner's URL or the embedded server. */
  readonly migrate?: boolean;
  readonly clock?: Clock;
  readonly log?: Logger;
  readonly faults?: Faults;
  /** A database that is open already; it is closed with the platform. */
  readonly database?: Database;
}

export async function openPlatform(
  settings: Settings,
  options: PlatformOptions = {},
): Promise<Platform> {
  const master = readMasterKey(settings);
  const database =
    options.database ?? (await openDatabase(settings, { migrate: options.migrate ?? false }));
  try {
    return await assemble(settings, options, database, master);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function assemble(
  settings: Settings,
  options: PlatformOptions,
  database: Database,
  master: Buffer,
): Promise<Platform> {
  const clock = options.clock ?? systemClock;
  const log = options.log ?? createLog(settings.logLevel);
  const metrics = createMetrics();
  const signals = createSignals();
  const keyring = createKeyring(pools(database).keys, master);
  const jobs = await openJobs({ database, signals, log, metrics });
  return {
    settings,
    database,
    clock,
    log,
    metrics,
    signals,
    jobs,
    keyring,
    vault: createVault(pools(database).keys, keyring),
    blobs: createBlobs(join(settings.dataFolder, "blobs")),
    sealedAnswers: createSealedAnswers(keyring, clock),
    faults: options.faults ?? (() => undefined),
    async close() {
      await jobs.stop();
      await database.close();
    },
  };
}

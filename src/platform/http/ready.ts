import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { appliedMigrations, behind, knownMigrations } from "../database/migrate.ts";
import { pools } from "../database/pools.ts";
import { newId } from "../ids.ts";
import type { Platform } from "../platform.ts";

const patienceMs = 3000;

/** Why no request can be served now, in a few words, or null. */
export async function notReady(platform: Platform): Promise<string | null> {
  const late = new Promise<string>((resolve) => {
    setTimeout(resolve, patienceMs, "the database does not answer in time").unref();
  });
  return Promise.race([late, firstTrouble(platform)]);
}

async function firstTrouble(platform: Platform): Promise<string | null> {
  return (await databaseTrouble(platform)) ?? (await diskTrouble(platform.settings.dataFolder));
}

async function databaseTrouble({ database }: Platform): Promise<string | null> {
  try {
    const { app, keys } = pools(database);
    await keys.query("select 1");
    return behind(knownMigrations("main"), await appliedMigrations(app));
  } catch {
    return "the database does not answer";
  }
}

/** A byte is written and flushed for real: a full disk shows nowhere else. */
async function diskTrouble(folder: string): Promise<string | null> {
  const path = join(folder, `.ready-${newId()}`);
  try {
    await writeFile(path, "1", { flush: true });
    return null;
  } catch {
    return "the data folder cannot be written";
  } finally {
    await rm(path, { force: true }).catch(() => undefined);
  }
}

import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { requireFolder } from "../folder.ts";
import type { Settings } from "../settings.ts";
import { StartError } from "../start-error.ts";

const keyBytes = 32;

/** The key that wraps all others: from the environment, else a file in the data folder. */
export function readMasterKey(settings: Pick<Settings, "masterKey" | "dataFolder">): Buffer {
  const fromEnvironment = settings.masterKey;
  if (fromEnvironment !== null) return decode(fromEnvironment, "MAKEGOOD_MASTER_KEY");
  requireFolder(settings.dataFolder);
  const path = join(settings.dataFolder, "master.key");
  try {
    return decode(readFileSync(path, "utf8"), path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  createFile(path);
  return decode(readFileSync(path, "utf8"), path);
}

function decode(text: string, place: string): Buffer {
  const key = Buffer.from(text.trim(), "base64");
  if (key.length === keyBytes) return key;
  throw new StartError(`\`${place}\` is not a key of ${keyBytes} bytes in base64; restore it`);
}

/** Whole or not at all, and of two processes only one makes it. */
function createFile(path: string): void {
  const partial = `${path}.${process.pid}`;
  writeFileSync(partial, `${randomBytes(keyBytes).toString("base64")}\n`, { mode: 0o600 });
  try {
    linkSync(partial, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(partial);
  }
}

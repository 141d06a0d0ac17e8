import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartError, requirePort } from "../../platform/index.ts";
import type { Settings } from "../../platform/index.ts";
import { isAlive } from "../gateway/process.ts";

/** What a server leaves in its data folder while it listens, so that the next one can name it. */
interface ServerRecord {
  readonly pid: number;
  readonly address: string;
}

const recordPath = (dataFolder: string, port: string): string =>
  join(dataFolder, `server-${port}.json`);

/** Returns what takes the record away again. */
export function recordServer({ dataFolder }: Settings, address: string): () => void {
  const path = recordPath(dataFolder, new URL(address).port);
  const record: ServerRecord = { pid: process.pid, address };
  writeFileSync(path, `${JSON.stringify(record)}\n`, { mode: 0o600 });
  return () => rmSync(path, { force: true });
}

/** Refuses a port that is taken before anything is made, and says so where we hold it ourselves. */
export async function requireFreePort(settings: Settings): Promise<void> {
  try {
    await requirePort(settings);
  } catch (error) {
    const running = readRecord(settings);
    if (running === null || !isAlive(running.pid)) throw error;
    throw new StartError(
      `Makegood runs on this data folder already: open ${running.address}, ` +
        "or set MAKEGOOD_PORT to a free port for a second server",
    );
  }
}

function readRecord({ dataFolder, port }: Settings): ServerRecord | null {
  try {
    return JSON.parse(readFileSync(recordPath(dataFolder, String(port)), "utf8")) as ServerRecord;
  } catch {
    return null;
  }
}

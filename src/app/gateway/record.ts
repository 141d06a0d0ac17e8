import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "./process.ts";

/** What a simulator leaves in its folder, so that others find it now and its port next time. */
export interface GatewayRecord {
  readonly pid: number;
  readonly url: string;
}

export const recordPath = (folder: string): string => join(folder, "gateway.json");

/** The simulator that runs or ran last in this folder, or null. */
export function readRecord(folder: string): GatewayRecord | null {
  try {
    return JSON.parse(readFileSync(recordPath(folder), "utf8")) as GatewayRecord;
  } catch {
    return null;
  }
}

/** The simulator that runs in this folder and answers, or null. */
export async function findGateway(folder: string): Promise<GatewayRecord | null> {
  const record = readRecord(folder);
  return record !== null && isAlive(record.pid) && (await answers(record)) ? record : null;
}

async function answers({ url }: GatewayRecord): Promise<boolean> {
  try {
    const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(2_000) });
    return response.ok;
  } catch {
    return false;
  }
}

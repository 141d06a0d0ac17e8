import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartError, makeFolder } from "../../platform/index.ts";
import { isAlive } from "./process.ts";
import { findGateway, readRecord } from "./record.ts";
import type { GatewayRecord } from "./record.ts";

export interface AttachedGateway {
  readonly url: string;
  /** True when one was found running, say after this program was killed. */
  readonly attached: boolean;
  /** Leaves; the last process to leave ends the simulator. */
  release(): Promise<void>;
}

const pollMs = 25;
const patienceMs = 20_000;

/** The simulator of a folder, as a process of its own that outlives this one when it is killed. */
export async function attachGateway(folder: string): Promise<AttachedGateway> {
  makeFolder(join(folder, "holders"));
  const found = await findGateway(folder);
  const record = found ?? (await startGateway(folder));
  writeFileSync(holderFile(folder, process.pid), "");
  return {
    url: record.url,
    attached: found !== null,
    async release() {
      rmSync(holderFile(folder, process.pid), { force: true });
      if (livingHolders(folder).length === 0) await stopGateway(record);
    },
  };
}

const holderFile = (folder: string, pid: number): string => join(folder, "holders", String(pid));

function livingHolders(folder: string): number[] {
  const pids = readdirSync(join(folder, "holders")).map(Number);
  for (const pid of pids.filter((each) => !isAlive(each))) {
    rmSync(holderFile(folder, pid), { force: true });
  }
  return pids.filter(isAlive);
}

/** The same program once more; its words go to a file, since it may outlive every terminal. */
async function startGateway(folder: string): Promise<GatewayRecord> {
  const before = readRecord(folder);
  const port = before === null ? "0" : new URL(before.url).port;
  const logFile = join(folder, "gateway.log");
  const log = openSync(logFile, "w", 0o600);
  const program = [...process.execArgv, process.argv[1] ?? ""];
  const child = spawn(
    process.execPath,
    [...program, "gateway", "--port", port, "--folder", folder],
    { cwd: "/", detached: true, stdio: ["ignore", log, log] },
  );
  closeSync(log);
  const ended = new Promise<null>((resolve) => {
    child.once("error", () => resolve(null));
    child.once("exit", () => resolve(null));
  });
  const record = await Promise.race([waitForGateway(folder, child.pid), ended]);
  child.unref();
  if (record !== null) return record;
  const said = readFileSync(logFile, "utf8").trim().split("\n").at(-1) ?? "";
  throw new StartError(`the gateway simulator did not start: ${said || "it said nothing"}`);
}

async function waitForGateway(folder: string, pid: number | undefined) {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += pollMs) {
    if (readRecord(folder)?.pid === pid) {
      const found = await findGateway(folder);
      if (found !== null) return found;
    }
    await sleep(pollMs);
  }
  return null;
}

async function stopGateway({ pid }: GatewayRecord): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, "SIGTERM");
  for (let waitedMs = 0; waitedMs < patienceMs && isAlive(pid); waitedMs += pollMs) {
    await sleep(pollMs);
  }
}

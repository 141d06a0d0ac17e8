import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { StartError } from "../start-error.ts";
import { credentials } from "./binaries.ts";
import type { Binaries } from "./binaries.ts";
import { adminName, dataOf } from "./cluster.ts";
import { isAlive } from "./lock.ts";
import type { Place } from "./place.ts";

const pollMs = 25;
const patienceMs = 60_000;

export interface Running {
  readonly pid: number;
  readonly port: number;
}

/** A server of ours that runs, also one whose parent was killed; null when there is none. */
export async function findRunning(place: Place, password: string): Promise<Running | null> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += pollMs) {
    const running = readPid(place);
    if (running === null) return null;
    if (!isAlive(running.pid) || !isPostgres(running.pid)) {
      // Its number may belong to another program by now, and PostgreSQL would refuse to start.
      rmSync(join(dataOf(place), "postmaster.pid"), { force: true });
      return null;
    }
    if (await answers(running.port, password)) return running;
    await sleep(pollMs);
  }
  throw new StartError(`the database server in \`${place.folder}\` runs but does not answer`);
}

/** The first lines of postmaster.pid: process, folder, start time, port. */
function readPid(place: Place): Running | null {
  try {
    const lines = readFileSync(join(dataOf(place), "postmaster.pid"), "utf8").split("\n");
    return { pid: Math.abs(Number(lines[0])), port: Number(lines[3]) };
  } catch {
    return null;
  }
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
  } catch {
    // No /proc on this system: the connection below decides.
    return true;
  }
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new Client({
    host: "127.0.0.1",
    port,
    user: adminName,
    password,
    database: "postgres",
    connectionTimeoutMillis: 2000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Starts the server as a process of its own group: Ctrl-C ends us, and we end the server once
 * nobody uses it. Right after a kill the old shared memory can still be held: that is tried again.
 */
export async function startServer(
  place: Place,
  binaries: Binaries,
  password: string,
  settings: readonly string[],
): Promise<Running> {
  let said = "";
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const port = await freePort();
    const outcome = await tryStart(place, binaries, password, [...settings, `port=${port}`]);
    if (typeof outcome !== "string") return outcome;
    said = outcome;
    if (!/shared memory|lock file|could not bind|already in use/.test(said)) break;
    await sleep(500);
  }
  throw new StartError(`the database server did not start: ${said}`);
}

async function tryStart(
  place: Place,
  binaries: Binaries,
  password: string,
  settings: readonly string[],
): Promise<Running | string> {
  const logFile = join(place.folder, "server.log");
  const log = openSync(logFile, tooLong(logFile) ? "w" : "a", 0o600);
  const from = statSync(logFile).size;
  const flags = settings.flatMap((setting) => ["-c", setting]);
  const child = spawn(binaries.postgres, ["-D", dataOf(place), ...flags], {
    cwd: "/",
    detached: true,
    stdio: ["ignore", log, log],
    ...credentials(place),
  });
  closeSync(log);
  const ended = new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("exit", () => resolve());
  });
  const started = await Promise.race([waitUntilUp(place, password, child.pid), ended]);
  child.unref();
  return started ?? lastWords(logFile, from);
}

async function waitUntilUp(
  place: Place,
  password: string,
  pid: number | undefined,
): Promise<Running | undefined> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += pollMs) {
    const running = readPid(place);
    if (running?.pid === pid && running !== null && (await answers(running.port, password))) {
      return running;
    }
    await sleep(pollMs);
  }
  return undefined;
}

function tooLong(path: string): boolean {
  try {
    return statSync(path).size > 5_000_000;
  } catch {
    return false;
  }
}

function lastWords(path: string, from: number): string {
  const lines = readFileSync(path).subarray(from).toString().trim().split("\n");
  const telling = lines.filter((line) => /FATAL|ERROR|could not|cannot/.test(line));
  return (telling.at(-1) ?? lines.at(-1) ?? "it said nothing").replace(/^.*?(FATAL|ERROR): */, "");
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", resolve);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Fast shutdown: open connections are cut, what is committed is written, then the process ends. */
export async function stopServer({ pid }: Running): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, "SIGINT");
  for (let waitedMs = 0; waitedMs < patienceMs && isAlive(pid); waitedMs += pollMs) {
    await sleep(pollMs);
  }
}

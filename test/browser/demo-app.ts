import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

export interface DemoApp {
  readonly address: string;
  readonly dataFolder: string;
  readonly demo: {
    readonly merchantSlug: string;
    readonly signInName: string;
    readonly password: string;
  };
  stop(): Promise<void>;
}

/**
 * The whole product as `npm start` runs it (server, worker, gateway simulator, its own PostgreSQL)
 * on a free port and in a folder that is gone afterwards.
 */
export async function startDemoApp(): Promise<DemoApp> {
  const dataFolder = mkdtempSync(join(tmpdir(), "makegood-browser-"));
  const child = spawn(process.execPath, [join(root, "scripts", "start.mjs"), "--json"], {
    cwd: root,
    env: {
      ...ownEnvironment(),
      MAKEGOOD_DATA: dataFolder,
      MAKEGOOD_PORT: String(await freePort()),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  async function stop(): Promise<void> {
    await ended(child);
    removeData(dataFolder);
  }
  try {
    const { address, demo } = await firstAnswer(child);
    return { address, demo, dataFolder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What is set on this machine for another Makegood must not lead this one to its data. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(MAKEGOOD_|DATABASE_|npm_lifecycle_event$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

type Started = Pick<DemoApp, "address" | "demo">;

/** `--json` prints one document, and only once everything is up. */
function firstAnswer(child: ChildProcess): Promise<Started> {
  let answer = "";
  let words = "";
  child.stderr?.on("data", (chunk: Buffer) => (words += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the app ended with ${code}: ${words}`)));
    child.stdout?.on("data", (chunk: Buffer) => {
      answer += chunk.toString();
      const started = parsed(answer);
      if (started !== null) resolve(started);
    });
  });
}

function parsed(text: string): Started | null {
  try {
    return JSON.parse(text) as Started;
  } catch {
    return null;
  }
}

const patienceMs = 20_000;

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), patienceMs);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill("SIGTERM");
  });
}

/** Where root runs it the database lies outside of the data folder, which says where. */
function removeData(dataFolder: string): void {
  try {
    const record = readFileSync(join(dataFolder, "postgres.json"), "utf8");
    const { folder } = JSON.parse(record) as { folder: string };
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // It did not get as far as a database.
  }
  rmSync(dataFolder, { recursive: true, force: true });
}

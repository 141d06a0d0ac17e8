import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { StartError } from "../start-error.ts";
import { openEmbedded } from "./embedded.ts";
import type { EmbeddedServer } from "./embedded.ts";
import { isAlive } from "./lock.ts";

let folder: string;
let serverFolder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "makegood-embedded-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  if (serverFolder !== "") rmSync(serverFolder, { recursive: true, force: true });
});

async function open(): Promise<EmbeddedServer> {
  const server = await openEmbedded(folder);
  serverFolder = server.folder;
  return server;
}

const serverPid = (): number =>
  Number(readFileSync(join(serverFolder, "data", "postmaster.pid"), "utf8").split("\n")[0]);

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(text);
  await client.end();
  return rows;
}

/** Another process that opens the same server, says so, and waits. */
async function openElsewhere(): Promise<{ kill(signal: NodeJS.Signals): Promise<void> }> {
  const program = join(folder, "holder.mts");
  const source = pathToFileURL(join(import.meta.dirname, "embedded.ts")).href;
  writeFileSync(
    program,
    `import { openEmbedded } from ${JSON.stringify(source)};
     const server = await openEmbedded(${JSON.stringify(folder)});
     process.once("SIGTERM", () => void server.release().then(() => process.exit(0)));
     console.log("open"); setInterval(() => {}, 1000);`,
  );
  const loader = join(import.meta.dirname, "../../../node_modules/tsx/dist/loader.mjs");
  const child = spawn(process.execPath, ["--import", pathToFileURL(loader).href, program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.once("data", () => resolve());
    child.once("exit", (code) => reject(new Error(`the holder ended with ${code}`)));
  });
  return {
    kill: (signal) =>
      new Promise((resolve) => {
        child.removeAllListeners("exit");
        child.once("exit", () => resolve());
        child.kill(signal);
      }),
  };
}

// One folder for all: making a cluster is the slow part. Its data must outlive kills, so it is as
// durable as in service.
describe("the embedded server", () => {
  test("keeps its data over a restart, and nothing runs after it was left", async () => {
    const first = await open();
    await ask(first.urls.owner, "create table kept as select 41 + 1 as answer");
    const pid = serverPid();
    await first.release();
    expect(isAlive(pid)).toBe(false);
    const second = await open();
    expect(second.attached).toBe(false);
    expect(await ask(second.urls.owner, "select answer from kept")).toEqual([{ answer: 42 }]);
    await second.release();
  });

  test("runs as no superuser of the system, with passwords nobody else can read", async () => {
    const server = await open();
    const owner = statSync(join(server.folder, "data")).uid;
    expect(owner).not.toBe(0);
    expect(statSync(join(server.folder, "passwords.json")).mode & 0o077).toBe(0);
    const wrong = new URL(server.urls.owner);
    wrong.password = "guess";
    await expect(ask(wrong.toString(), "select 1")).rejects.toThrow("password authentication");
    await server.release();
  });

  test("is shared: the last process to leave stops it", async () => {
    const server = await open();
    const other = await openElsewhere();
    const pid = serverPid();
    await server.release();
    expect(isAlive(pid)).toBe(true);
    await other.kill("SIGTERM");
    expect(isAlive(pid)).toBe(false);
  });

  test("outlives a killed process, and the next one attaches and then stops it", async () => {
    const killed = await openElsewhere();
    const pid = serverPid();
    await killed.kill("SIGKILL");
    expect(isAlive(pid)).toBe(true);
    const next = await open();
    expect(next.attached).toBe(true);
    expect(serverPid()).toBe(pid);
    await next.release();
    expect(isAlive(pid)).toBe(false);
  });

  test("comes back at once after it was killed itself", async () => {
    const first = await open();
    await ask(first.urls.owner, "create table kept_too (id int)");
    process.kill(serverPid(), "SIGKILL");
    const again = await open();
    expect(again.attached).toBe(false);
    expect(await ask(again.urls.owner, "select * from kept_too")).toEqual([]);
    await first.release();
    await again.release();
    expect(isAlive(serverPidOrNone())).toBe(false);
  });

  test("is not misled by a pid that another program has now", async () => {
    const first = await open();
    const lines = readFileSync(join(serverFolder, "data", "postmaster.pid"), "utf8").split("\n");
    await first.release();
    const stale = [String(process.pid), ...lines.slice(1)].join("\n");
    writeFileSync(join(serverFolder, "data", "postmaster.pid"), stale);
    const next = await open();
    expect(next.attached).toBe(false);
    await next.release();
  });
});

describe("a folder that cannot be written", () => {
  test.each(["/proc/makegood/data", "/dev/null/data"])("is one sentence: %s", async (place) => {
    await expect(openEmbedded(place)).rejects.toThrow(StartError);
    await expect(openEmbedded(place)).rejects.toThrow(
      `the data folder \`${place}\` cannot be written`,
    );
  });
});

function serverPidOrNone(): number {
  try {
    return serverPid();
  } catch {
    return 2 ** 30;
  }
}

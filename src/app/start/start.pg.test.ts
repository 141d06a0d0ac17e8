import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient } from "../../contract/index.ts";
import type { Client } from "../../contract/index.ts";
import { isAlive } from "../gateway/process.ts";
import { interrupted, makegood, root, started } from "../testing.ts";
import type { Running } from "../testing.ts";
import type { Started } from "./banner.ts";

const data = mkdtempSync(join(tmpdir(), "makegood-start-"));
const settings = { MAKEGOOD_DATA: data };

let running: Running;
let about: Started;
let client: Client;

async function start(): Promise<void> {
  const process = await started(["start", "--json"], settings);
  running = process;
  about = JSON.parse(process.answer) as Started;
  const Authorization = `Bearer ${about.demo?.apiKey ?? ""}`;
  client = createClient({
    baseUrl: about.address,
    headers: () => ({ Authorization }),
    newKey: () => crypto.randomUUID(),
  });
}

/** Where root's server lies, or a user's. */
function serverFolder(): string {
  const record = readFileSync(join(data, "postgres.json"), "utf8");
  return (JSON.parse(record) as { folder: string }).folder;
}

const serverPid = (): number =>
  Number(readFileSync(join(serverFolder(), "data", "postmaster.pid"), "utf8").split("\n")[0]);
const gatewayPid = (): number =>
  (JSON.parse(readFileSync(join(data, "gateway", "gateway.json"), "utf8")) as { pid: number }).pid;

async function statuses(): Promise<Record<string, number>> {
  const listed = await client.listClaims({ query: { limit: 200 } });
  const counts: Record<string, number> = {};
  for (const { status } of listed.ok ? listed.data.items : []) {
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}

beforeAll(start);
afterAll(() => {
  // What a failed test left behind.
  running.child.kill("SIGKILL");
  if (existsSync(join(data, "postgres.json"))) {
    for (const pid of [readPid(serverPid), readPid(gatewayPid)]) stop(pid);
    rmSync(serverFolder(), { recursive: true, force: true });
  }
  rmSync(data, { recursive: true, force: true });
});

function readPid(read: () => number): number {
  try {
    return read();
  } catch {
    return 0;
  }
}

function stop(pid: number): void {
  if (pid > 0 && isAlive(pid)) process.kill(pid, "SIGKILL");
}

describe("makegood start", () => {
  test.each(["/health", "/ready", "/metrics", "/openapi.json", "/docs"])(
    "answers %s",
    async (path) => {
      expect((await fetch(about.address + path)).status).toBe(200);
    },
  );

  test("explains a refusal where its type leads", async () => {
    const refused = await client.getClaim({ params: { claimId: crypto.randomUUID() } });
    const type = refused.ok ? "" : refused.problem.type;
    const explained = await fetch(about.address + type);
    expect(await explained.text()).toContain("not_found (404)");
    expect((await fetch(`${about.address}/problems/nonsense`)).status).toBe(404);
  });

  test("tells how to sign in, and that works", async () => {
    const { signInName = "", secondName = "", password = "" } = about.demo ?? {};
    for (const name of [signInName, secondName]) {
      const signedIn = await client.signIn({ body: { signInName: name, password } });
      expect(signedIn).toMatchObject({ ok: true });
    }
    const { merchantSlug = "", orderNumber = "", contact = "" } = about.demo ?? {};
    const found = await client.openCustomerSession({
      params: { merchantSlug },
      body: { orderNumber, contact },
    });
    expect(found).toMatchObject({ ok: true });
  });

  test("has a demo merchant with claims in the states that last", async () => {
    for (let waitedMs = 0; ((await statuses())["settled"] ?? 0) < 7; waitedMs += 100) {
      expect(waitedMs).toBeLessThan(30_000);
      await sleep(100);
    }
    expect(await statuses()).toEqual({
      settled: 7,
      settling: 1,
      gathering: 1,
      ending: 1,
      reviewing: 3,
      refused: 3,
      withdrawn: 1,
    });
  });

  test("answers the two calls of the README as it says", async () => {
    const [order, claim] = curlCalls(readFileSync(join(root, "README.md"), "utf8"));
    const key = about.demo?.apiKey ?? "";
    const recorded = await send(order, { KEY: key });
    expect(recorded.status).toBe(201);
    const { orderId } = recorded.body as { orderId: string };
    const filed = await send(claim, { KEY: key, ORDER: orderId });
    expect(filed.status).toBe(201);
    const { claimId } = filed.body as { claimId: string };
    for (let waitedMs = 0; ; waitedMs += 100) {
      const found = await client.getClaim({ params: { claimId } });
      if (found.ok && found.data.status === "settled") break;
      expect(waitedMs).toBeLessThan(30_000);
      await sleep(100);
    }
    const money = await client.getOrderMoney({ params: { orderId } });
    expect(money.ok && money.data.tenders.map(({ obliged }) => obliged)).toEqual([980_000]);
  });

  test("a second one on the same port says so and disturbs nobody", async () => {
    const { port } = new URL(about.address);
    const { code, stderr } = await makegood(["start"], { ...settings, MAKEGOOD_PORT: port });
    expect(code).toBe(1);
    expect(stderr).toBe(
      `Makegood runs on this data folder already: open ${about.address}, ` +
        "or set MAKEGOOD_PORT to a free port for a second server\n",
    );
    expect((await fetch(`${about.address}/ready`)).status).toBe(200);
    expect([isAlive(serverPid()), isAlive(gatewayPid())]).toEqual([true, true]);
  });

  test("after kill -9 the next start attaches to what still runs; nothing is lost", async () => {
    const before = { server: serverPid(), gateway: gatewayPid(), counts: await statuses() };
    running.child.kill("SIGKILL");
    expect([isAlive(before.server), isAlive(before.gateway)]).toEqual([true, true]);
    await start();
    const after = { server: serverPid(), gateway: gatewayPid(), counts: await statuses() };
    expect(after).toEqual(before);
  });

  test("Ctrl-C ends it in order and leaves nothing running", async () => {
    const pids = [serverPid(), gatewayPid()];
    expect(await interrupted(running)).toBe(0);
    expect(pids.map(isAlive)).toEqual([false, false]);
  });

  test("after everything was killed the next start recovers", async () => {
    await start();
    const before = await statuses();
    const pids = [serverPid(), gatewayPid(), running.child.pid ?? 0];
    for (const pid of pids) stop(pid);
    await start();
    expect(await statuses()).toEqual(before);
    expect(await interrupted(running)).toBe(0);
  });
});

interface CurlCall {
  readonly path: string;
  readonly headers: readonly string[];
  readonly body: string;
}

/** The calls of a page, read as a shell would read them. */
function curlCalls(page: string): [CurlCall, CurlCall] {
  const calls = page.split("curl -s localhost:4600").slice(1);
  const read = calls.map((text): CurlCall => {
    const call = text.split("```")[0] ?? "";
    return {
      path: /^\S+/.exec(call)?.[0] ?? "",
      headers: [...call.matchAll(/-H "([^"]+)"/g)].map((match) => match[1] ?? ""),
      body: (/-d '([\s\S]+)'/.exec(call)?.[1] ?? "").replaceAll(/'(\$\w+)'/g, "$1"),
    };
  });
  const [order, claim, ...others] = read;
  if (order === undefined || claim === undefined || others.length > 0) {
    throw new Error(`the page has ${read.length} calls`);
  }
  return [order, claim];
}

async function send({ path, headers, body }: CurlCall, values: Record<string, string>) {
  const fill = (text: string): string =>
    text.replaceAll(/\$(\w+)/g, (_, name: string) => values[name] ?? "");
  const response = await fetch(about.address + path, {
    method: "POST",
    headers: headers.map((header) => fill(header).split(": ") as [string, string]),
    body: fill(body),
  });
  return { status: response.status, body: await response.json() };
}

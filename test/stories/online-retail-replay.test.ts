import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, expect, it } from "vitest";
import { openEmbedded } from "../../src/platform/postgres/embedded.ts";
import { describeWithData } from "../data.ts";
import { freePort, makegood } from "../processes.ts";
import type { Running } from "../processes.ts";

const file = "online-retail-2010-12_2011-08.csv.gz";

/** shared/data/README.md; `paid` is what had been paid for the units. */
const table = {
  outcomes: {
    fullyCovered: { lines: 4424, asked: "194877.07", paid: "233617.75" },
    partlyCovered: { lines: 25, asked: "856.66", paid: "0.00" },
    noEarlierPurchase: { lines: 879, asked: "20436.03", paid: "0.00" },
    specialCode: { lines: 237, asked: "103963.07", paid: "0.00" },
    noCustomer: { lines: 282, asked: "200637.73", paid: "0.00" },
  },
  totalPaid: "194334.62",
  ledgerSum: "0.00",
};

const folder = mkdtempSync(join(tmpdir(), "makegood-replay-"));
const running: Running[] = [];
afterAll(async () => {
  for (const each of running) await each.kill("SIGTERM");
  const { pid } = gatewayRecord();
  process.kill(pid, "SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});

interface GatewayTotals {
  readonly refunds: number;
  readonly refundedMinor: number;
  readonly calls: { readonly timeouts: number };
  readonly callbacks: { readonly sent: number };
}

const lines = 5847;

/** How many lines were filed by the last word of a replay. */
const filedOf = ({ output }: Running): number =>
  Number([...output.error.matchAll(/filing: (\d+) of/g)].at(-1)?.[1] ?? 0);

/** Waits until a third is filed and the gateway has paid some, and not yet all. */
async function halfWay(replay: Running): Promise<GatewayTotals> {
  for (;;) {
    await replay.said("filing: ");
    const [filed, totals] = [filedOf(replay), await gatewayTotals()];
    if (filed > lines / 3 && totals.refunds > 0) return totals;
    if (filed >= lines) throw new Error("the replay ended before it could be killed");
    await sleep(100);
  }
}

const gatewayRecord = (): { readonly pid: number; readonly url: string } =>
  JSON.parse(readFileSync(join(folder, "gateway", "gateway.json"), "utf8")) as never;

/** Lots of the lines that are covered and have something to pay. */
const payouts = 4463;

/** How many lines are claims, by the database that the dead have left behind. */
async function linesFiled(): Promise<number> {
  const server = await openEmbedded(folder);
  const connectionString = server.adminUrl.replace(/[^/]*$/, "makegood");
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ filed: number }>(
      "select count(*)::int as filed from claims",
    );
    return rows[0]?.filed ?? 0;
  } finally {
    await client.end();
    await server.release();
  }
}

/** What the gateway's own books say. */
async function gatewayTotals(): Promise<GatewayTotals> {
  const response = await fetch(`${gatewayRecord().url}/admin/accounts/1900000002`);
  return (await response.json()) as GatewayTotals;
}

describeWithData("the replay of a real shop", [file], ([path = ""]) => {
  it("ends at the published table though all but the gateway is killed half way", async () => {
    const port = String(await freePort());
    const settings = { MAKEGOOD_DATA: folder, MAKEGOOD_PORT: port };
    const start = (...args: string[]): Running => {
      const started = makegood(args, settings);
      running.push(started);
      return started;
    };
    // One more holder of the gateway, so that it lives on when the processes around it end.
    mkdirSync(join(folder, "gateway", "holders"), { recursive: true });
    writeFileSync(join(folder, "gateway", "holders", String(process.pid)), "");
    const imported = start("import", "--format", "online-retail", path, "--json");
    expect(await imported.ended, imported.output.error).toBe(0);

    const server = start("serve");
    await server.said("listening");
    const worker = start("work");
    await worker.said("working");
    const first = start("replay", "online-retail", path);
    const before = await halfWay(first);
    await Promise.all([first.kill(), worker.kill(), server.kill()]);
    const [filed, paid] = [await linesFiled(), (await gatewayTotals()).refunds];
    expect(filed).toBeGreaterThan(lines / 3);
    expect(filed).toBeLessThan(lines);
    expect(paid).toBeGreaterThanOrEqual(before.refunds);
    expect(paid).toBeLessThan(filed);

    await start("serve").said("listening");
    await start("work").said("working");
    const second = start("replay", "online-retail", path, "--json");
    expect(await second.ended, second.output.error).toBe(0);
    expect(JSON.parse(second.output.out)).toEqual({ ...table, payouts });

    const gateway = await gatewayTotals();
    expect(gateway).toMatchObject({ refunds: payouts, refundedMinor: 19_433_462 });
    // What it did on the way is drawn by the numbers of the payouts, about one in a hundred each.
    expect(gateway.calls.timeouts).toBeGreaterThan(payouts / 200);
    expect(gateway.callbacks.sent).toBeGreaterThan(payouts + payouts / 200);
  }, 900_000);
});

import { decide, owed } from "../src/core/index.ts";
import type { CompiledPolicy } from "../src/core/index.ts";
import { testInsight, draftOf } from "../src/insight/testing.ts";
import type { TestInsight } from "../src/insight/testing.ts";
import { pastPages } from "../src/insight/past-pages.ts";
import { runBacktest } from "../src/insight/backtest/run.ts";
import { loadBound } from "../src/promises/index.ts";
import { baseAmount } from "../src/core/index.ts";
import { readTransaction } from "../src/platform/index.ts";
import { setup as startServer } from "../test/postgres.ts";

export const name = "a back-test of stored claims : reading them, one decide and one owed for each";
export const unit = "claims";
export const runs = 5;
export const ratioMin = 0.5;

const stored = 20_000;
const samples = 4;
const window = { from: null, to: null };

interface World {
  readonly insight: TestInsight;
  close(): Promise<void>;
}
let world: World | null = null;

async function ready(): Promise<World> {
  world ??= await open();
  return world;
}

async function open(): Promise<World> {
  const stopServer = await startServer();
  const insight = await testInsight();
  for (const days of [2, 5, 12, 40]) await insight.returned({ days, paidMinor: 10_000 + days });
  await multiply(insight);
  return {
    insight,
    async close() {
      await insight.close();
      await stopServer();
    },
  };
}

/** Copies of what was sold and claimed, under ids of their own, by one statement for each table. */
async function multiply({ database, merchantId }: TestInsight): Promise<void> {
  const id = (column: string) =>
    `overlay(overlay(md5(n::text || ${column}::text) placing '7' from 13) ` +
    "placing '8' from 17)::uuid";
  const copies = Math.floor(stored / samples) - 1;
  const copy = async (table: string, changed: Readonly<Record<string, string>>) => {
    const columns = (
      await database.asOwner<{ name: string }>(
        `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0
          and not attisdropped order by attnum`,
        [table],
      )
    ).map((row) => row.name);
    const values = columns.map((column) => changed[column] ?? `t.${column}`);
    await database.asOwner(
      `set app.merchant = '${merchantId}'; insert into ${table} (${columns.join(", ")})
        select ${values.join(", ")} from ${table} t, generate_series(1, ${copies}) n`,
    );
  };
  const order = { order_id: id("t.order_id") };
  const claim = { claim_id: id("t.claim_id") };
  const named = (column: string) => ({ [column]: `t.${column} || '-' || n` });
  await copy("orders", { ...order, ...named("order_number") });
  await copy("order_facts", order);
  await copy("order_lines", order);
  await copy("order_events", { ...order, event_id: id("t.event_id") });
  await copy("claims", { ...claim, ...named("number"), reference: "null" });
  await copy("claim_items", { ...order, ...claim });
  await copy("decisions", { ...order, ...claim, decision_id: id("t.decision_id") });
  await database.asOwner("analyze");
}

/** Reads the same rows in the same pages, decides each once and settles each once. */
export async function baseline(): Promise<number> {
  const { platform, merchantId } = (await ready()).insight;
  let claims = 0;
  await readTransaction(platform, merchantId, async (tx) => {
    const bound = new Map<string, CompiledPolicy[]>();
    for await (const page of pastPages(tx, window)) {
      for (const { order, parts } of page) {
        const { facts } = order;
        if (facts === null) throw new Error("an order that was decided is paid");
        for (const { decision, decisionId, claimId, row } of parts) {
          const key = `${row.kind} ${JSON.stringify(order.pins)}`;
          const policies = bound.get(key) ?? (await loadBound(tx, order.pins, row.kind));
          bound.set(key, policies);
          const result = decide({
            policies,
            currency: decision.currency,
            calendarVersion: decision.calendar,
            orderFacts: decision.facts.order,
            items: decision.facts.items,
            baseOf: (base, place) => baseAmount(facts, base, place, {}),
            final: decision.final,
          });
          if (result.status !== "decided") throw new Error("a stored claim is decided");
          owed(facts, [{ decisionId, claimId, corrects: null, heads: result.decision.heads }]);
          claims += 1;
        }
      }
    }
    return null;
  });
  return claims;
}

/** A longer window for returns, so that a part of the claims changes. */
export async function subject(): Promise<number> {
  const { platform, merchantId } = (await ready()).insight;
  const draft = draftOf(
    "order-refund.policy.yaml",
    ["day_receipt: {at_most: 7d}", "day_receipt: {at_most: 15d}"],
    ["day_receipt: {more_than: 7d}", "day_receipt: {more_than: 15d}"],
  );
  const request = { draft, replaces: [], window, seed: 1 };
  const report = await readTransaction(platform, merchantId, (tx) =>
    runBacktest(tx, request, { at: () => "go on" }),
  );
  return report?.decisions ?? 0;
}

export async function close(): Promise<void> {
  await world?.close();
}

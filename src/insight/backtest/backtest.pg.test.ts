import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId, readTransaction } from "../../platform/index.ts";
import { insertMerchant } from "../../platform/testing.ts";
import { backtest, draftOf, testInsight } from "../testing.ts";
import type { TestInsight } from "../testing.ts";
import { runBacktest } from "./run.ts";

let world: TestInsight;

// Three in time, of which two by one customer; one ten days after receipt; one for a fault.
beforeAll(async () => {
  world = await testInsight();
  await world.returned({ days: 2, customer: "one" });
  await world.returned({ days: 3, customer: "one", paidMinor: 20_001 });
  await world.returned({ days: 4 });
  await world.returned({ days: 12, paidMinor: 50_000 });
  const facts = [{ fact: "defect", value: "quality", state: "attested" as const }];
  await world.returned({ days: 40, paidMinor: 7000, facts });
  await world.returned({ days: 5, facts: [{ fact: "intact", value: "yes", state: "claimed" }] });
});
afterAll(() => world.close());

const refund = (...changes: [string, string][]) => draftOf("order-refund.policy.yaml", ...changes);

/** A fact that nobody was ever asked for. */
const word = (text: string) => `{zh-CN: ${text}, zh-TW: ${text}, en: ${text}}`;
const sealed =
  "facts: {sealed: {type: choice, scope: line, by: reviewer, burden: merchant, " +
  `proof: [inspection], zh-CN: sealed, zh-TW: sealed, en: sealed, of: {open: ${word("open")}, ` +
  `shut: ${word("shut")}}}}\n`;

describe("a back-test", () => {
  it("of what was pinned changes nothing, to the cent", async () => {
    const report = await backtest(world, refund());
    expect(report).toMatchObject({
      policy: { id: "order-refund", version: 3 },
      claims: 5,
      decisions: 5,
      orders: 5,
      customers: 4,
      undetermined: 0,
      unanswered: 0,
      leftOut: { tooOpen: 0, impossible: 0, faulty: 0 },
      undecided: { open: 1, withdrawn: 0, unmatched: 0 },
      missing: [],
      problems: [],
    });
    const [cny, ...others] = report!.currencies;
    expect(others).toEqual([]);
    const sum = { beforeMinor: 47_001, lowestMinor: 47_001, highestMinor: 47_001 };
    expect(cny).toMatchObject({ currency: "CNY", decisions: 5, money: sum, largest: [] });
    expect(cny?.affected).toEqual({
      claims: 0,
      orders: 0,
      customers: 0,
      more: 0,
      less: 0,
      open: 0,
    });
    for (const rows of [cny!.byMonth, cny!.byProduct, cny!.byChannel, cny!.byKind]) {
      expect(rows.reduce((total, { beforeMinor }) => total + beforeMinor, 0)).toBe(47_001);
      expect(rows.every(({ changed }) => changed === 0)).toBe(true);
    }
    expect(cny?.byProduct).toMatchObject([{ key: "LAMP", name: "台灯" }]);
    expect(cny?.byChannel).toMatchObject([{ key: "app" }]);
  });

  it("counts who gains, with the clauses that decided", async () => {
    const longer = refund(
      ["day_receipt: {at_most: 7d}", "day_receipt: {at_most: 15d}"],
      ["day_receipt: {more_than: 7d}", "day_receipt: {more_than: 15d}"],
    );
    const [cny] = (await backtest(world, longer))!.currencies;
    expect(cny?.money).toEqual({
      beforeMinor: 47_001,
      lowestMinor: 97_001,
      highestMinor: 97_001,
    });
    expect(cny?.affected).toMatchObject({ claims: 1, orders: 1, customers: 1, more: 1, less: 0 });
    expect(cny?.largest).toMatchObject([
      {
        beforeMinor: 0,
        lowestMinor: 50_000,
        clausesBefore: expect.arrayContaining(["order-refund@3 late"]) as string[],
        clausesAfter: expect.arrayContaining(["order-refund@3 seven"]) as string[],
      },
    ]);
  });

  it("keeps to the floors that bind, whatever the draft says", async () => {
    const half = refund(["give: {price: 100%}", "give: {price: 50%}"]);
    const [cny] = (await backtest(world, half))!.currencies;
    // Three returns within seven days stand on the law; the fault alone is paid by half.
    expect(cny?.money).toMatchObject({ beforeMinor: 47_001, lowestMinor: 43_501 });
    expect(cny?.affected).toMatchObject({ claims: 1, less: 1 });
  });

  it("counts what was never established with its lowest and highest amount", async () => {
    const other = refund(
      ["use: [day_receipt,", `${sealed}use: [day_receipt,`],
      [
        "late:\n    when: {day_receipt: {more_than: 7d}, excluded",
        "late:\n    when: {day_receipt: {more_than: 7d}, sealed: open, excluded",
      ],
      [
        "  damaged:\n",
        "  kind:\n    when: {day_receipt: {more_than: 7d}, sealed: shut, " +
          "excluded: [no, art7_unconfirmed]}\n    give: {price: 40%}\n  damaged:\n",
      ],
      ["over: [seven, late, damaged, excluded]", "over: [seven, late, kind, damaged, excluded]"],
    );
    const report = await backtest(world, other);
    expect(report).toMatchObject({
      undetermined: 1,
      missing: [{ name: "sealed", decisions: 1 }],
    });
    expect(report!.currencies[0]).toMatchObject({
      money: { beforeMinor: 47_001, lowestMinor: 47_001, highestMinor: 67_001 },
      affected: { claims: 1, more: 0, less: 0, open: 1 },
      largest: [{ lowestMinor: 0, highestMinor: 20_000 }],
    });
  });

  it("tells where a draft has a gap, and leaves those claims as they were", async () => {
    const gap = refund(
      [
        "day_receipt: {at_most: 90d}}\n    over: [seven",
        "day_receipt: {at_most: 30d}}\n    over: [seven",
      ],
      [
        "  late:\n    when: {day_receipt: {more_than: 7d}, excluded: [no, art7_unconfirmed]}",
        "  late:\n    when: {day_receipt: {more_than: 20d}, excluded: [no, art7_unconfirmed]}",
      ],
    );
    const report = await backtest(world, gap);
    expect(report!.leftOut.faulty).toBe(1);
    expect(report!.problems[0]?.name).toMatch(/order-refund@3/);
    expect(report!.currencies[0]?.money.beforeMinor).toBe(47_001);
  });

  it("stands beside the others where its id is not pinned, or replaces others", async () => {
    const own = refund(["id: order-refund", "id: own-refund"], ["price: 0%", "price: 10%"]);
    const beside = await backtest(world, own);
    expect(beside!.currencies[0]?.money.lowestMinor).toBe(52_001);
    const instead = await backtest(world, own, { replaces: ["order-refund"] });
    expect(instead!.replaces).toEqual(["own-refund", "order-refund"]);
    expect(instead!.currencies[0]?.money.lowestMinor).toBe(52_001);
  });

  it("looks at the claims of its window, and ends where it is told to", async () => {
    const from = world.clock.now() + 1;
    const later = await backtest(world, refund(), { window: { from, to: null } });
    expect(later).toMatchObject({ claims: 0, decisions: 0, currencies: [] });
    const now = await backtest(world, refund(), { window: { from: null, to: from } });
    expect(now!.claims).toBe(5);
    const seen: number[][] = [];
    const stopped = await readTransaction(world.platform, world.merchantId, (tx) =>
      runBacktest(
        tx,
        { draft: refund(), replaces: [], window: { from: null, to: null }, seed: 1 },
        {
          at(done, total) {
            seen.push([done, total]);
            return "stop";
          },
        },
      ),
    );
    expect(stopped).toBeNull();
    expect(seen).toEqual([[5, 5]]);
  });

  it("never sees the claims of another merchant", async () => {
    const merchantId = newId();
    await insertMerchant(world.platform, merchantId);
    const report = await backtest({ platform: world.platform, merchantId }, refund());
    expect(report).toMatchObject({ claims: 0, orders: 0, currencies: [] });
    expect(report!.undecided).toEqual({ open: 0, withdrawn: 0, unmatched: 0 });
  });
});

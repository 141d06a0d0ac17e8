import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FairnessData } from "../../contract/index.ts";
import { newId, readTransaction } from "../../platform/index.ts";
import { insertMerchant } from "../../platform/testing.ts";
import { testInsight } from "../testing.ts";
import type { TestInsight } from "../testing.ts";
import { fairnessData } from "../view/fairness-data.ts";
import { documented } from "../view/testing.ts";
import { runFairness } from "./run.ts";

let world: TestInsight;
beforeAll(async () => {
  world = await testInsight();
  const from = (region: string) => [
    { kind: "fact_established" as const, fact: "region", value: region },
  ];
  const found = (intact: string) => [
    { fact: "intact", value: intact, state: "attested" as const },
    { fact: "excluded", value: "no", state: "attested" as const },
  ];
  await world.returned({ days: 2, events: from("mainland") });
  await world.returned({ days: 2, events: from("elsewhere") });
  await world.returned({ days: 2, facts: found("no") });
});
afterAll(() => world.close());

async function audit(merchantId = world.merchantId) {
  const report = await readTransaction(world.platform, merchantId, (tx) =>
    runFairness(tx, { from: null, to: null }, { at: () => "go on" }),
  );
  if (report !== null) documented(FairnessData, fairnessData(report));
  return report;
}

describe("the audit", () => {
  it("finds the groups where orders keep them, and like cases answered alike", async () => {
    const report = await audit();
    expect(report!.decisions).toBe(3);
    const groupsOf = (trait: string) =>
      report!.traits.find((each) => each.trait === trait)?.groups.map(({ key }) => key);
    expect(groupsOf("region")).toEqual(["elsewhere", "mainland", null]);
    expect(groupsOf("tier")).toEqual([null]);
    expect(groupsOf("channel")).toEqual(["app"]);
    expect(groupsOf("amount")).toEqual(["CNY 2: 100.00 – 1000.00"]);
    expect(report!.engine).toMatchObject({ decisions: 3, faults: 0, shown: [] });
    expect(report!.engine.likeAnswers).toBeGreaterThan(0);
  });

  it("lists what was found differently where the same was claimed", async () => {
    const { unlike } = (await audit())!.attestations;
    expect(unlike).toMatchObject([
      { kind: "refund", fact: "intact", claimed: null, cases: 3, pairs: 2 },
    ]);
    expect(unlike[0]?.reviewers[0]?.reviewer).toMatch(/^R-[0-9A-F]{6}$/);
    expect(JSON.stringify(await audit())).not.toContain(world.actor.id);
  });

  it("never sees the claims of another merchant", async () => {
    const merchantId = newId();
    await insertMerchant(world.platform, merchantId);
    expect(await audit(merchantId)).toMatchObject({
      decisions: 0,
      traits: [],
      engine: { decisions: 0, likeAnswers: 0, faults: 0 },
      attestations: { unlike: [], alike: 0 },
    });
  });

  it("reports a decision that like cases contradict", async () => {
    const set = `set app.merchant = '${world.merchantId}'`;
    await world.database.asOwner(
      `${set}; update decisions set decision =
        replace(decision, '"fraction":"1/1"', '"fraction":"1/2"')
        where decision_id = (select max(d.decision_id::text)::uuid from decisions d
          where d.decision like '%"fraction":"1/1"%')`,
    );
    const { engine } = (await audit())!;
    expect(engine.faults).toBeGreaterThanOrEqual(2);
    expect(new Set(engine.shown.map(({ fault }) => fault))).toEqual(
      new Set(["not_replayed", "unlike"]),
    );
  });
});

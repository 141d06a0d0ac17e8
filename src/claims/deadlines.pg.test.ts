import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WireClaimView } from "../contract/index.ts";
import { clockQueues } from "../clocks/index.ts";
import { noticesOf } from "../notices/index.ts";
import { readTransaction } from "../platform/index.ts";
import { closeEvidence, supplyFacts } from "./flow/again.ts";
import { reopenSettlement } from "./flow/settle.ts";
import { testClaims } from "./testing.ts";
import type { TestClaims } from "./testing.ts";

const dayMs = 86_400_000;
let world: TestClaims;
beforeAll(async () => {
  world = await testClaims();
});
afterAll(() => world.close());

let orders = 0;

/** A product that is sold with the guarantee, paid in points, so that it is returned at once. */
async function serum(zone?: string): Promise<string> {
  orders += 1;
  return world.order({
    orderNumber: `S-${orders}`,
    currency: "CNY",
    ...(zone === undefined ? {} : { zone }),
    customer: { email: `customer-${orders}@example.com` },
    lines: [{ kind: "goods", productName: "精华液", quantity: 1, unitPriceMinor: 39_900 }],
    tenders: [{ kind: "points", unit: "points", units: 399, value: { minor: 39_900 } }],
  });
}

const file = async (orderId: string) =>
  world.file({ kind: "ineffective", items: [{ orderId, lineId: "1" }] });

const word = [
  { fact: "cycles", value: 3 },
  { fact: "efficacy", value: "41/100" },
];

const say = (claimId: string, state: "claimed" | "attested") =>
  world.write((tx) => supplyFacts(tx, world.platform.vault, { claimId, facts: word, state }));

const letters = (claimId: string) =>
  readTransaction(world.platform, world.merchantId, (tx) => noticesOf(world.platform, tx, claimId));

type Clock = WireClaimView["clocks"][number];

function clockOf({ clocks }: WireClaimView, kind: string, statutory = false): Clock {
  const found = clocks.filter((clock) => clock.kind === kind && clock.statutory === statutory);
  if (found.length === 0) throw new Error(`no clock ${kind}`);
  return found.at(-1)!;
}

async function daysLater(days: number): Promise<void> {
  world.clock.advance(days * dayMs);
  const queue = clockQueues(world.platform).find(({ queue: name }) => name === "clocks.overdue");
  await queue?.handle([]);
  await world.settle();
}

describe("a claim that waits for its customer", () => {
  it("asks the customer first for what the customer has to prove", async () => {
    const filed = await file(await serum());
    expect(filed).toMatchObject({ status: "gathering", decisions: [] });
    expect(filed.needed).toMatchObject([
      { fact: "cycles", by: "customer", proof: ["usage_log"] },
      { fact: "efficacy", by: "customer", proof: ["lab_report"] },
    ]);
    expect(clockOf(filed, "supplement")).toMatchObject({ status: "running", statutory: false });
    const own = clockOf(filed, "decision");
    expect(own).toMatchObject({ paused: true, unpausedDueAt: own.dueAt });
    expect(clockOf(filed, "decision", true)).toMatchObject({ paused: false });
  });

  it("writes to the customer what is asked, and by when", async () => {
    const { claimId, number } = await file(await serum());
    await world.settle();
    const [letter, ...more] = await letters(claimId);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ kind: "claim_asked", status: "accepted" });
    expect(letter?.title).toBe(`申请 ${number} 需要您补充情况`);
    expect(letter?.text).toContain("\n· 请填写按说明连续使用了几个周期，如 3\n");
    expect(letter?.text).toContain("\n· 请填写检测报告载明的功效达成率，如 41%\n");
    expect(letter?.text).toContain("请在2026年1月12日当日或之前补充");
  });

  it("writes nothing where the answer came before the letter", async () => {
    const { claimId } = await file(await serum());
    await say(claimId, "claimed");
    await world.settle();
    expect(await letters(claimId)).toEqual([]);
  });

  it("moves the merchant's promise by the days of waiting, and the law's not at all", async () => {
    const filed = await file(await serum());
    // From Monday morning to Thursday morning: Tuesday and Wednesday stand still.
    await daysLater(3);
    await say(filed.claimId, "claimed");
    const answered = await world.view(filed.claimId);
    expect(answered).toMatchObject({ status: "reviewing" });
    expect(answered.needed).toMatchObject([{ by: "reviewer" }, { by: "reviewer" }]);
    const [before, after] = [clockOf(filed, "decision"), clockOf(answered, "decision")];
    expect(Date.parse(after.dueAt) - Date.parse(before.dueAt)).toBe(4 * dayMs);
    expect(after).toMatchObject({ status: "running", unpausedDueAt: before.dueAt, paused: false });
    expect(clockOf(answered, "decision", true)).toEqual(clockOf(filed, "decision", true));
    expect(clockOf(answered, "supplement").status).toBe("kept");
    await say(filed.claimId, "attested");
    const decided = await world.view(filed.claimId);
    expect(decided).toMatchObject({ status: "settling", decisions: [{ owedMinor: 39_900 }] });
    expect(clockOf(decided, "decision").status).toBe("kept");
  });

  it("falls to the burden of proof once the time has lapsed, with no promise broken", async () => {
    const filed = await file(await serum());
    const early = await world.attempt((tx) => closeEvidence(tx, filed.claimId));
    expect(early).toMatchObject({ code: "evidence_open" });
    await daysLater(8);
    const lapsed = await world.view(filed.claimId);
    expect(lapsed).toMatchObject({ status: "refused", refusalCode: "not_proven", final: true });
    expect(clockOf(lapsed, "supplement").status).toBe("lapsed");
    expect(lapsed.clocks.filter(({ status }) => status === "broken")).toEqual([]);
    const kinds = (await letters(filed.claimId)).map(({ kind }) => kind);
    expect(kinds).toEqual(["claim_refused", "claim_asked"]);
  });
});

it("a payout that came back is promised anew in the zone of its order", async () => {
  const filed = await file(await serum("America/New_York"));
  await say(filed.claimId, "attested");
  const first = clockOf(await world.view(filed.claimId), "payment");
  await world.settle();
  await daysLater(1);
  await world.write(async (tx) => {
    await reopenSettlement(tx, filed.claimId);
    return null;
  });
  const reopened = await world.view(filed.claimId);
  expect(reopened.status).toBe("settling");
  const again = clockOf(reopened, "payment");
  expect(again).toMatchObject({ source: "ineffective-guarantee@2", status: "running" });
  expect(Date.parse(again.dueAt)).toBeGreaterThan(Date.parse(first.dueAt));
  // The last millisecond of a winter day in New York.
  expect(again.dueAt).toMatch(/T04:59:59\.999Z$/);
  const law = reopened.clocks.filter(({ kind, statutory }) => kind === "payment" && statutory);
  expect(law.map(({ dueAt }) => dueAt)).toEqual([law[0]?.dueAt, law[0]?.dueAt]);
});

describe("a refund that counts from the goods' being back", () => {
  async function refund(): Promise<{ orderId: string; claimId: string }> {
    orders += 1;
    const line = {
      kind: "goods",
      productName: "台灯",
      quantity: 1,
      unitPriceMinor: 19_900,
    } as const;
    const orderId = await world.order({
      orderNumber: `R-${orders}`,
      currency: "CNY",
      customer: { email: `customer-${orders}@example.com` },
      lines: [line],
      tenders: [{ kind: "points", unit: "points", units: 199, value: { minor: 19_900 } }],
    });
    await world.event(orderId, { kind: "received" });
    const { claimId } = await world.file({ kind: "refund", items: [{ orderId, lineId: "1" }] });
    return { orderId, claimId };
  }
  const intact = (claimId: string) =>
    world.write((tx) =>
      supplyFacts(tx, world.platform.vault, {
        claimId,
        facts: [{ fact: "intact", value: true }],
        state: "attested",
      }),
    );
  /** Days from the decision until the law wants the money paid. */
  async function daysToPay(claimId: string): Promise<number> {
    const { dueAt } = clockOf(await world.view(claimId), "payment", true);
    return Math.floor((Date.parse(dueAt) - world.clock.now()) / dayMs);
  }

  it("begins when they were back, though they were looked at days later", async () => {
    const { orderId, claimId } = await refund();
    await daysLater(1);
    await world.event(orderId, { kind: "returned", lineId: "1" });
    await daysLater(3);
    await intact(claimId);
    const other = await refund();
    await intact(other.claimId);
    expect((await daysToPay(other.claimId)) - (await daysToPay(claimId))).toBe(3);
  });

  it("never begins before the claim", async () => {
    const { orderId, claimId } = await refund();
    await world.event(orderId, {
      kind: "returned",
      occurredAt: new Date(world.clock.now() - 20 * dayMs).toISOString(),
    });
    await intact(claimId);
    const other = await refund();
    await intact(other.claimId);
    expect(await daysToPay(claimId)).toBe(await daysToPay(other.claimId));
  });
});

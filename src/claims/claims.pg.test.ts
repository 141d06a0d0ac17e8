import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WireCreateOrder } from "../contract/index.ts";
import { newId, readTransaction } from "../platform/index.ts";
import { testActor } from "../platform/testing.ts";
import { noticesOf } from "../notices/index.ts";
import { closeEvidence, supplyFacts, withdrawClaim } from "./flow/again.ts";
import { fileClaim } from "./flow/file.ts";
import { claimSubscriptions } from "./subscriptions.ts";
import { testClaims } from "./testing.ts";
import type { TestClaims } from "./testing.ts";

let world: TestClaims;
beforeAll(async () => {
  world = await testClaims();
});
afterAll(() => world.close());

const noticesAbout = (claimId: string) =>
  readTransaction(world.platform, world.merchantId, (tx) => noticesOf(world.platform, tx, claimId));

let orders = 0;

/** Two lamps and a cable, paid with points alone, so that what goes back is there at once. */
async function goods(more: Partial<WireCreateOrder> = {}): Promise<string> {
  orders += 1;
  const orderId = await world.order({
    orderNumber: `G-${orders}`,
    currency: "CNY",
    customer: { email: `customer-${orders}@example.com` },
    lines: [
      { kind: "goods", productName: "台灯", quantity: 2, unitPriceMinor: 10_000 },
      { kind: "goods", productName: "数据线", quantity: 1, unitPriceMinor: 3_000 },
    ],
    tenders: [{ kind: "points", unit: "points", units: 230, value: { minor: 23_000 } }],
    ...more,
  });
  await world.event(orderId, { kind: "received" });
  return orderId;
}

const lamp = (orderId: string, quantity = 1) => ({ orderId, lineId: "1", quantity });
const known = [
  { fact: "intact", value: "yes", state: "attested" as const },
  { fact: "excluded", value: "no", state: "attested" as const },
];

describe("a claim on goods", () => {
  it("is decided, taken on and settled in one step where nothing needs a person", async () => {
    const orderId = await goods();
    const filed = await world.file({ kind: "refund", items: [lamp(orderId)], facts: known });
    expect(filed).toMatchObject({ status: "settling", refusalCode: null });
    expect(filed.number).toMatch(/^C-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(filed.decisions).toMatchObject([
      { accepted: true, owedMinor: 10_000, tenders: [{ owedUnits: 100, obligedUnits: 100 }] },
    ]);
    const [decision] = filed.decisions;
    const sum = decision?.steps.slice(0, -1).reduce((total, step) => total + step.amountMinor, 0);
    expect(sum).toBe(10_000);
    await world.settle();
    expect(await world.view(filed.claimId)).toMatchObject({ status: "settled" });
  });

  it("tells the customer once, with the amount that went back, whatever is run again", async () => {
    const orderId = await goods();
    const filed = await world.file({ kind: "refund", items: [lamp(orderId, 2)], facts: known });
    await world.settle();
    const sent = await noticesAbout(filed.claimId);
    expect(sent).toMatchObject([{ kind: "claim_settled", status: "accepted" }]);
    expect(sent[0]?.title).toContain(filed.number);
    expect(sent[0]?.text).toContain("退回200 积分");
    // The same event in another hour, as after a crash that forgot that it had been handled.
    world.clock.advance(3_600_000);
    const event = { type: "ClaimSettled", subject: filed.claimId, payload: { atOnce: true } };
    for (const subscription of claimSubscriptions(world.platform)) {
      if (!subscription.types.includes(event.type)) continue;
      await world.write(async (tx) => {
        await subscription.handle(tx, { ...event, eventId: newId(), at: tx.now });
        return null;
      });
    }
    await world.settle();
    expect(await noticesAbout(filed.claimId)).toEqual(sent);
  });

  it("waits for a reviewer, and is decided by what the reviewer attests", async () => {
    const orderId = await goods();
    world.clock.advance(20 * 86_400_000);
    const claimed = { fact: "defect", value: "quality" };
    const filed = await world.file({
      kind: "refund",
      items: [lamp(orderId)],
      facts: [...known, claimed],
    });
    expect(filed).toMatchObject({ status: "reviewing", decisions: [] });
    expect(filed.needed).toMatchObject([{ fact: "defect", lineId: "1", by: "reviewer" }]);
    expect(filed.clocks).toMatchObject([
      { kind: "decision", source: "order-refund@3", status: "running" },
      { kind: "decision", source: "cn-penalty-clock@2", status: "running" },
    ]);
    const attested = { claimId: filed.claimId, state: "attested" as const };
    await world.write((tx) =>
      supplyFacts(tx, world.platform.vault, {
        ...attested,
        facts: [{ fact: "defect", value: "quality" }],
        note: "the lamp does not light",
      }),
    );
    const decided = await world.view(filed.claimId);
    expect(decided).toMatchObject({ status: "settling", decisions: [{ owedMinor: 10_000 }] });
    expect(decided.clocks.find(({ kind }) => kind === "decision")).toMatchObject({
      status: "kept",
    });
    const again = await world.attempt((tx) =>
      supplyFacts(tx, world.platform.vault, { ...attested, facts: [claimed] }),
    );
    expect(again).toMatchObject({ code: "claim_state", values: { state: "settling" } });
  });

  it("falls to the burden of proof when the time to supplement is over", async () => {
    const orderId = await goods();
    world.clock.advance(20 * 86_400_000);
    const facts = [...known, { fact: "defect", value: "quality" }];
    const filed = await world.file({ kind: "refund", items: [lamp(orderId)], facts });
    await world.write((tx) => closeEvidence(tx, filed.claimId));
    const closed = await world.view(filed.claimId);
    expect(closed).toMatchObject({ status: "refused", final: true, refusalCode: "too_late" });
    expect(closed.decisions).toMatchObject([{ accepted: false, owedMinor: 0 }]);
    await world.settle();
    expect(await noticesAbout(filed.claimId)).toMatchObject([
      { kind: "claim_refused", status: "accepted" },
    ]);
  });
});

describe("a unit is refunded once (vendure#4135)", () => {
  it("by quantity there is none left, by number nothing more is due", async () => {
    const orderId = await goods();
    await world.file({ kind: "refund", items: [lamp(orderId, 2)], facts: known });
    const asked = (item: object) =>
      world.attempt((tx) =>
        fileClaim(tx, { kind: "refund", items: [{ orderId, lineId: "1", ...item }], facts: known }),
      );
    expect(await asked({ quantity: 1 })).toMatchObject({ code: "claim_units_gone" });
    const { claimId } = (await asked({ units: { from: 0, to: 1 } })) as { claimId: string };
    expect(await world.view(claimId)).toMatchObject({
      status: "refused",
      refusalCode: "already_refunded",
    });
  });

  it("also when two claims come at the same instant", async () => {
    const orderId = await goods();
    const body = { kind: "refund" as const, items: [lamp(orderId, 2)], facts: known };
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => world.attempt((tx) => fileClaim(tx, body))),
    );
    expect(answers.filter((answer) => !("refusal" in answer)).length).toBe(1);
  });
});

describe("what is refused before anything is written", () => {
  it.each([
    [{ items: [] }, "claim_needs_items"],
    [{ items: [lamp("019a0000-0000-7000-8000-000000000000")] }, "not_found"],
  ])("%j", async (body, code) => {
    const filed = await world.attempt((tx) => fileClaim(tx, { kind: "refund", ...body }));
    expect(filed).toMatchObject({ refusal: true, code });
  });

  it("a fact that no promise reads, an attestation or a past date without the right", async () => {
    const orderId = await goods();
    const items = [lamp(orderId)];
    const facts = [{ fact: "weather", value: "fine" }];
    const clerk = testActor(world.merchantId, { rights: new Set(["file"]) });
    const file = (body: object, actor = world.actor) =>
      world.attempt((tx) => fileClaim(tx, { kind: "refund", items, ...body }), actor);
    expect(await file({ facts })).toMatchObject({ code: "fact_unknown" });
    expect(await file({ facts: known }, clerk)).toMatchObject({ code: "fact_not_yours" });
    const receivedAt = "2026-01-01T00:00:00Z";
    expect(await file({ receivedAt }, clerk)).toMatchObject({ code: "right_missing" });
    expect(await file({ receivedAt: "2030-01-01T00:00:00Z" })).toMatchObject({
      code: "invalid_request",
    });
  });

  it("an order that is not paid", async () => {
    const lines = [{ kind: "goods" as const, quantity: 1, unitPriceMinor: 100 }];
    const orderId = await world.order({ orderNumber: "U-1", currency: "CNY", lines });
    const items = [{ orderId, lineId: "1" }];
    const filed = await world.attempt((tx) => fileClaim(tx, { kind: "refund", items }));
    expect(filed).toMatchObject({ code: "claim_order_unpaid" });
  });
});

describe("a claim that fits no order", () => {
  it("is kept, refused with its reason, and has nobody to write to", async () => {
    const body = { kind: "refund" as const, items: [], unmatched: "no_customer" as const };
    const filed = await world.file(body);
    expect(filed).toMatchObject({ status: "refused", refusalCode: "no_matching_purchase" });
    expect(filed.sentence).toContain("names no customer");
    await world.settle();
    expect(await noticesAbout(filed.claimId)).toMatchObject([
      { kind: "claim_refused", status: "no_addressee" },
    ]);
  });

  it("and the caller's reference files once", async () => {
    const body = {
      kind: "refund" as const,
      items: [],
      unmatched: "special_code" as const,
      reference: "C536379/1",
    };
    const first = await world.file(body);
    expect((await world.file(body)).claimId).toBe(first.claimId);
  });
});

describe("a claim that is withdrawn", () => {
  it("frees its units and stops its clocks", async () => {
    const orderId = await goods();
    world.clock.advance(20 * 86_400_000);
    const facts = [...known, { fact: "defect", value: "quality" }];
    const filed = await world.file({ kind: "refund", items: [lamp(orderId, 2)], facts });
    await world.write((tx) => withdrawClaim(tx, filed.claimId));
    expect(await world.view(filed.claimId)).toMatchObject({
      status: "withdrawn",
      clocks: [{ status: "cancelled" }, { status: "cancelled" }],
    });
    const again = await world.file({ kind: "refund", items: [lamp(orderId, 2)], facts });
    expect(again.status).toBe("reviewing");
  });
});

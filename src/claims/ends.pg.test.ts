import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayMs } from "../core/index.ts";
import { noticesOf } from "../notices/index.ts";
import { readTransaction } from "../platform/index.ts";
import { supplyFacts, withdrawClaim } from "./flow/again.ts";
import { fileClaim } from "./flow/file.ts";
import { claimQueues } from "./jobs.ts";
import { testClaims } from "./testing.ts";
import type { TestClaims } from "./testing.ts";

let world: TestClaims;
beforeAll(async () => {
  world = await testClaims();
});
afterAll(() => world.close());

let orders = 0;

/** A package that a business has paid with points, with a hundred units, signed a month ago. */
async function bundle(): Promise<string> {
  orders += 1;
  const at = new Date(world.clock.now() - 30 * dayMs).toISOString();
  return world.order({
    orderNumber: `P-${orders}`,
    currency: "CNY",
    customer: { kind: "business", email: `firm-${orders}@example.com` },
    orderedAt: at,
    signedAt: at,
    paidAt: at,
    lines: [{ lineId: "p", kind: "package", quantity: 1, unitPriceMinor: 100_000 }],
    tenders: [{ kind: "points", unit: "points", units: 1000, value: { minor: 100_000 } }],
    terms: { meters: [{ meter: "ads", units: 100, shareMinor: 100_000, fullUnitMinor: 2_000 }] },
  });
}

/** What the job does that looks every minute for contracts that have ended. */
async function later(days: number): Promise<void> {
  world.clock.advance(days * dayMs);
  const ends = claimQueues(world.platform).find(({ queue }) => queue === "claims.ends");
  await ends?.handle([]);
  await world.settle();
}

const inDays = (days: number) => new Date(world.clock.now() + days * dayMs).toISOString();
const cancel = (orderId: string, endsAt?: string) => ({
  kind: "cancel" as const,
  items: [{ orderId }],
  ...(endsAt === undefined ? {} : { endsAt }),
});

describe("a cancellation for a later end", () => {
  it("waits for it, and is settled then with the use up to it", async () => {
    const orderId = await bundle();
    const filed = await world.file(cancel(orderId, inDays(20)));
    expect(filed).toMatchObject({ status: "ending", decisions: [], payouts: [] });
    expect(filed.endsAt).toBe(inDays(20));
    await later(10);
    expect(await world.view(filed.claimId)).toMatchObject({ status: "ending" });
    await world.event(orderId, { kind: "used", meter: "ads", units: 25 });
    await later(10);
    const ended = await world.view(filed.claimId);
    expect(ended).toMatchObject({ status: "settled", decisions: [{ owedMinor: 75_000 }] });
  });

  it("tells when it ends, that use until then counts, and that it can be taken back", async () => {
    const orderId = await bundle();
    const { claimId, number } = await world.file(cancel(orderId, inDays(20)));
    await world.settle();
    const notices = await readTransaction(world.platform, world.merchantId, (tx) =>
      noticesOf(world.platform, tx, claimId),
    );
    expect(notices).toMatchObject([{ kind: "claim_ending" }]);
    const on = new Intl.DateTimeFormat("zh-CN", { dateStyle: "long", timeZone: "Asia/Shanghai" });
    const ends = on.format(Date.parse(inDays(20)));
    expect(notices[0]?.title).toBe(`申请 ${number} 已同意：合同于${ends}终止`);
    expect(notices[0]?.text).toContain("到那时为止的使用都会计算在内");
    expect(notices[0]?.text).toContain("您可以随时撤回这项申请");
  });

  it("can be taken back until then, and leaves the choice of an end free", async () => {
    const orderId = await bundle();
    const { claimId, number } = await world.file(cancel(orderId, inDays(20)));
    const other = await world.attempt((tx) => fileClaim(tx, cancel(orderId, inDays(30))));
    expect(other).toMatchObject({ code: "claim_choice_made", values: { claim: number } });
    await world.write((tx) => withdrawClaim(tx, claimId));
    expect(await world.file(cancel(orderId, inDays(30)))).toMatchObject({ status: "ending" });
  });

  it("leaves what no use can change to be claimed and paid before", async () => {
    const orderId = await bundle();
    const ending = await world.file(cancel(orderId, inDays(20)));
    const outage = [{ fact: "cause", value: "outage", state: "attested" as const }];
    const filed = await world.file({ ...cancel(orderId), facts: outage });
    expect(filed).toMatchObject({ status: "settling", decisions: [{ owedMinor: 100_000 }] });
    await later(20);
    expect(await world.view(ending.claimId)).toMatchObject({
      status: "refused",
      refusalCode: "already_refunded",
    });
  });
});

describe("two claims that are open at once", () => {
  it("cannot choose two things: the one that is decided later is refused", async () => {
    const orderId = await bundle();
    const facts = [{ fact: "cause", value: "trader" }];
    const first = await world.file({ ...cancel(orderId, inDays(20)), facts });
    const second = await world.file({ ...cancel(orderId), facts, endsAt: inDays(0) });
    const attest = (claimId: string) =>
      world.attempt((tx) => {
        const established = [{ fact: "cause", value: "customer" }];
        return supplyFacts(tx, world.platform.vault, {
          claimId,
          facts: established,
          state: "attested",
        });
      });
    expect([first.status, second.status]).toEqual(["reviewing", "reviewing"]);
    await attest(second.claimId);
    expect(await attest(first.claimId)).toMatchObject({
      code: "claim_choice_made",
      values: { claim: second.number },
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Language, WireClaimView, WireCreateOrder } from "../contract/index.ts";
import { noticesOf } from "../notices/index.ts";
import { readTransaction } from "../platform/index.ts";
import { testClaims } from "./testing.ts";
import type { TestClaims } from "./testing.ts";

let world: TestClaims;
beforeAll(async () => {
  world = await testClaims();
  // Spring Festival: 13 February is a Friday, in China 14 is a day of work and 15 to 23 are off.
  world.clock.advance(Date.parse("2026-02-13T12:00:00+08:00") - world.clock.now());
});
afterAll(() => world.close());

let orders = 0;

async function claimed(more: Partial<WireCreateOrder>, language?: Language) {
  orders += 1;
  const orderId = await world.order({
    orderNumber: `R-${orders}`,
    currency: "CNY",
    customer: { email: `customer-${orders}@example.com` },
    lines: [{ kind: "goods", productName: "精华液", quantity: 1, unitPriceMinor: 39_900 }],
    tenders: [{ kind: "points", unit: "points", units: 399, value: { minor: 39_900 } }],
    ...more,
  });
  const said = language === undefined ? {} : { language };
  return world.file({ kind: "ineffective", items: [{ orderId, lineId: "1" }], ...said });
}

const region = (calendar: string | null, language: Language) =>
  world.write((tx) =>
    tx.query("update merchants set calendar = $2, language = $3 where merchant_id = $1", [
      tx.merchantId,
      calendar,
      language,
    ]),
  );

/** By when the merchant promises to decide: business days after the day of filing. */
function decideBy({ clocks }: WireClaimView): string | undefined {
  const own = clocks.find(({ kind, statutory }) => kind === "decision" && !statutory);
  return own?.unpausedDueAt?.slice(0, 10);
}

describe("business days", () => {
  it("are the order's, by its zone; a merchant's calendar goes before, from then on", async () => {
    await region(null, "zh-CN");
    const dues = async () => {
      const zones = ["Asia/Shanghai", "Asia/Taipei", "Asia/Hong_Kong", "America/New_York"];
      const filed = [];
      for (const zone of zones) filed.push(await claimed({ zone }));
      return filed;
    };
    const byZone = await dues();
    expect(byZone.map(decideBy)).toEqual(["2026-02-25", "2026-02-25", "2026-02-23", "2026-02-18"]);
    await region("weekend", "zh-CN");
    expect((await dues()).map(decideBy)).toEqual(Array(4).fill("2026-02-18"));
    // What was sold before keeps its days.
    const again = await Promise.all(byZone.map(({ claimId }) => world.view(claimId)));
    expect(again.map(decideBy)).toEqual(byZone.map(decideBy));
  });
});

describe("the language of a notice", () => {
  const title = async ({ claimId }: WireClaimView) => {
    await world.settle();
    const [letter] = await readTransaction(world.platform, world.merchantId, (tx) =>
      noticesOf(world.platform, tx, claimId),
    );
    return letter?.title.replace(/[A-Z0-9-]{4,}/, "X");
  };

  it("is the claim's, else the order's, else the merchant's", async () => {
    await region(null, "en");
    const english = "Claim X: we need your answer";
    expect(await title(await claimed({}))).toBe(english);
    expect(await title(await claimed({ language: "zh-TW" }))).toBe("申請 X 需要您補充資料");
    expect(await title(await claimed({ language: "zh-TW" }, "en"))).toBe(english);
  });
});

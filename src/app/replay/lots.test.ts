import { describe, expect, it } from "vitest";
import type { RetailRow } from "../../orders/index.ts";
import { claimOf } from "./filing.ts";
import { cancellationsOf } from "./lots.ts";

const row = (more: Partial<RetailRow>): RetailRow => ({
  invoice: "1",
  ordinal: 1,
  stockCode: "A",
  quantity: 1,
  priceMinor: 100,
  customer: "c",
  at: 0,
  imported: true,
  ...more,
});
const bought = (invoice: string, quantity: number, priceMinor = 100, ordinal = 1) =>
  row({ invoice, quantity, priceMinor, ordinal });
const cancelled = (quantity: number, more: Partial<RetailRow> = {}) =>
  row({ invoice: "C9", quantity: -quantity, imported: false, ...more });
const orderIds = new Map(["1", "2"].map((invoice) => [invoice, `order-${invoice}`]));

describe("a cancellation line", () => {
  it("takes the newest purchase first, and goes on to older ones", () => {
    const [found] = cancellationsOf([bought("1", 5), bought("2", 2), cancelled(3)]);
    expect(found?.outcome).toBe("fullyCovered");
    expect(found?.lots).toEqual([
      { invoice: "2", lineId: "1", from: 0, to: 2, paidMinor: 200 },
      { invoice: "1", lineId: "1", from: 0, to: 1, paidMinor: 100 },
    ]);
  });

  it("never takes a unit twice, and takes nothing when it is not covered whole", () => {
    const rows = [bought("1", 3), cancelled(2), cancelled(2), cancelled(1), cancelled(1)];
    const outcomes = cancellationsOf(rows).map(({ outcome, lots }) => [outcome, lots[0]?.from]);
    expect(outcomes).toEqual([
      ["fullyCovered", 0],
      ["partlyCovered", undefined],
      ["fullyCovered", 2],
      ["noEarlierPurchase", undefined],
    ]);
  });

  it("is of the first class that fits", () => {
    const outcomes = [
      cancelled(1, { customer: "", stockCode: "POST" }),
      cancelled(1, { stockCode: "POST" }),
      cancelled(1, { stockCode: "gift_0001_20" }),
      cancelled(1),
    ];
    const found = cancellationsOf(outcomes).map(({ outcome }) => outcome);
    expect(found).toEqual(["noCustomer", "specialCode", "specialCode", "noEarlierPurchase"]);
  });
});

describe("its claim", () => {
  it("asks at most what was paid, in whole pence, as exact shares of each lot", () => {
    const rows = [bought("1", 5, 301), bought("2", 2, 200), cancelled(3, { priceMinor: 150 })];
    const [found] = cancellationsOf(rows);
    const { facts } = claimOf(found!, orderIds);
    // 450 asked of 400 + 301 paid
    expect(facts?.map(({ value }) => value)).toEqual(["257/400", "193/301"]);
    const [more] = cancellationsOf([bought("1", 1, 100), cancelled(1, { priceMinor: 999 })]);
    expect(claimOf(more!, orderIds).facts?.map(({ value }) => value)).toEqual(["100/100"]);
  });

  it("names its reason where nothing fits, and its line so that it is filed once", () => {
    const [found] = cancellationsOf([cancelled(1, { ordinal: 7 })]);
    expect(claimOf(found!, orderIds)).toMatchObject({
      items: [],
      unmatched: "no_earlier_purchase",
      reference: "online-retail:C9/7",
    });
  });
});

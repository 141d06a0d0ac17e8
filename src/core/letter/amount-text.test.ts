import { describe, expect, test } from "vitest";
import { languages, moneyText } from "../policy/index.ts";
import { goods, orderOf } from "../settlement/testing/build.ts";
import { tellAmount, tellAmounts, tenderAmount } from "./amount-text.ts";
import { tellDay } from "./day-words.ts";
import { write } from "./words.ts";

const inAll = (tell: (language: (typeof languages)[number]) => string): string[] =>
  languages.map(tell);

const of = (unit: string, units: number, worthMinor: number | null = null) => ({
  ...{ unit, units, worthMinor },
  currency: "CNY",
});

describe("money in a letter", () => {
  test("is grouped and names its currency", () => {
    expect(inAll((language) => moneyText(123_456_789, "CNY", language))).toEqual([
      "1,234,567.89元",
      "人民幣 1,234,567.89 元",
      "CNY 1,234,567.89",
    ]);
    expect(inAll((language) => moneyText(1000, "JPY", language))).toEqual([
      "1,000日元",
      "1,000 日圓",
      "JPY 1,000",
    ]);
    expect(moneyText(-250_000, "CNY", "en")).toBe("CNY −2,500.00");
    expect(moneyText(0, "CNY", "zh-CN")).toBe("0.00元");
    expect(moneyText(99_999, "CNY", "zh-CN")).toBe("999.99元");
  });

  test("stands beside points, vouchers and packets", () => {
    expect(inAll((language) => tellAmount(of("points", 230, 2300), language))).toEqual([
      "230 积分（折合23.00元）",
      "230 點（折合人民幣 23.00 元）",
      "230 points (worth CNY 23.00)",
    ]);
    expect(tellAmount(of("points", 1), "en")).toBe("1 point");
    expect(tellAmount(of("points", 2), "en")).toBe("2 points");
    expect(inAll((language) => tellAmount(of("voucher:CNY", 2000), language))).toEqual([
      "20.00元抵用券",
      "人民幣 20.00 元抵用券",
      "a voucher of CNY 20.00",
    ]);
    expect(tellAmount(of("packet:A", 1000, 990), "en")).toBe("CNY 9.90 in the red packet");
    expect(inAll((language) => tellAmount(of("packet:A", 3), language))).toEqual([
      "3 份",
      "3 份",
      "3 units",
    ]);
  });

  test("is summed by unit and said money first", () => {
    const all = [of("points", 5), of("CNY", 100), of("packet:A", 1, 50), of("CNY", 20)];
    expect(inAll((language) => tellAmounts(all, language))).toEqual([
      "1.20元、5 积分和红包0.50元",
      "人民幣 1.20 元、5 點和紅包人民幣 0.50 元",
      "CNY 1.20, 5 points and CNY 0.50 in the red packet",
    ]);
    expect(tellAmounts([of("points", 1, 10), of("points", 2, 20)], "en")).toBe(
      "3 points (worth CNY 0.30)",
    );
    expect(tellAmounts([of("points", 1, 10), of("points", 2)], "en")).toBe("3 points");
    expect(tellAmounts([], "en")).toBe("");
  });

  test("tells what units of a tender were worth, where that is whole", () => {
    const order = orderOf({
      lines: [goods("a", 100)],
      tenders: [{ tenderId: "p", kind: "points", unit: "points", units: 3, value: { minor: 100 } }],
    });
    expect(tenderAmount(order, "p", 3)).toEqual(of("points", 3, 100));
    expect(tenderAmount(order, "p", 1)).toEqual(of("points", 1, null));
    expect(tenderAmount(order, "gone", 7)).toEqual(of("CNY", 7));
  });
});

describe("days and words in a letter", () => {
  test("are those of the zone, in each language", () => {
    const instant = "2026-03-08T16:30:00.000Z";
    expect(inAll((language) => tellDay(instant, "Asia/Shanghai", language))).toEqual([
      "2026年3月9日",
      "2026年3月9日",
      "9 March 2026",
    ]);
    expect(tellDay(instant, "UTC", "en")).toBe("8 March 2026");
    expect(tellDay("2026-12-31T00:00:00Z", "UTC", "en")).toBe("31 December 2026");
    expect(tellDay("2026-01-01T00:00:00Z", "UTC", "en")).toBe("1 January 2026");
    expect(() => tellDay("yesterday", "UTC", "en")).toThrow("`yesterday` in `UTC` is no day");
    expect(() => tellDay(instant, "Nowhere", "en")).toThrow("is no day");
  });

  test("keep braces of values as they are", () => {
    expect(write("way_cash", "en", { base: "{total}" })).toBe("paid apart: {total}");
    expect(write("way_cash", "en", {})).toBe("paid apart: {base}");
  });
});

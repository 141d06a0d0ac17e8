import { describe, expect, test } from "vitest";
import { dateText, moneyText, timeText, unitsText } from "./format.ts";

const reader = { language: "en", zone: "Asia/Shanghai" } as const;
const texts = {
  points: "{n} points",
  packetUnits: "{amount} in {id}",
  voucherUnits: "voucher {amount}",
};

describe("what people read", () => {
  test("is money with the currency's own decimals, exact to the last unit", () => {
    expect(moneyText(1050, "CNY", "zh-CN")).toBe("¥10.50");
    expect(moneyText(1050, "JPY", "en")).toBe("¥1,050");
    expect(moneyText(-1, "KWD", "en")).toContain("0.001");
    expect(moneyText(9_007_199_254_740_991, "CNY", "en")).toBe("¥90,071,992,547,409.91");
  });

  test("is units as points, packets as money, and others as they are", () => {
    const text = (units: number, unit: string) =>
      unitsText(units, unit, "CNY", { language: "en", texts });
    expect(text(1234, "points")).toBe("1,234 points");
    expect(text(500, "packet:RP-1")).toBe("¥5.00 in RP-1");
    expect(text(500, "CNY")).toBe("¥5.00");
    expect(text(21_780, "voucher:CNY")).toBe("voucher ¥217.80");
    expect(text(1050, "voucher:JPY")).toBe("voucher ¥1,050");
    expect(text(5, "voucher:miles")).toBe("5 voucher:miles");
    expect(text(1234, "miles")).toBe("1,234 miles");
  });

  test("is the day and the time where the order counts its days", () => {
    const instant = "2026-01-31T16:30:00.000Z";
    expect(dateText(instant, reader)).toBe("Feb 1, 2026");
    expect(timeText(instant, { ...reader, zone: "UTC" })).toContain("Jan 31, 2026");
    expect(timeText(null, reader)).toBe("—");
  });
});

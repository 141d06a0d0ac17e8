import { describe, expect, test } from "vitest";
import { dateText, moneyText, timeText, unitsText } from "./format.ts";

const reader = { language: "en", zone: "Asia/Shanghai", points: "{n} points" } as const;

describe("what people read", () => {
  test("is money with the currency's own decimals, exact to the last unit", () => {
    expect(moneyText(1050, "CNY", "zh-CN")).toBe("¥10.50");
    expect(moneyText(1050, "JPY", "en")).toBe("¥1,050");
    expect(moneyText(-1, "KWD", "en")).toContain("0.001");
    expect(moneyText(9_007_199_254_740_991, "CNY", "en")).toBe("¥90,071,992,547,409.91");
  });

  test("is units as points, packets as money", () => {
    expect(unitsText(1234, "points", "CNY", reader)).toBe("1,234 points");
    expect(unitsText(500, "packet:RP-1", "CNY", reader)).toBe("¥5.00");
    expect(unitsText(500, "CNY", "CNY", reader)).toBe("¥5.00");
  });

  test("is the day and the time where the order counts its days", () => {
    const instant = "2026-01-31T16:30:00.000Z";
    expect(dateText(instant, reader)).toBe("Feb 1, 2026");
    expect(timeText(instant, { ...reader, zone: "UTC" })).toContain("Jan 31, 2026");
  });
});

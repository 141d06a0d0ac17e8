import { describe, expect, it } from "vitest";
import { parseDay } from "../calendar/index.ts";
import { accepted, fraction, parseFraction } from "../money/index.ts";
import { accrueInterest, rateOn } from "./index.ts";

function day(text: string): number {
  return accepted(parseDay(text));
}
const lpr = accepted(parseFraction("3%"));

describe("accrueInterest", () => {
  it("counts the first day and not the last, over 365 or 360 days", () => {
    const [from, to] = [day("2026-01-01"), day("2026-01-31")];
    expect(accrueInterest(365_000, lpr, from, to, "actual/365")).toBe(900);
    expect(accrueInterest(360_000, lpr, from, to, "actual/360")).toBe(900);
    expect(accrueInterest(365_000, lpr, from, from + 1, "actual/365")).toBe(30);
  });

  it("rounds once, up", () => {
    const from = day("2026-01-01");
    expect(accrueInterest(100, lpr, from, from + 1, "actual/365")).toBe(1);
    expect(accrueInterest(99_999, lpr, from, from + 365, "actual/365")).toBe(3000);
    expect(accrueInterest(0, lpr, from, from + 365, "actual/365")).toBe(0);
  });

  it("counts each year by its own length where it is asked to", () => {
    const [from, to] = [day("2023-07-01"), day("2024-07-01")];
    const rate = fraction(1);
    // 184/365 of 2023 and 182/366 of 2024.
    const exact = 365 * 366 * 1000;
    expect(accrueInterest(exact, rate, from, to, "actual/actual")).toBe(
      (184 * 366 + 182 * 365) * 1000,
    );
    const year = [day("2024-01-01"), day("2025-01-01")] as const;
    expect(accrueInterest(777, rate, ...year, "actual/actual")).toBe(777);
  });

  it("is nothing before it starts", () => {
    const from = day("2026-01-02");
    expect(accrueInterest(1000, lpr, from, from, "actual/365")).toBe(0);
    expect(accrueInterest(1000, lpr, from, from - 1, "actual/365")).toBe(0);
  });

  it("refuses a negative principal or rate", () => {
    expect(() => accrueInterest(-1, lpr, 0, 1, "actual/365")).toThrow("negative principal or rate");
    expect(() => accrueInterest(1, fraction(-1, 100), 0, 1, "actual/365")).toThrow(RangeError);
    expect(accrueInterest(1, fraction(0), 0, 1, "actual/365")).toBe(0);
  });
});

describe("rateOn", () => {
  const rates = [
    { from: day("2025-06-01"), annualRate: fraction(3, 100) },
    { from: day("2025-01-01"), annualRate: fraction(31, 1000) },
  ];
  it("is the last rate in force, from its first day on", () => {
    expect(rateOn(rates, day("2025-05-31"))).toEqual(fraction(31, 1000));
    expect(rateOn(rates, day("2025-06-01"))).toEqual(fraction(3, 100));
    expect(rateOn([...rates].reverse(), day("2026-01-01"))).toEqual(fraction(3, 100));
  });
  it("is unknown before the first", () => {
    expect(rateOn(rates, day("2024-12-31"))).toBe(null);
  });
});

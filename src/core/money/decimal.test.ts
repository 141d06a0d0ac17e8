import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountMaxMinor, formatDecimal, formatGrouped, parseDecimal } from "./index.ts";

const runs = { seed: 20261122, numRuns: 500 };

describe("decimal strings", () => {
  it.each([
    [0, "JPY", "0"],
    [1050, "JPY", "1050"],
    [-7, "JPY", "-7"],
    [0, "CNY", "0.00"],
    [5, "CNY", "0.05"],
    [50, "CNY", "0.50"],
    [1050, "CNY", "10.50"],
    [-5, "CNY", "-0.05"],
    [-1050, "CNY", "-10.50"],
    [1, "KWD", "0.001"],
    [1234567, "KWD", "1234.567"],
    [amountMaxMinor, "CNY", "90071992547409.91"],
    [-amountMaxMinor, "KWD", "-9007199254740.991"],
  ])("%i %s is %s, there and back", (amountMinor, currency, text) => {
    expect(formatDecimal(amountMinor, currency)).toBe(text);
    expect(parseDecimal(text, currency)).toBe(amountMinor);
  });

  it("of totals beyond 2^53 − 1 are exact", () => {
    expect(formatDecimal(2n ** 60n + 1n, "CNY")).toBe("11529215046068469.77");
    expect(formatDecimal(-7n, "CNY")).toBe("-0.07");
    expect(formatDecimal(10n ** 20n, "JPY")).toBe("100000000000000000000");
  });

  it.each([
    [99_999, "CNY", "999.99"],
    [3_600_000, "CNY", "36,000.00"],
    [-123_456_789, "JPY", "-123,456,789"],
    [1_234_567_890, "KWD", "1,234,567.890"],
  ])("%i %s is %s for people", (amountMinor, currency, text) => {
    expect(formatGrouped(amountMinor, currency)).toBe(text);
  });

  it.each([
    ["10", "CNY", 1000],
    ["10.5", "CNY", 1050],
    ["007.10", "CNY", 710],
    ["-0", "CNY", 0],
    ["-0.00", "CNY", 0],
    ["1.5", "KWD", 1500],
  ])("reads %s %s as %i", (text, currency, amountMinor) => {
    expect(parseDecimal(text, currency)).toBe(amountMinor);
  });

  it.each([
    "",
    " 1",
    "1 ",
    "+1",
    "1e3",
    "1.",
    ".5",
    "1,000.00",
    "NaN",
    "Infinity",
    "0x10",
    "1.2.3",
  ])("refuses `%s`", (text) => {
    expect(parseDecimal(text, "CNY")).toEqual({
      code: "not_a_decimal",
      sentence: `\`${text}\` is not an amount: write it like 1234.50`,
    });
  });

  it.each([
    ["1.005", "CNY", "CNY has 2"],
    ["1.000", "CNY", "CNY has 2"],
    ["1.0", "JPY", "JPY has 0"],
    ["0.0001", "KWD", "KWD has 3"],
  ])("refuses the decimals of %s %s", (text, currency, reason) => {
    expect(parseDecimal(text, currency)).toEqual({
      code: "too_many_decimals",
      sentence: `\`${text}\` has too many decimals: ${reason}`,
    });
  });

  it.each(["90071992547409.92", "-90071992547409.92", "1".repeat(400)])("refuses %s", (text) => {
    expect(parseDecimal(text, "CNY")).toEqual({
      code: "amount_too_large",
      sentence: `\`${text}\` is too large: at most 90071992547409.91 CNY`,
    });
  });

  it("throws for a currency or an amount that is none", () => {
    expect(() => parseDecimal("1", "RMB")).toThrow("`RMB` is not a currency code");
    expect(() => formatDecimal(1, "RMB")).toThrow("`RMB` is not a currency code");
    expect(() => formatDecimal(0.5, "CNY")).toThrow("`0.5` is not an amount");
  });

  it("come back as the same amount in currencies with 0, 2 and 3 decimals", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom("JPY", "CNY", "KWD"), (amount, currency) => {
        expect(parseDecimal(formatDecimal(amount, currency), currency)).toBe(amount);
      }),
      runs,
    );
  });
});

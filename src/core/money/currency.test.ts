import { describe, expect, it } from "vitest";
import { exponentOf, isCurrency } from "./index.ts";

describe("currencies", () => {
  it.each([
    ["JPY", 0],
    ["KRW", 0],
    ["VND", 0],
    ["XPF", 0],
    ["CNY", 2],
    ["HKD", 2],
    ["EUR", 2],
    ["GBP", 2],
    ["TWD", 2],
    ["ZWG", 2],
    ["KWD", 3],
    ["BHD", 3],
    ["JOD", 3],
    ["OMR", 3],
    ["TND", 3],
    ["IQD", 3],
    ["LYD", 3],
  ])("%s has %i decimals", (currency, exponent) => {
    expect(isCurrency(currency)).toBe(true);
    expect(exponentOf(currency)).toBe(exponent);
  });

  it.each(["cny", "RMB", "", " ", "CNYEUR", "CNY ", "XXX", "XAU", "toString"])(
    "does not know `%s`",
    (text) => {
      expect(isCurrency(text)).toBe(false);
      expect(() => exponentOf(text)).toThrow(
        new RangeError(
          `\`${text}\` is not a currency code: use one of ISO 4217, such as CNY, in upper case`,
        ),
      );
    },
  );

  it("agrees with the platform's table on every code that it knows", () => {
    // The platform follows CLDR, which prints some currencies without the decimals that ISO gives.
    const printedShorter = new Set(
      (
        "AFN ALL COP GNF IDR IQD IRR KPW LAK LBP MGA MMK MUR PKR RSD SLE SOS SYP TZS UZS YER " +
        "CRC HUF"
      ).split(" "),
    );
    for (const code of Intl.supportedValuesOf("currency")) {
      if (!isCurrency(code) || printedShorter.has(code)) continue;
      const format = new Intl.NumberFormat("en", { style: "currency", currency: code });
      expect([code, exponentOf(code)]).toEqual([
        code,
        format.resolvedOptions().maximumFractionDigits,
      ]);
    }
  });
});

import { describe, expect, it } from "vitest";
import { addMinor, amountMaxMinor, checkAmount, money, sumMinor } from "./index.ts";

const notAnAmount = (text: string) =>
  new RangeError(`\`${text}\` is not an amount: use whole minor units of at most 9007199254740991`);

describe("amounts", () => {
  it.each([0, 1, -1, amountMaxMinor, -amountMaxMinor])("accept %i", (amount) => {
    expect(checkAmount(amount)).toBe(amount);
  });

  it.each([0.5, NaN, Infinity, -Infinity, 2 ** 53, -(2 ** 53)])("refuse %d", (amount) => {
    expect(() => checkAmount(amount)).toThrow(notAnAmount(String(amount)));
  });

  it("go up to 2^53 − 1 minor units", () => {
    expect(amountMaxMinor).toBe(2 ** 53 - 1);
  });

  it("carry a known currency", () => {
    expect(money(1050, "CNY")).toEqual({ amountMinor: 1050, currency: "CNY" });
    expect(() => money(1050, "RMB")).toThrow("`RMB` is not a currency code");
    expect(() => money(10.5, "CNY")).toThrow(notAnAmount("10.5"));
  });

  it("add exactly", () => {
    expect(addMinor(amountMaxMinor - 1, 1)).toBe(amountMaxMinor);
    expect(addMinor(5, -7)).toBe(-2);
    expect(sumMinor([])).toBe(0);
    expect(sumMinor([10, 20, -5])).toBe(25);
  });

  it("refuse a sum that overflows, even on the way to a smaller one", () => {
    expect(() => addMinor(amountMaxMinor, 1)).toThrow(notAnAmount("9007199254740992"));
    expect(() => sumMinor([amountMaxMinor, 1])).toThrow(notAnAmount("9007199254740992"));
    expect(() => sumMinor([amountMaxMinor, 1, -1])).toThrow(RangeError);
  });

  it("refuse to add what is no amount, though the sum looks like one", () => {
    expect(() => addMinor(0.5, 0.5)).toThrow(notAnAmount("0.5"));
    expect(() => addMinor(1, 0.5)).toThrow(notAnAmount("0.5"));
    expect(() => addMinor(2 ** 53, -1)).toThrow(RangeError);
    expect(() => addMinor(-1, 2 ** 53)).toThrow(RangeError);
    expect(() => sumMinor([0.5, 0.5])).toThrow(RangeError);
  });
});

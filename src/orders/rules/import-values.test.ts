import { describe, expect, it } from "vitest";
import { amountOf, localInstant, roundedHundredths, wholeNumber } from "./import-values.ts";

describe("localInstant", () => {
  it.each([
    ["2011-01-04 10:00:00", "2011-01-04T10:00:00.000Z"],
    ["2011-07-04 10:00:00", "2011-07-04T09:00:00.000Z"],
    ["2011-03-27 00:59:59", "2011-03-27T00:59:59.000Z"],
    ["2011-03-27 02:00:00", "2011-03-27T01:00:00.000Z"],
  ])("reads %s in London as %s", (text, utc) => {
    expect(new Date(localInstant(text, "Europe/London") ?? 0).toISOString()).toBe(utc);
  });

  it("reads nothing else", () => {
    const wrong = [
      "",
      "2011-02-29 10:00:00",
      "2011-01-04",
      "01/04/2011 10:00",
      "2011-01-04 24:00:00",
    ];
    expect(wrong.map((text) => localInstant(text, "Europe/London"))).toEqual(wrong.map(() => null));
  });
});

describe("numbers of a file", () => {
  it("are whole and in range", () => {
    expect(wholeNumber("-12", -20, 20)).toBe(-12);
    const wrong = ["", "1.0", "1e3", " 1", "21", "99999999999999999"];
    expect(wrong.map((text) => wholeNumber(text, -20, 20))).toEqual(wrong.map(() => null));
  });

  it("are amounts of their currency", () => {
    expect([amountOf("12.30", "CNY"), amountOf("12", "JPY")]).toEqual([1230, 12]);
    expect([amountOf("12.345", "CNY"), amountOf("-1", "CNY"), amountOf("", "CNY")]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("are rounded to the penny, halves up", () => {
    const given = ["2.55", "0.001", "0.005", "11062.06", "-1.005", "0"];
    expect(given.map(roundedHundredths)).toEqual([255, 0, 1, 1106206, -100, 0]);
    expect(["", "1,5", "abc", "1e2"].map(roundedHundredths)).toEqual([null, null, null, null]);
  });
});

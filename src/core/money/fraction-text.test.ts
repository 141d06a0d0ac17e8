import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fraction, equal, fraction, fractionText, parseFraction } from "./index.ts";

const runs = { seed: 20261122, numRuns: 500 };

describe("the text of a fraction", () => {
  it.each([
    [2n, 6n, "1/3"],
    [-2n, 6n, "-1/3"],
    [0n, 5n, "0/1"],
    [7n, 1n, "7/1"],
    [10n ** 20n, 3n, "100000000000000000000/3"],
  ])("of %d/%d is %s", (n, d, text) => {
    expect(fractionText(fraction(n, d))).toBe(text);
  });

  it("is in lowest terms though the value is not", () => {
    expect(fractionText({ n: 2, d: 6 })).toBe("1/3");
    expect(fractionText({ n: -6, d: 4 })).toBe("-3/2");
  });

  it.each([
    ["90%", "9/10"],
    ["0.05%", "1/2000"],
    ["1000%", "10/1"],
    ["0%", "0/1"],
    ["100%", "1/1"],
    ["-5%", "-1/20"],
    ["33.3%", "333/1000"],
    ["0.5", "1/2"],
    ["-0.25", "-1/4"],
    ["3", "3/1"],
    ["2/3", "2/3"],
    ["-4/6", "-2/3"],
    ["10/0005", "2/1"],
    ["0/7", "0/1"],
  ])("reads %s as %s", (text, value) => {
    expect(fractionText(parseFraction(text) as Fraction)).toBe(value);
  });

  it.each(
    [
      "",
      "%",
      " 1",
      "1 ",
      "1/0",
      "1/-2",
      "1/2/3",
      "/2",
      "1/",
      "1e2",
      ".5",
      "5.",
      "50%%",
      "1/2%",
    ].concat(["+1", "one", "0x1", "1,5", "--1", "a1/2", "1/2a", "a1", "1a", "0/0"]),
  )("refuses `%s`", (text) => {
    expect(parseFraction(text)).toEqual({
      code: "not_a_fraction",
      sentence: `\`${text}\` is not a fraction: write 2/3, 0.5 or 90%`,
    });
  });

  it("refuses what is longer than 60 characters", () => {
    expect(fractionText(parseFraction("1".repeat(60)) as Fraction)).toBe("1".repeat(60) + "/1");
    expect(parseFraction("1".repeat(61))).toEqual({
      code: "not_a_fraction",
      sentence: "a fraction of 61 characters: use at most 60",
    });
  });

  it("comes back as the same value", () => {
    const part = fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n });
    fc.assert(
      fc.property(part, part, (n, d) => {
        fc.pre(d !== 0n);
        const value = fraction(n, d);
        const back = parseFraction(fractionText(value)) as Fraction;
        expect(equal(back, value)).toBe(true);
        expect(fractionText(back)).toBe(fractionText(value));
      }),
      runs,
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Fraction, fraction, fractionText, parseFraction } from "../../money/index.ts";
import { tries } from "../../testing.ts";
import { answerOf, rawAnswer } from "./answer.ts";
import type { Amount } from "../model.ts";

const read = (text: string) => parseFraction(text) as Fraction;

function amountOf(form: Amount["form"], rate: Fraction): Amount {
  return { form, rate, rateText: "", fact: form === "plain" ? null : "used" };
}

function answer(form: Amount["form"], rate: string, share: string, highest = "100%"): string {
  return fractionText(answerOf(amountOf(form, read(rate)), read(share), read(highest)));
}

describe("an answer before it is clamped", () => {
  test.each([
    ["plain", "9/10"],
    ["less", "17/30"],
    ["unused", "3/5"],
    ["part", "3/10"],
  ] as const)("%s of 9/10 with a share of 1/3 is %s", (form, expected) => {
    expect(fractionText(rawAnswer(amountOf(form, read("90%")), read("1/3")))).toBe(expected);
  });

  test("may be below nothing and above everything", () => {
    expect(fractionText(rawAnswer(amountOf("less", read("90%")), read("1")))).toBe("-1/10");
    expect(fractionText(rawAnswer(amountOf("part", read("90%")), read("2")))).toBe("9/5");
  });
});

describe("an answer", () => {
  test("is nothing where more was used than is given back", () => {
    expect(answer("less", "90%", "89%")).toBe("1/100");
    expect(answer("less", "90%", "90%")).toBe("0/1");
    expect(answer("less", "90%", "91%")).toBe("0/1");
    expect(answer("unused", "90%", "1000%")).toBe("0/1");
  });

  test("is at most the maximum of the head", () => {
    expect(answer("part", "100%", "119%", "120%")).toBe("119/100");
    expect(answer("part", "100%", "120%", "120%")).toBe("6/5");
    expect(answer("part", "100%", "121%", "120%")).toBe("6/5");
  });

  test("is exact where products leave the doubles", () => {
    const used = "4503599627370497/9007199254740991";
    expect(answer("unused", "1/3", used)).toBe("4503599627370494/27021597764222973");
    // Three times this denominator is no double, though the answer's own terms are.
    expect(answer("less", "3", "9007199254740991/4503599627370495", "2")).toBe(
      "4503599627370494/4503599627370495",
    );
  });

  test("is what fractions of whole numbers without bounds give", () => {
    const form = fc.constantFrom("less", "unused", "part");
    const rate = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 20 }));
    const most = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 20 }));
    const share = fc
      .tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: 1, max: 20 }), fc.boolean())
      .map(([n, d, wide]) => pairOf(n, d, wide ? 9_007_199_254_740_881n : 1n));
    fc.assert(
      fc.property(form, rate, share, most, (shape, [rn, rd], [sn, sd], [mn, md]) => {
        const given = answerOf(
          amountOf(shape, fraction(rn, rd)),
          fraction(sn, sd),
          fraction(mn, md),
        );
        const expected = naive(shape, pairOf(rn, rd), [sn, sd], pairOf(mn, md));
        expect(fractionText(given)).toBe(fractionText(fraction(...expected)));
      }),
      { seed: 11, numRuns: tries(1_000) },
    );
  });
});

type Pair = [bigint, bigint];

/** A share whose terms share a factor, or one beyond it when it is wide. */
function pairOf(n: number, d: number, scale = 1n): Pair {
  const wide = scale === 1n ? 0n : 1n;
  return [BigInt(n) * scale + wide, BigInt(d) * scale];
}

function naive(form: "less" | "unused" | "part", [rn, rd]: Pair, [sn, sd]: Pair, most: Pair): Pair {
  const raw: Record<typeof form, Pair> = {
    less: [rn * sd - sn * rd, rd * sd],
    unused: [rn * (sd - sn), rd * sd],
    part: [rn * sn, rd * sd],
  };
  const [n, d] = raw[form];
  if (n <= 0n) return [0n, 1n];
  return n * most[1] > most[0] * d ? most : [n, d];
}

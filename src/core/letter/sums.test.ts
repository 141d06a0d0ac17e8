import { describe, expect, test } from "vitest";
import type { Decision } from "../policy/index.ts";
import { goods, headOf, orderOf } from "../settlement/testing/build.ts";
import type { LetterSettlement } from "./payload.ts";
import { acceptedOf, letterSums } from "./sums.ts";

const order = orderOf({ lines: [goods("a", 10_000)], paid: 10_000 });

function decisionOf(fraction: string, more: object = {}): Decision {
  const head = { ...headOf("line.paid", fraction, { lineId: "a", ...more }), trace: [] };
  return { heads: [head] } as unknown as Decision;
}

const settlement: LetterSettlement = {
  ...{ asOf: "decision", order, earlier: [], taken: [], takenBeside: [] },
};

const decided = {
  ...{ claimId: "c", decisionId: "d", corrects: null, accepted: true },
  decision: decisionOf("1/2"),
};

describe("the sums of a letter", () => {
  test("are what the decision brings, and what is due of it", () => {
    const sums = letterSums(decided, settlement);
    expect(sums.before.totalMinor).toBe(0);
    expect(sums.after.totalMinor).toBe(5_000);
    expect(sums.dues).toEqual([{ tenderId: "card", unit: "CNY", units: 5_000 }]);
    expect(sums.carried).toEqual([]);
    expect(sums.beside).toEqual([]);
  });

  test("leave out what was taken on, and build on earlier decisions", () => {
    const first = acceptedOf({ ...decided, decisionId: "b", decision: decisionOf("1/4") });
    const taken = [{ tenderId: "card", units: 2_500 }];
    const sums = letterSums(decided, { ...settlement, earlier: [first], taken });
    expect(sums.before.totalMinor).toBe(2_500);
    expect(sums.dues).toEqual([{ tenderId: "card", unit: "CNY", units: 2_500 }]);
    const much = [{ tenderId: "card", units: 6_000 }];
    const over = letterSums(decided, { ...settlement, taken: much });
    expect(over.carried).toEqual([{ unit: "CNY", units: 1_000 }]);
  });

  test("name what is given beside the tenders", () => {
    const grant = { direction: "grant", grant: "voucher", settles: "grant", baseMinor: 10_000 };
    const sums = letterSums({ ...decided, decision: decisionOf("1/10", grant) }, settlement);
    expect(sums.beside).toEqual([
      { purpose: "voucher:line.paid", unit: "voucher:CNY", units: 1_000 },
    ]);
  });

  test("of a refusal bring nothing", () => {
    const sums = letterSums({ ...decided, accepted: false }, settlement);
    expect(sums).toEqual({
      ...{ before: sums.before, after: sums.before },
      ...{ dues: [], carried: [], beside: [] },
    });
  });

  test("read a decision without its reasons", () => {
    const accepted = acceptedOf({ ...decided, corrects: "b" });
    expect(accepted).toMatchObject({ decisionId: "d", claimId: "c", corrects: "b" });
    expect(accepted.heads[0]).not.toHaveProperty("trace");
  });
});

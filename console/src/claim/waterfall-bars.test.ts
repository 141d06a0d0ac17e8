import { describe, expect, test } from "vitest";
import { barsOf } from "./waterfall-bars.ts";

const step = (name: string, amountMinor: number) => ({ step: name, label: name, amountMinor });

describe("barsOf", () => {
  test("each step begins where the one before ended", () => {
    const steps = [step("paid", 400), step("unclaimed", -300), step("rounding", 20)];
    expect(barsOf([...steps, step("owed", 120)])).toEqual([
      { kind: "paid", startPercent: 0, widthPercent: 100 },
      { kind: "minus", startPercent: 25, widthPercent: 75 },
      { kind: "plus", startPercent: 25, widthPercent: 5 },
      { kind: "owed", startPercent: 0, widthPercent: 30 },
    ]);
  });

  test("nothing paid is nothing wide", () => {
    const bars = barsOf([step("paid", 0), step("owed", 0)]);
    expect(bars.map(({ widthPercent }) => widthPercent)).toEqual([0, 0]);
  });
});

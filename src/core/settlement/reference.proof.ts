import { describe, expect, it } from "vitest";
import { firstDifference } from "./testing/compare.ts";

describe("owed against the reference, at length", () => {
  it("agrees on 100,000 random orders and their decisions", { timeout: 1_200_000 }, () => {
    expect(firstDifference(1_000_000, 1_100_000)).toBe(null);
  });
});

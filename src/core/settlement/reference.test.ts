import { describe, expect, it } from "vitest";
import { bothOn, firstDifference } from "./testing/compare.ts";
import { tries } from "../testing.ts";

describe("owed against the reference", () => {
  const seeds = tries(2000);
  it(`agrees on ${seeds} random orders and their decisions`, () => {
    const seed = firstDifference(1, seeds);
    if (seed === null) return;
    const { owed, reference } = bothOn(seed);
    expect(owed, `seed ${seed}`).toEqual(reference);
  });
});

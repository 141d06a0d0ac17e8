import { describe, expect, it } from "vitest";
import { at, kept, sortedValues } from "./lookup.ts";

describe("lookup", () => {
  it("finds what is there, and takes what is not for a bug", () => {
    expect(at([7, 0], 1)).toBe(0);
    expect(() => at([7, 0], 2)).toThrow("nothing at `2` of 2");
    expect(() => at([7], -1)).toThrow(RangeError);
  });

  it("makes a value once", () => {
    const map = new Map<string, number[]>();
    kept(map, "a", () => []).push(1);
    kept(map, "a", () => []).push(2);
    expect(map).toEqual(new Map([["a", [1, 2]]]));
  });

  it("sorts values by key in code units, not by locale or insertion", () => {
    const keys = ["b", "a", "B", "ä", "d10", "d9"];
    const map = new Map(keys.map((key) => [key, key]));
    expect(sortedValues(map)).toEqual(["B", "a", "b", "d10", "d9", "ä"]);
    expect(sortedValues(new Map([["x", 1]]))).toEqual([1]);
    expect(sortedValues(new Map())).toEqual([]);
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical.ts";

test("keys are sorted by code unit, at every depth, and absent ones left out", () => {
  expect(canonicalJson({ b: 1, a: [{ d: null, c: "x" }, true], B: undefined, é: -0 })).toBe(
    '{"a":[{"c":"x","d":null},true],"b":1,"é":0}',
  );
});

test("what JSON cannot keep is refused", () => {
  expect(() => canonicalJson({ a: 0.5 })).toThrow("`0.5` is no whole number");
  expect(() => canonicalJson([Number.MAX_SAFE_INTEGER + 1])).toThrow("no whole number");
  expect(() => canonicalJson([undefined])).toThrow("a undefined has no JSON");
  expect(() => canonicalJson(1n)).toThrow("a bigint has no JSON");
});

test("equal values have equal bytes, which JSON reads back", () => {
  const value = fc.jsonValue({ maxDepth: 3 }).map((json) => wholeNumbers(json));
  fc.assert(
    fc.property(value, (json) => {
      const text = canonicalJson(json);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(JSON.parse(text)).toEqual(json);
    }),
    { seed: 7 },
  );
});

function wholeNumbers(json: unknown): unknown {
  return JSON.parse(
    JSON.stringify(json, (_, value: unknown) => (typeof value === "number" ? 7 : value)),
  );
}

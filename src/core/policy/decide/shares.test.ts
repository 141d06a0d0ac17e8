import { expect, test } from "vitest";
import { bindPolicies } from "./binding.ts";
import { sharesIn } from "./shares.ts";
import { compiled, known, policyText } from "../testing/documents.ts";

const binding = bindPolicies([
  compiled(
    policyText("  a: {when: {since: {at_most: 1h}}, give: {pay: {rate: 100%, unused: used.full}}}"),
  ),
]);
const whole = { n: 1, d: 1 };

test("an unknown share can be all of its range", () => {
  const range = { lowest: { n: 0, d: 1 }, highest: { n: 10, d: 1 } };
  expect(sharesIn(binding)("used.full", {})).toEqual(range);
  expect(sharesIn(binding)("used.full", { "used.full": { state: "unknown" } })).toEqual(range);
});

test("a known share is one value, unless a walk lets it stand for all in its cell", () => {
  const facts = known({ "used.full": "100%" });
  expect(sharesIn(binding)("used.full", facts)).toEqual({ lowest: whole, highest: whole });
  const cell = { lowest: { n: 1, d: 2 }, highest: whole };
  expect(sharesIn(binding, new Map([["used.full", cell]]))("used.full", facts)).toEqual(cell);
});

test("what is no share, or unheard of, has none", () => {
  expect(() => sharesIn(binding)("since", {})).toThrow("`since` is no share");
  expect(() => sharesIn(binding)("gone", {})).toThrow("`gone` is no share");
});

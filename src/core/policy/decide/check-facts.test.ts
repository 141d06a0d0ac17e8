import { describe, expect, test } from "vitest";
import { bindPolicies } from "./binding.ts";
import { checkFacts } from "./check-facts.ts";
import type { CaseFacts, FactInput, FactValue } from "../facts.ts";
import { marksNeeded } from "../compile/marks.ts";
import { compiled, policyText, same } from "../testing/documents.ts";

const policy = compiled(`${policyText(
  `  a: {when: {since: {at_most: 72h}, day: {at_most: 7d}, cycles: {at_most: 3}}, give: {pay: 1%}}
  b: {when: {used: {at_most: 10%}, used.full: {at_most: 10%}}, give: {pay: 1%}}
  c: {when: {cause: none, ended: yes}, give: {pay: 1%}}
  d: {when: {hours: {at_most: 5}, all: {at_most: 5}}, give: {pay: 1%}}
  e: {when: {some: {at_most: 60%}, long: {at_most: 40d}}, give: {pay: 1%}}`,
)}
facts:
  hours: {type: count, range: [2, 9], ${same("hours")}}
  all: {type: count, range: [0, 9], at_least_fact: hours, ${same("all")}}
  some: {type: ratio, range: [20%, 80%], ${same("some")}}
  long: {type: days, range: [1mo, 2mo], ${same("long")}}`);
const binding = bindPolicies([policy]);

const at = (value: FactValue): FactInput => ({ state: "attested", value });
const check = (facts: Readonly<Record<string, FactValue>>) => {
  const inputs: CaseFacts = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, at(value)]),
  );
  const fault = checkFacts(inputs, binding);
  return fault && [fault.assumption, fault.policy, ...fault.facts].join(" ");
};

describe("a fact of a case", () => {
  test.each<[string, FactValue]>([
    ["since", 0],
    ["since", 94_608_000],
    ["day", 1095],
    ["cycles", 99],
    ["used", 0],
    ["used", 1],
    ["used", "1/3"],
    ["used", "33%"],
    ["used", { n: 1, d: 3 }],
    ["some", "1/5"],
    ["some", "4/5"],
    ["cause", "breach"],
    ["ended", true],
    ["ended", false],
    ["ended", "yes"],
    ["ended", "no"],
    ["hours", 2],
    ["hours", 9],
    ["long", 28],
    ["long", 62],
  ])("%s may be %s", (fact, value) => {
    expect(check({ [fact]: value })).toBeNull();
  });

  test.each<[string, FactValue]>([
    ["since", "72h"],
    ["since", 0.5],
    ["since", true],
    ["day", Infinity],
    ["cycles", "3"],
    ["used", true],
    ["used", 0.5],
    ["used", "half"],
    ["used", { n: 1, d: 0 }],
    ["used", { n: -1, d: -2 }],
    ["used", { n: 0.5, d: 1 }],
    ["used", { n: 1, d: 1.5 }],
    ["cause", "nobody"],
    ["cause", 1],
    ["ended", "maybe"],
    ["ended", 1],
  ])("%s is never of the kind of %s", (fact, value) => {
    expect(check({ [fact]: value })).toBe(`value test@1 ${fact}`);
  });

  test.each<[string, FactValue]>([
    ["since", -1],
    ["since", 94_608_001],
    ["day", 1096],
    ["used", -1],
    ["used", 2],
    ["used", { n: 4, d: 3 }],
    ["some", "19%"],
    ["some", "81%"],
    ["hours", 1],
    ["hours", 10],
    ["long", 27],
    ["long", 63],
  ])("%s is never as small or large as %s", (fact, value) => {
    expect(check({ [fact]: value })).toBe(`range test@1 ${fact}`);
  });

  test("is never below the fact that the catalogue puts below it", () => {
    expect(check({ used: "1/2", "used.full": "1/2" })).toBeNull();
    expect(check({ used: "1/2", "used.full": "51%" })).toBeNull();
    expect(check({ used: "1/2", "used.full": "49%" })).toBe("link test@1 used.full used");
    expect(check({ used: "wrong", "used.full": "49%" })).toBe("value test@1 used");
    expect(check({ hours: 5, all: 5 })).toBeNull();
    expect(check({ hours: 5, all: 6 })).toBeNull();
    expect(check({ hours: 5, all: 4 })).toBe("link test@1 all hours");
    expect(check({ all: 4 })).toBeNull();
    expect(check({ hours: 5 })).toBeNull();
    // The days of a duration are left to the proof: where clocks change they may lie an hour apart.
    expect(check({ since: 0, day: 3 })).toBeNull();
  });

  test("says nothing where it is not known, or is none of the documents'", () => {
    expect(checkFacts({ used: { state: "unknown" } }, binding)).toBeNull();
    expect(checkFacts({ used: { state: "unproven" } }, binding)).toBeNull();
    expect(check({ other: "?" })).toBeNull();
    expect(check({})).toBeNull();
  });
});

test("months whose lengths a case needs are named once each, without days", () => {
  const months = compiled(
    policyText(`  a: {when: {day: {at_most: 1mo}, since: {at_most: 72h}}, give: {pay: 1%}}
  b: {when: {day: {more_than: 1mo, at_most: 3mo+2d}}, give: {pay: 1%}}
  c: {when: {day: {more_than: 3mo+2d, at_most: 200d}}, give: {pay: 1%}}`),
  );
  expect(marksNeeded(months)).toEqual([{ fact: "day", periods: ["1mo", "3mo+2d"] }]);
  expect(marksNeeded(policy)).toEqual([]);
});

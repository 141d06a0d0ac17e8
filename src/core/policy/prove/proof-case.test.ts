import { describe, expect, test } from "vitest";
import { policyText } from "../testing/documents.ts";
import { proofOf, shortly } from "../testing/proof.ts";

const withParameter = (parameter: string, body: string) => `
makegood: policy/1
id: test
version: 1
params: {p: ${parameter}}
heads: {pay: {pay: order.prepaid}}
clauses:
${body}`;

const around = (fact: string) => `  a: {when: {${fact}: {at_most: $p}}, give: {pay: 100%}}
  b: {when: {${fact}: {at_least: $p}}, give: {pay: 50%}}`;
const overlap = (parameter: string, fact: string) =>
  shortly(proofOf(withParameter(parameter, around(fact))));

describe("parameters are shown as an order pins them", () => {
  test.each([
    ["{of: since, range: [1h, 100h], default: 72h}", "since", "since=259200 $p=72h"],
    ["{of: day, range: [1d, 60d], default: 15d}", "day", "day=15 $p=15d"],
    ["{of: used, range: [10%, 50%], default: 0.2}", "used", "used=1/5 $p=0.2"],
    ["{of: cycles, range: [1, 12], default: 3}", "cycles", "cycles=3 $p=3"],
    ["{of: day, range: [1mo, 6mo], default: 2mo}", "day", "day=59(2mo=59) $p=2mo"],
  ])("%s", (parameter, fact, expected) => {
    expect(overlap(parameter, fact)).toEqual([`overlap pay [a, b] ${expected}`]);
  });

  test.each([
    ["{of: since, range: [1h, 100h], default: 72h}", "since", "80h", "since=288001 $p=288001s"],
    ["{of: day, range: [1d, 60d], default: 15d}", "day", "20d", "day=21 $p=21d"],
    ["{of: used, range: [10%, 50%], default: 20%}", "used", "30%", "used=3001/10000 $p=3001/10000"],
    ["{of: cycles, range: [1, 12], default: 3}", "cycles", "5", "cycles=6 $p=6"],
    ["{of: day, range: [1mo, 6mo], default: 2mo}", "day", "100d", "day=101 $p=101d"],
    ["{of: day, range: [1mo, 6mo], default: 2mo}", "day", "180d", "day=181(6mo=181) $p=6mo"],
  ])("%s, beyond %s of %s", (parameter, fact, bound, expected) => {
    const body = `  a: {when: {${fact}: {at_most: $p}}, give: {pay: 100%}}
  b: {when: {${fact}: {at_least: $p}}, give: {pay: 50%}}
  c: {when: {${fact}: {at_most: ${bound}}}, over: [a, b], give: {pay: 20%}}`;
    const [first] = shortly(proofOf(withParameter(parameter, body)));
    expect(first).toBe(`overlap pay [a, b] ${expected}`);
  });

  test("a choice that matters by its option, another by its default", () => {
    const text = `
makegood: policy/1
id: test
version: 1
params: {p: {choice: [x, y], default: y}, q: {choice: [x, y], default: y}}
heads: {pay: {pay: order.prepaid}, ship: {pay: order.shipping}}
clauses:
  a: {when: {p: x}, give: {pay: 100%}}
  b: {when: {q: [x, y]}, give: {ship: 100%}}
  c: {when: {q: x}, over: [b], give: {ship: 50%}}`;
    const [found] = proofOf(text).findings;
    expect(shortly(proofOf(text))).toEqual(["gap pay $p=y"]);
    expect(found?.cases[0]?.params).toEqual({ p: "y", q: "y" });
  });
});

describe("facts of a case", () => {
  test("are all there, those that do not matter at values that can be", () => {
    const text = `${policyText(
      `  a: {when: {since: {at_most: 72h}, cause: trader}, give: {pay: 100%}}
  b: {when: {wish: voucher}, give: {ship: 100%}}
  c: {when: {wish: money, used: {at_least: 0%}, day: {at_least: 9d}}, give: {ship: 90%}}
  d: {when: {wish: money, used: {at_least: 0%}, day: {at_most: 8d}}, give: {ship: 90%}}
  e: {when: {effect: {at_least: 10%}}, over: [b, c, d], give: {ship: 10%}}`,
      "{pay: {pay: order.prepaid}, ship: {pay: order.shipping}}",
    )}`;
    const [found] = proofOf(text).findings;
    expect(found?.cases[0]).toEqual({
      params: {},
      facts: {
        since: { state: "attested", value: 259_200 },
        day: { state: "attested", value: 3 },
        used: { state: "attested", value: "0/1" },
        cause: { state: "attested", value: "none" },
        effect: { state: "attested", value: "0/1" },
        wish: { state: "attested", value: "money" },
      },
      turning: ["since", "cause"],
      settings: [],
    });
  });

  test("have months as long as the case needs them", () => {
    const body = `  a: {when: {day: {at_most: 1mo}}, give: {pay: 100%}}
  b: {when: {day: {more_than: 1mo, at_most: 3mo}}, give: {pay: 50%}}`;
    expect(shortly(proofOf(policyText(body)))).toEqual(["gap pay day=90(1mo=28,3mo=89)"]);
  });
});

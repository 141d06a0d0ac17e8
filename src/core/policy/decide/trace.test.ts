import { describe, expect, test } from "vitest";
import { one, zero } from "../../money/index.ts";
import type { CaseFacts } from "../facts.ts";
import { has } from "../compile/bits.ts";
import { decideCase } from "./decide-case.ts";
import { matchRows } from "./match.ts";
import { compiled, known, policyText } from "../testing/documents.ts";
import { expandTrace, traceOf } from "./trace.ts";

const kinds = `{pay: {pay: order.prepaid}, back: {take: order.shipping},
  sorry: {grant: points, of: order.prepaid, otherwise: none}}`;

/** The trace of one head as the first clause gives it, whatever of the facts is known. */
function traceIn(text: string, facts: CaseFacts, index = 0, answer = zero) {
  const policy = compiled(text);
  const target = { policy, head: policy.heads[index]! };
  return traceOf(target, 0, answer, facts, matchRows(policy, facts).certain);
}

describe("the arithmetic of a trace", () => {
  const arithmetic = (amount: string, facts: CaseFacts) =>
    traceIn(policyText(`  a: {why: not_covered, give: {pay: ${amount}}}`), facts).arithmetic;

  test("of a plain rate has no share", () => {
    expect(arithmetic("90%", known({ used: "1/3" }))).toEqual({
      form: "plain",
      rate: "9/10",
      fact: null,
      share: null,
      raw: "9/10",
      max: "1/1",
    });
  });

  test("of a form has its share and what comes out before it is clamped", () => {
    const facts = known({ used: "40%" });
    const told = { rate: "3/10", fact: "used", share: "2/5", max: "1/1" };
    expect(arithmetic("{rate: 30%, less: used}", facts)).toEqual({
      ...told,
      form: "less",
      raw: "-1/10",
    });
    expect(arithmetic("{rate: 30%, unused: used}", facts)).toEqual({
      ...told,
      form: "unused",
      raw: "9/50",
    });
    expect(arithmetic("{rate: 30%, part: used}", facts)).toEqual({
      ...told,
      form: "part",
      raw: "3/25",
    });
  });

  test("has no share while that is unknown or unproven", () => {
    const open = { form: "less", rate: "3/10", share: null, raw: "unknown", max: "1/1" };
    expect(arithmetic("{rate: 30%, less: used}", {})).toEqual({ ...open, fact: "used" });
    const proven = `  a:
    when: {effect: {at_most: 1}}
    give: {pay: {rate: 30%, less: effect}}`;
    const { arithmetic: unproven } = traceIn(policyText(proven), {
      effect: { state: "unproven" },
    });
    expect(unproven).toEqual({ ...open, fact: "effect" });
  });

  test("of a rate of nothing is nothing, whatever the share", () => {
    expect(arithmetic("{rate: 0%, part: used}", {})).toMatchObject({ share: null, raw: "0/1" });
    expect(arithmetic("{rate: 0%, unused: used}", {})).toMatchObject({ share: null, raw: "0/1" });
    expect(arithmetic("{rate: 0%, less: used}", {})).toMatchObject({ share: null, raw: "unknown" });
  });

  test("of a head without a clause is none", () => {
    const silent = compiled(policyText("  a: {give: {pay: 100%, back: 20%}}", kinds));
    const result = decideCase(silent, {});
    expect(() => expandTrace(result, 3)).toThrow(new RangeError("no head 3"));
    expect(expandTrace(result, 2)).toEqual({
      policy: "test@1",
      head: "sorry",
      clause: null,
      overridden: [],
      conditions: [],
      arithmetic: { form: "none", rate: "0/1", fact: null, share: null, raw: "0/1", max: "1/1" },
      why: null,
    });
  });
});

describe("why nothing is given", () => {
  const amount = "{rate: 90%, less: used}";
  const body = `  a: {give: {pay: ${amount}, back: ${amount}, sorry: ${amount}}}`;
  const why = (used: string, index: number) =>
    traceIn(policyText(body, kinds), known({ used }), index).why;

  test("is that nothing is left where a pay computes to nothing or below it", () => {
    expect(why("90%", 0)).toBe("nothing_left");
    expect(why("100%", 0)).toBe("nothing_left");
    expect(why("89%", 0)).toBeNull();
  });

  test("is told by the answer where the share is unknown", () => {
    const text = policyText(body, kinds);
    expect(traceIn(text, {}, 0, zero).why).toBe("nothing_left");
    expect(traceIn(text, {}, 0, one).why).toBeNull();
    expect(traceIn(text, {}, 1, zero).why).toBeNull();
  });

  test("needs no reason for a take or a grant", () => {
    expect(why("90%", 1)).toBeNull();
    expect(why("100%", 2)).toBeNull();
  });

  test("is not computed where a floor demands nothing in so many words", () => {
    const floor = `
makegood: floor/1
id: floor
version: 1
heads: {pay: {pay: order.prepaid}}
clauses: {a: {cite: art. 1, give: {pay: 0%}}}`;
    expect(traceIn(floor, {}).why).toBeNull();
  });

  test("is the reason that the clause names", () => {
    const named = policyText(`  a: {why: not_covered, give: {pay: ${amount}}}`);
    expect(traceIn(named, known({ used: "90%" })).why).toBe("not_covered");
    expect(traceIn(named, known({ used: "80%" })).why).toBeNull();
  });
});

describe("a condition of a trace", () => {
  const seen = (when: string, facts: CaseFacts) =>
    traceIn(policyText(`  a: {when: {${when}}, give: {pay: 100%}}`), facts).conditions.map(
      (condition) => [condition.seen, condition.met],
    );

  test("is neither met nor unmet while its fact is unknown", () => {
    expect(seen("cause: none", {})).toEqual([[null, null]]);
    expect(seen("cause: none", { cause: { state: "unknown" } })).toEqual([[null, null]]);
    expect(seen("used: {at_most: 50%}", {})).toEqual([[null, null]]);
  });

  test("has a flag as a word, an unsaid wish as its default, and other values as they are", () => {
    expect(seen("ended: yes", known({ ended: true }))).toEqual([["yes", true]]);
    expect(seen("ended: yes", known({ ended: false }))).toEqual([["no", false]]);
    expect(seen("ended: no", known({ ended: "no" }))).toEqual([["no", true]]);
    expect(seen("wish: voucher", {})).toEqual([["money", false]]);
    expect(seen("wish: money", { wish: { state: "unknown" } })).toEqual([["money", true]]);
    expect(seen("wish: voucher", known({ wish: "voucher" }))).toEqual([["voucher", true]]);
    expect(seen("cycles: {at_most: 3}", known({ cycles: 4 }))).toEqual([[4, false]]);
  });

  test("can be met by a fact that is unproven", () => {
    const unproven: CaseFacts = { effect: { state: "unproven" } };
    expect(seen("effect: unproven", unproven)).toEqual([["unproven", true]]);
    expect(seen("effect: {at_most: 1}", unproven)).toEqual([["unproven", false]]);
  });

  test("is judged in a document of more than 32 clauses as in one of few", () => {
    const lines = Array.from(
      { length: 40 },
      (_, day) => `  c${day}: {when: {day: {at_least: ${day}d, less_than: ${day + 1}d}},
    why: too_late, give: {pay: ${day}%}}`,
    );
    const policy = compiled(policyText(lines.join("\n")));
    for (const day of [0, 1, 31, 32, 33, 39]) {
      const facts = known({ day });
      const { certain } = matchRows(policy, facts);
      const met = Array.from({ length: 40 }, (_, row) => {
        const trace = traceOf({ policy, head: policy.heads[0]! }, row, zero, facts, certain);
        return trace.conditions[0]?.met;
      });
      expect(met).toEqual(Array.from({ length: 40 }, (_, row) => row === day));
      expect(has(certain, day)).toBe(true);
    }
  });
});

describe("clauses that give way", () => {
  const body = `  rest: {give: {pay: 50%, sorry: 10%}}
  mid: {when: {ended: yes}, over: [rest], give: {pay: 70%}}
  top: {when: {ended: yes, cause: trader}, over: [rest, mid], give: {pay: 100%}}`;
  const heads =
    "{pay: {pay: order.prepaid}, sorry: {grant: points, of: order.prepaid, otherwise: none}}";

  test("are those that hold for the head as well, without the one that decides", () => {
    const policy = compiled(policyText(body, heads));
    const overridden = (facts: CaseFacts) => {
      const result = decideCase(policy, facts);
      return [0, 1].map((index) => expandTrace(result, index).overridden);
    };
    expect(overridden(known({ ended: true, cause: "trader" }))).toEqual([["rest", "mid"], []]);
    expect(overridden(known({ ended: true, cause: "none" }))).toEqual([["rest"], []]);
    expect(overridden(known({ ended: false, cause: "none" }))).toEqual([[], []]);
  });
});

import { describe, expect, test } from "vitest";
import type { CaseFacts } from "../facts.ts";
import { ask, decided } from "../testing/ask.ts";
import { compiled, known, policyText } from "../testing/documents.ts";

const heads = `{pay: {pay: order.prepaid}, back: {take: order.shipping},
  sorry: {grant: points, of: order.prepaid, otherwise: none}}`;

const policyOf = () =>
  compiled(
    policyText(
      `  rest: {give: {pay: 50%, back: 50%, sorry: 50%}}
  mid: {when: {cause: breach}, over: [rest], why: not_covered, give: {pay: 0%, back: 0%}}
  top:
    when: {cause: trader}
    over: [rest]
    give: {pay: 100%, back: {rate: 50%, less: used}, sorry: {rate: 50%, less: used}}`,
      heads,
    ),
  );

const tracesOf = (facts: CaseFacts) =>
  decided(ask([policyOf()], facts)).heads.map(({ trace }) => trace[0]);

describe("the trace of a decision", () => {
  test("names the clauses that give way, head by head", () => {
    const overridden = (cause: string) =>
      tracesOf(known({ cause, used: "1/4" })).map((trace) => trace?.overridden);
    expect(overridden("trader")).toEqual([["rest"], ["rest"], ["rest"]]);
    expect(overridden("breach")).toEqual([["rest"], ["rest"], []]);
    expect(overridden("none")).toEqual([[], [], []]);
  });

  test("says what would pay where a pay is nothing, and nowhere else", () => {
    const nearest = (facts: CaseFacts) =>
      tracesOf(facts).map((trace) => trace?.nearest && trace.nearest.clause);
    expect(nearest(known({ cause: "breach", used: 0 }))).toEqual(["rest", null, null]);
    expect(nearest(known({ cause: "trader", used: "1/4" }))).toEqual([null, null, null]);
    // A take and a grant of nothing are no refusal.
    expect(nearest(known({ cause: "trader", used: "1/2" }))).toEqual([null, null, null]);
  });

  test("looks for what would pay over all that an unknown share can be", () => {
    const policy = compiled(
      policyText(`  good: {when: {cause: trader}, give: {pay: {rate: 90%, less: used}}}
  bad: {when: {cause: [none, breach]}, why: not_covered, give: {pay: 0%}}`),
    );
    const [head] = decided(ask([policy], known({ cause: "none" }))).heads;
    expect(head?.trace[0]?.nearest).toMatchObject({
      clause: "good",
      missing: [{ fact: "cause", change: "evidence" }],
    });
  });
});

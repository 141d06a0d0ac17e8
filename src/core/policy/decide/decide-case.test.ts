import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fractionText } from "../../money/index.ts";
import { decideCase } from "./decide-case.ts";
import { PolicyFault } from "../fault.ts";
import type { documentOf } from "../testing/documents.ts";
import { compiled, known, policyText } from "../testing/documents.ts";
import { anyDocument, anyFacts, anyParams } from "../testing/arbitrary.ts";
import { type NaiveAnswer, marksFrom, naiveAnswer } from "../testing/naive.ts";
import { expandTrace } from "./trace.ts";
import { tries } from "../../testing.ts";

const cancel = compiled(
  policyText(
    `  cool: {when: {since: {at_most: 72h}}, give: {pay: 100%}}
  late: {when: {since: {more_than: 72h}}, give: {pay: {rate: 90%, less: used}}}
  ours: {when: {cause: trader}, over: [cool, late], give: {pay: 100%, sorry: 10%}}`,
    "{pay: {pay: order.prepaid}, sorry: {grant: voucher, of: order.prepaid, otherwise: none}}",
  ),
);

function answers(facts: Parameters<typeof known>[0], policy = cancel) {
  return decideCase(policy, known(facts)).heads.map(({ clause, answer }) => [
    clause,
    fractionText(answer),
  ]);
}

describe("a case", () => {
  test("is cut exactly at the constant", () => {
    const used = { n: 1, d: 3 };
    expect(answers({ since: 259_200, used, cause: "none" })).toEqual([
      [0, "1/1"],
      [-1, "0/1"],
    ]);
    expect(answers({ since: 259_201, used, cause: "none" })).toEqual([
      [1, "17/30"],
      [-1, "0/1"],
    ]);
  });

  test("an override holds for each head that the overriding clause gives to", () => {
    expect(answers({ since: 0, used: 0, cause: "trader" })).toEqual([
      [2, "1/1"],
      [2, "1/10"],
    ]);
  });

  test("an amount stays within nothing and the base", () => {
    expect(answers({ since: 259_201, used: "95%", cause: "none" })[0]).toEqual([1, "0/1"]);
    const part = compiled(policyText("  a: {give: {pay: {rate: 100%, part: used.full}}}"));
    expect(answers({ "used.full": "250%" }, part)).toEqual([[0, "1/1"]]);
  });

  test("a share of huge terms is exact", () => {
    const huge = { n: 9_007_199_254_740_990, d: 9_007_199_254_740_991 };
    const half = compiled(policyText("  a: {give: {pay: {rate: 50%, unused: used}}}"));
    expect(answers({ used: huge }, half)).toEqual([[0, "1/18014398509481982"]]);
    const edge = compiled(
      policyText(`  a: {when: {used: {less_than: 100%}}, give: {pay: 100%}}
  b: {when: {used: {at_least: 100%}}, give: {pay: 50%}}`),
    );
    expect(answers({ used: huge }, edge)).toEqual([[0, "1/1"]]);
    expect(answers({ used: "9007199254740993/9007199254740993" }, edge)).toEqual([[1, "1/2"]]);
  });

  test("a gap and an overlap are faults with the clauses that clash", () => {
    const body = `  a: {when: {day: {at_most: 7d}}, give: {pay: 100%}}
  b: {when: {day: {at_most: 3d}, ended: yes}, give: {pay: 100%}}`;
    const policy = compiled(policyText(body));
    expect(() => decideCase(policy, known({ day: 8, ended: true }))).toThrow(
      new PolicyFault("gap", "test@1", "pay", []),
    );
    expect(() => decideCase(policy, known({ day: 3, ended: true }))).toThrow(
      "overlap in policy `test@1`, `pay`: a, b",
    );
  });

  test("months last as long as the marks of the case say", () => {
    const policy = compiled(
      policyText(`  a: {when: {day: {at_most: 12mo+14d}}, give: {pay: 100%}}
  b: {when: {day: {more_than: 12mo+14d}}, why: too_late, give: {pay: 0%}}`),
    );
    const at = (value: number, from: number) =>
      decideCase(policy, {
        day: { state: "event", value, marks: marksFrom(from, [[12, 14, "12mo+14d"]]) },
      }).heads[0]?.clause;
    // 2023-03-01 has a leap day in the year that follows, 2022-03-01 has none.
    expect([at(380, 19_417), at(381, 19_417)]).toEqual([0, 1]);
    expect([at(379, 19_052), at(380, 19_052)]).toEqual([0, 1]);
    expect(() => decideCase(policy, known({ day: 3 }))).toThrow(/missing_mark.*12mo\+14d/);
  });

  test("an unknown fact is a fault where it matters, and none where it does not", () => {
    expect(() => decideCase(cancel, known({ since: 0 }))).toThrow(
      /unknown_fact.*since, used, cause/,
    );
    expect(() => decideCase(cancel, known({ since: 300_000, cause: "none" }))).toThrow(
      new PolicyFault("unknown_fact", "test@1", "pay", ["used"]),
    );
    expect(decideCase(cancel, known({ since: 0, cause: "none" })).heads[0]?.clause).toBe(0);
  });

  test("an unsaid wish has its default", () => {
    const policy = compiled(
      policyText(`  a: {when: {wish: money}, give: {pay: 100%}}
  b: {when: {wish: voucher}, give: {pay: 50%}}`),
    );
    expect(answers({}, policy)).toEqual([[0, "1/1"]]);
    expect(answers({ wish: "voucher" }, policy)).toEqual([[1, "1/2"]]);
  });

  test("a document of more than 32 clauses decides as one of few", () => {
    const lines = Array.from(
      { length: 100 },
      (_, day) =>
        `  c${day}: {when: {day: {at_least: ${day}d, less_than: ${day + 1}d}}, over: [rest], ` +
        `give: {pay: ${day}/100}, why: too_late}`,
    );
    const policy = compiled(policyText([...lines, "  rest: {give: {pay: 100%}}"].join("\n")));
    expect(answers({ day: 0 }, policy)).toEqual([[0, "0/1"]]);
    expect(answers({ day: 63 }, policy)).toEqual([[63, "63/100"]]);
    expect(answers({ day: 100 }, policy)).toEqual([[100, "1/1"]]);
    expect(() => decideCase(policy, {})).toThrow("unknown_fact");
  });

  test("an unknown fact matters wherever among many clauses the one that asks it stands", () => {
    const others = Array.from(
      { length: 40 },
      (_, row) => `  c${row}: {when: {cycles: ${row === 39 ? "{at_most: 98}" : "{more_than: 98}"}},
    over: [rest], give: {pay: 50%}}`,
    );
    const asking = "  asking: {when: {ended: yes}, over: [rest, c39], give: {pay: 100%}}";
    const rest = "  rest: {give: {pay: 10%}}";
    for (const lines of [
      [asking, ...others, rest],
      [...others, asking, rest],
    ]) {
      const policy = compiled(policyText(lines.join("\n")));
      expect(() => decideCase(policy, known({ cycles: 3 }))).toThrow("unknown_fact");
      expect(answers({ cycles: 3, ended: true }, policy)[0]?.[1]).toBe("1/1");
      expect(answers({ cycles: 3, ended: false }, policy)[0]?.[1]).toBe("1/2");
    }
  });

  test("random documents answer as the slow evaluator does", () => {
    fc.assert(
      fc.property(anyDocument, anyParams, anyFacts, (document, params, facts) => {
        const policy = compiled(document, params);
        const naive = document.heads.map((head) => naiveAnswer(document, params, facts, head));
        expect(fast(() => decideCase(policy, facts), document.clauses)).toEqual(firstFault(naive));
      }),
      { seed: 20_261, numRuns: tries(400) },
    );
  });
});

type Clauses = ReturnType<typeof documentOf>["clauses"];

function fast(decide: () => ReturnType<typeof decideCase>, clauses: Clauses) {
  try {
    return decide().heads.map(({ clause, answer }) => ({
      clause: clauses[clause]?.name ?? null,
      answer: fractionText(answer),
    }));
  } catch (error) {
    if (error instanceof PolicyFault) return error.code;
    throw error;
  }
}

function firstFault(answers: readonly NaiveAnswer[]) {
  return answers.find((answer) => typeof answer === "string") ?? answers;
}

describe("a trace in full", () => {
  test("has the clause, what gives way, every condition and the arithmetic", () => {
    const result = decideCase(cancel, known({ since: 300_000, used: "1/3", cause: "none" }));
    expect(expandTrace(result, 0)).toEqual({
      policy: "test@1",
      head: "pay",
      clause: "late",
      overridden: [],
      conditions: [
        {
          fact: "since",
          seen: 300_000,
          needed: { bounds: [{ operator: "more_than", constant: "72h" }] },
          met: true,
        },
      ],
      arithmetic: {
        form: "less",
        rate: "9/10",
        fact: "used",
        share: "1/3",
        raw: "17/30",
        max: "1/1",
      },
      why: null,
    });
    expect(expandTrace(result, 1)).toMatchObject({
      clause: null,
      conditions: [],
      arithmetic: { form: "none", raw: "0/1" },
      why: null,
    });
    expect(() => expandTrace(result, 2)).toThrow("no head 2");
  });

  test("names overridden clauses of its own head only", () => {
    const result = decideCase(cancel, known({ since: 0, used: 0, cause: "trader" }));
    expect(expandTrace(result, 0).overridden).toEqual(["cool"]);
    expect(expandTrace(result, 1).overridden).toEqual([]);
  });

  test("a computed nothing has a reason, the clause's own before the general one", () => {
    const result = decideCase(cancel, known({ since: 300_000, used: "90%", cause: "none" }));
    expect(expandTrace(result, 0)).toMatchObject({
      why: "nothing_left",
      arithmetic: { raw: "0/1" },
    });
    const below = decideCase(cancel, known({ since: 300_000, used: 1, cause: "none" }));
    expect(expandTrace(below, 0)).toMatchObject({
      why: "nothing_left",
      arithmetic: { raw: "-1/10" },
    });
    const named = compiled(
      policyText("  a: {why: not_covered, give: {pay: {rate: 100%, part: used}}}"),
    );
    const zero = decideCase(named, known({ used: 0 }));
    expect(expandTrace(zero, 0).why).toBe("not_covered");
    expect(expandTrace(decideCase(named, known({ used: 1 })), 0).why).toBeNull();
  });

  test("fills parameters in and tells flags, options and the unproven", () => {
    const text = `
makegood: policy/1
id: test
version: 3
params: {notice: {of: day, range: [0d, 60d], default: 15d}}
heads: {pay: {pay: line.paid}}
clauses:
  a: {when: {day: {at_least: $notice}, ended: yes, defect: [none, unproven]}, give: {pay: 100%}}
  b: {over: [], when: {day: {less_than: $notice}}, give: {pay: 50%}}`;
    const policy = compiled(text, { notice: "20d" });
    const result = decideCase(policy, {
      ...known({ day: 20, ended: true }),
      defect: { state: "unproven" },
    });
    expect(expandTrace(result, 0).conditions).toEqual([
      {
        fact: "day",
        seen: 20,
        needed: { bounds: [{ operator: "at_least", constant: "20d" }] },
        met: true,
      },
      { fact: "ended", seen: "yes", needed: { options: ["yes"] }, met: true },
      { fact: "defect", seen: "unproven", needed: { options: ["none", "unproven"] }, met: true },
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { policyText } from "../testing/documents.ts";
import { floorOf, proofOf, shortly } from "../testing/proof.ts";
import { prove } from "./prove.ts";

const findings = (body: string, heads?: string) => shortly(proofOf(policyText(body, heads)));
const withParams = (body: string, params: string) =>
  shortly(proofOf(policyText(body).replace("heads:", `params: ${params}\nheads:`)));
const cells = (body: string, heads?: string) =>
  proofOf(policyText(body, heads)).properties.map((property) => property.cells);

describe("exactly one answer", () => {
  test("is proven where the cells are covered, and no finer than they are read", () => {
    const proof = proofOf(
      policyText(`  soon: {when: {since: {at_most: 72h}}, give: {pay: 100%}}
  late: {when: {since: {more_than: 72h}, ended: no}, give: {pay: 50%}}
  over: {when: {since: {more_than: 72h}, ended: yes}, give: {pay: 20%}}`),
    );
    expect(proof).toMatchObject({
      document: "test@1",
      hash: "hash",
      proven: true,
      findings: [],
      untold: 0,
      assumptions: [],
      notes: [],
      properties: [{ kind: "one_answer", heads: ["pay"], about: [], cells: 3, proven: true }],
    });
  });

  test.each([
    ["a gap above", "at_most: 72h", "gap pay since=259201"],
    ["a gap from a constant on", "less_than: 72h", "gap pay since=259200"],
    ["a gap below", "more_than: 72h", "gap pay since=259200"],
    ["a gap before a constant", "at_least: 72h", "gap pay since=259199"],
  ])("%s is shown at the constant", (_, bound, expected) => {
    expect(findings(`  a: {when: {since: {${bound}}}, give: {pay: 100%}}`)).toEqual([expected]);
  });

  test.each([
    ["at_most: 50%", "gap pay used=5001/10000"],
    ["less_than: 50%", "gap pay used=1/2"],
    ["more_than: 50%", "gap pay used=1/2"],
    ["at_least: 50%", "gap pay used=4999/10000"],
    ["more_than: 0%", "gap pay used=0/1"],
    ["less_than: 100%", "gap pay used=1/1"],
  ])("a share that is not %s is shown beside it", (bound, expected) => {
    expect(findings(`  a: {when: {used: {${bound}}}, give: {pay: 100%}}`)).toEqual([expected]);
  });

  test("a gap between two constants is shown just above the lower one", () => {
    expect(
      findings(`  a: {when: {day: {at_most: 7d}}, give: {pay: 100%}}
  b: {when: {day: {at_least: 10d}}, give: {pay: 0%}, why: too_late}`),
    ).toEqual(["gap pay day=8"]);
    expect(
      findings(`  a: {when: {day: {at_most: 7d}}, give: {pay: 100%}}
  b: {when: {day: {at_least: 8d}}, give: {pay: 0%}, why: too_late}`),
    ).toEqual([]);
  });

  test("bounds at the ends of a range leave nothing outside", () => {
    expect(findings("  a: {when: {cycles: {at_least: 0}}, give: {pay: 100%}}")).toEqual([]);
    expect(findings("  a: {when: {cycles: {at_most: 99}}, give: {pay: 100%}}")).toEqual([]);
    expect(findings("  a: {when: {cycles: {more_than: 0}}, give: {pay: 100%}}")).toEqual([
      "gap pay cycles=0",
    ]);
    expect(findings("  a: {when: {cycles: {less_than: 99}}, give: {pay: 100%}}")).toEqual([
      "gap pay cycles=99",
    ]);
    expect(findings("  a: {when: {cycles: {less_than: 0}}, give: {pay: 100%}}")).toEqual([
      "gap pay",
    ]);
    expect(findings("  a: {when: {cycles: {more_than: 99}}, give: {pay: 100%}}")).toEqual([
      "gap pay",
    ]);
  });

  test("an option without a clause is a gap, and options with one answer are one cell", () => {
    const body = `  a: {when: {cause: none}, give: {pay: 100%}}`;
    expect(findings(body)).toEqual(["gap pay cause=trader"]);
    expect(cells(body)).toEqual([2]);
    expect(findings("  a: {when: {ended: yes}, give: {pay: 100%}}")).toEqual(["gap pay ended=no"]);
  });

  test("clauses that clash are named once for all cases, without those that give way", () => {
    expect(
      findings(`  a: {when: {since: {at_most: 72h}}, give: {pay: 100%}}
  b: {when: {since: {at_least: 72h}}, give: {pay: 50%}}
  c: {when: {cause: trader}, over: [b], give: {pay: 90%}}`),
    ).toEqual([
      "overlap pay [a, c] since=259199 cause=trader",
      "overlap pay [a, b] since=259200 cause=none",
    ]);
  });

  test("an override holds per head alone", () => {
    const heads =
      "{pay: {pay: order.prepaid}, ship: {pay: order.shipping}, " +
      "gift: {grant: voucher, of: order.prepaid, otherwise: none}}";
    expect(
      findings(
        `  a: {when: {}, give: {pay: 100%, ship: 100%}}
  b: {when: {cause: trader}, over: [a], give: {pay: 50%}}
  c: {when: {cause: trader}, give: {ship: 50%, gift: 10%}}`,
        heads,
      ),
    ).toEqual(["overlap ship [a, c] cause=trader"]);
  });

  test("a clause that gives way still overrides", () => {
    const body = `  a: {when: {}, give: {pay: 10%}}
  b: {when: {cause: [trader, breach]}, over: [a], give: {pay: 20%}}
  c: {when: {cause: trader, ended: yes}, over: [b], give: {pay: 30%}}`;
    expect(findings(body)).toEqual([]);
    expect(cells(body)).toEqual([4]);
  });

  test("what cannot change the answer any more is not read", () => {
    const body = `  a: {when: {ended: yes}, give: {pay: 10%}}
  b: {when: {ended: no}, give: {pay: 20%}}
  all: {when: {cause: trader}, over: [a, b], give: {pay: 100%}}
  most: {when: {cause: breach}, over: [a, b], give: {pay: 90%}}`;
    expect(cells(body)).toEqual([4]);
  });

  test("what the customer has to prove can be unproven, and must be covered", () => {
    const heads = "{price: {pay: line.paid}}";
    const body = `  bad: {when: {defect: quality}, give: {price: 100%}}
  good: {when: {defect: none}, give: {price: 0%}, why: not_covered}`;
    expect(findings(body, heads)).toEqual(["gap price defect=unproven"]);
    const whole = body.replace("defect: none", "defect: [none, unproven]");
    expect(findings(whole, heads)).toEqual([]);
  });

  test("a gap over values and the unproven is shown for each", () => {
    expect(findings("  a: {when: {effect: {at_most: 50%}}, give: {pay: 100%}}")).toEqual([
      "gap pay effect=5001/10000",
      "gap pay effect=unproven",
    ]);
    expect(findings("  a: {when: {effect: unproven}, give: {pay: 100%}}")).toEqual([
      "gap pay effect=0/1",
    ]);
  });

  test("a grant may be silent, and a floor too; neither may answer twice", () => {
    const heads = "{sorry: {grant: voucher, of: order.prepaid, otherwise: none}}";
    expect(findings("  a: {when: {ended: yes}, give: {sorry: 10%}}", heads)).toEqual([]);
    const floor = floorOf(`  a1: {when: {day: {at_most: 7d}}, cite: x, give: {pay: 100%}}
  a2: {when: {ended: yes}, cite: y, give: {pay: 50%}}`);
    expect(shortly(prove(floor))).toEqual(["overlap pay [a1, a2] day=7 ended=yes"]);
  });

  test("findings beyond the limit are counted", () => {
    const body = `  a: {when: {day: {at_most: 7d}, cause: none}, give: {pay: 100%}}
  b: {when: {day: {more_than: 7d}, cause: trader}, give: {pay: 100%}}`;
    const all = proofOf(policyText(body));
    expect(all.findings.length).toBe(2);
    const one = proofOf(policyText(body), { findingsMax: 1 });
    expect(one.findings.length).toBe(1);
    expect(one.untold).toBe(1);
    expect(one.proven).toBe(false);
  });

  test("too many cells are refused, with what divides them most", () => {
    const body = `  a: {when: {day: {at_most: 7d}}, give: {pay: 100%}}
  b: {when: {day: {more_than: 7d}, cause: none}, give: {pay: 50%}}
  c: {when: {day: {more_than: 7d}, cause: [trader, breach]}, give: {pay: 50%}}`;
    expect(shortly(proofOf(policyText(body), { leavesMax: 3 }))).toEqual([]);
    expect(shortly(proofOf(policyText(body), { leavesMax: 2 }))).toEqual([
      "too_wide pay {2, day, cause}",
    ]);
  });
});

describe("parameters", () => {
  const withParams = (body: string) => `
makegood: policy/1
id: test
version: 1
params:
  notice: {of: day, range: [1d, 60d], default: 15d}
  mode: {choice: [keep, linear], default: linear}
heads: {pay: {pay: order.prepaid}}
clauses:
${body}`;
  const found = (body: string) => shortly(proofOf(withParams(body)));

  test("are proven over their whole range, and shown at their defaults where that will do", () => {
    expect(
      found(`  a: {when: {day: {at_most: $notice}}, give: {pay: 100%}}
  b: {when: {day: {more_than: $notice}}, give: {pay: 50%}}`),
    ).toEqual([]);
    expect(
      found(`  a: {when: {day: {at_most: $notice}}, give: {pay: 100%}}
  b: {when: {day: {at_least: $notice}}, give: {pay: 50%}}`),
    ).toEqual(["overlap pay [a, b] day=15 $notice=15d"]);
    expect(found("  a: {when: {day: {less_than: $notice}}, give: {pay: 100%}}")).toEqual([
      "gap pay day=15 $notice=15d",
    ]);
  });

  test("are moved where only another value shows the fault", () => {
    expect(
      found(`  a: {when: {day: {at_most: $notice}}, give: {pay: 100%}}
  b: {when: {day: {more_than: 10d}}, give: {pay: 50%}}`),
    ).toEqual(["gap pay day=10 $notice=9d", "overlap pay [a, b] day=11 $notice=15d"]);
    expect(
      found(`  a: {when: {day: {at_most: $notice}}, give: {pay: 100%}}
  b: {when: {day: {more_than: 60d}}, give: {pay: 50%}}
  c: {when: {day: {more_than: $notice, at_most: 60d}}, give: {pay: 20%}}`),
    ).toEqual([]);
  });

  test("that are choices are tried each", () => {
    expect(found("  a: {when: {mode: keep}, give: {pay: 100%}}")).toEqual(["gap pay $mode=linear"]);
    expect(
      found(`  a: {when: {mode: keep}, give: {pay: 100%}}
  b: {when: {mode: [keep, linear]}, give: {pay: 50%}}`),
    ).toEqual(["overlap pay [a, b] $mode=keep"]);
  });
});

describe("months", () => {
  test("are as long as they can be", () => {
    expect(
      findings(`  a: {when: {day: {at_most: 1mo}}, give: {pay: 100%}}
  b: {when: {day: {more_than: 1mo}}, give: {pay: 50%}}`),
    ).toEqual([]);
    expect(
      findings(`  a: {when: {day: {at_most: 1mo}}, give: {pay: 100%}}
  b: {when: {day: {at_least: 3mo}}, give: {pay: 50%}}`),
    ).toEqual(["gap pay day=29(1mo=28,3mo=89)"]);
  });

  test("beside days leave a gap where they are longer, an overlap where shorter", () => {
    expect(
      findings(`  a: {when: {day: {at_most: 30d}}, give: {pay: 100%}}
  b: {when: {day: {more_than: 1mo}}, give: {pay: 50%}}`),
    ).toEqual(["overlap pay [a, b] day=29(1mo=28)", "gap pay day=31(1mo=31)"]);
    expect(
      findings(`  a: {when: {day: {at_most: 1mo}}, give: {pay: 100%}}
  b: {when: {day: {more_than: 30d}}, over: [a], give: {pay: 50%}}
  c: {when: {day: {more_than: 1mo, at_most: 30d}}, give: {pay: 50%}}`),
    ).toEqual([]);
  });

  test("beside a parameter in days are proven over its whole range", () => {
    const withNotice = (body: string, range = "[0d, 90d], default: 15d") =>
      withParams(body, `{notice: {of: day, range: ${range}}}`);
    const whole = `  a: {when: {day: {at_most: $notice}}, give: {pay: 100%}}
  b: {when: {day: {more_than: $notice, at_most: 2mo}}, give: {pay: 50%}}
  c: {when: {day: {more_than: 2mo}}, over: [a], give: {pay: 20%}}`;
    expect(withNotice(whole)).toEqual([]);
    expect(withNotice(whole.replace("over: [a], ", ""))).toEqual([
      "overlap pay [a, c] day=60(2mo=59) $notice=60d",
    ]);
    expect(withNotice(whole.replace("at_most: 2mo}", "less_than: 2mo}"))).toEqual([
      "gap pay day=59(2mo=59) $notice=15d",
    ]);
    expect(withNotice(whole.replace("over: [a], ", ""), "[0d, 59d], default: 15d")).toEqual([]);
  });

  test("at the end of a parameter that others come near are refused, with the way out", () => {
    const body = (bound: string) => `  a: {when: {day: {at_most: $notice}}, give: {pay: 100%}}
  b: {when: {day: {more_than: $notice}}, give: {pay: 50%}}
  c: {when: {day: {more_than: ${bound}}}, over: [a, b], give: {pay: 20%}}`;
    const params = "{notice: {of: day, range: [1mo, 3mo], default: 2mo}}";
    expect(withParams(body("2mo"), params)).toEqual([]);
    expect(withParams(body("90d"), params)).toEqual(["not_comparable {day, 3mo, 90d}"]);
    expect(withParams(body("1mo"), params)).toEqual(["not_comparable {day, 1mo, 1mo}"]);
  });
});

describe("links and assumptions", () => {
  test("cases that a link excludes are not reported", () => {
    const body = `  a: {when: {since: {at_most: 72h}}, give: {pay: 100%}}
  b: {when: {since: {more_than: 72h}, day: {at_most: 4d}}, give: {pay: 50%}}
  c: {when: {since: {more_than: 72h}, day: {more_than: 4d}}, give: {pay: 20%}}
  d: {when: {since: {at_most: 72h}, day: {at_least: 5d}}, give: {pay: 10%}}`;
    expect(findings(body)).toEqual([]);
    expect(findings(body.replace("at_least: 5d", "at_least: 4d"))).toEqual([]);
    expect(findings(body.replace("at_least: 5d", "at_least: 3d"))).toEqual([
      "overlap pay [a, d] since=172801 day=3",
    ]);
  });

  test("a fact that is never below another leaves no cell below it", () => {
    const body = `  a: {when: {used: {at_most: 50%}}, give: {pay: 100%}}
  b: {when: {used: {more_than: 50%}, used.full: {more_than: 50%}}, give: {pay: 50%}}`;
    expect(findings(body)).toEqual([]);
    expect(
      findings(body.replace("used.full: {more_than: 50%}", "used.full: {more_than: 60%}")),
    ).toEqual(["gap pay used=5001/10000 used.full=5001/10000"]);
  });

  test("cases in an assumed box are left out, and the box is listed", () => {
    const text = `${policyText("  a: {when: {day: {at_most: 7d}}, give: {pay: 100%}}")}
assume:
  quick: {never: {day: {more_than: 7d}}}`;
    const proof = proofOf(text);
    expect(shortly(proof)).toEqual([]);
    expect(proof.assumptions.map(({ name }) => name)).toEqual(["quick"]);
  });

  test("beside an assumed box the case is shown", () => {
    const text = (never: string) => `${policyText(
      "  a: {when: {day: {at_most: 7d}}, give: {pay: 100%}}",
    )}
assume:
  quick: {never: ${never}}`;
    expect(shortly(proofOf(text("{day: {more_than: 9d}}")))).toEqual(["gap pay day=8"]);
    expect(shortly(proofOf(text("{cause: none}")))).toEqual(["gap pay day=8 cause=trader"]);
    expect(shortly(proofOf(text("{cause: [none, trader, breach]}")))).toEqual([]);
  });
});

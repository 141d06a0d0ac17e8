import { describe, expect, test } from "vitest";
import type { FloorDocument, PolicyDocument } from "../model.ts";
import { catalogue, documentOf, policyText } from "../testing/documents.ts";
import { floorOf, proofOf, shortly } from "../testing/proof.ts";
import { checkComparable } from "./comparable.ts";
import { prove } from "./prove.ts";
import { tellFinding, tellProof } from "./tell-finding.ts";

function policyOf(text: string): PolicyDocument {
  const document = documentOf(text);
  if (document.kind !== "policy") throw new Error("no policy");
  return document;
}

const week = floorOf("  a1: {when: {day: {at_most: 7d}}, cite: art. 1, give: {pay: 80%}}");
const month: FloorDocument = {
  ...floorOf("  b1: {when: {day: {at_most: 30d}}, cite: art. 9, give: {pay: 10%}}"),
  id: "month",
};

describe("floors", () => {
  const text = `${policyText(`  a: {when: {day: {at_most: 7d}}, give: {pay: 80%}}
  b: {when: {day: {more_than: 7d}}, why: too_late, give: {pay: 0%}}`)}
floors: [least, month]`;

  test("are found by their names, and each finding by its floor", () => {
    const document = policyOf(text);
    const proof = prove(document, { floors: [month, week] });
    expect(shortly(proof)).toEqual(["below_floor pay [b] month@3:b1 0/1 1/10 day=8"]);
    const [found] = proof.findings;
    if (found === undefined) throw new Error("nothing found");
    expect(tellFinding(found, document, [week, month], "en")).toContain(
      "where clause `b1` of floor `month@3` demands at least 10%: the days since payment: 8 days",
    );
    const named = { ...document, floors: ["least"] };
    expect(prove(named, { floors: [month, week] }).proven).toBe(true);
  });

  test("that are not at hand are findings and no notes", () => {
    const proof = prove(policyOf(text), { floors: [{ ...month, verified: false }] });
    expect(proof.findings.map(({ kind, facts }) => [kind, ...facts])).toEqual([
      ["missing_floor", "least"],
      ["below_floor"],
    ]);
    expect(proof.notes).toEqual([{ kind: "unverified_floor", floor: "month@3" }]);
    expect(prove(policyOf(text)).notes).toEqual([]);
    expect(prove(week).notes).toEqual([]);
  });

  test("bind where some claim and some customer are common to both", () => {
    const kinds = (own: string[], floor: string[]) =>
      prove(
        { ...policyOf(text), floors: ["least"], answers: own },
        { floors: [{ ...week, answers: floor }] },
      ).notes.map(({ kind }) => kind);
    expect(kinds(["cancel", "refund"], ["refund", "warranty"])).toEqual([]);
    expect(kinds(["cancel"], ["refund", "warranty"])).toEqual(["floor_elsewhere"]);
    const binds = (own: PolicyDocument["binds"], floor: PolicyDocument["binds"]) =>
      prove(
        { ...policyOf(text), floors: ["least"], binds: own },
        { floors: [{ ...week, binds: floor }] },
      ).notes.map(({ kind }) => kind);
    expect(binds(["consumer", "business"], ["consumer"])).toEqual([]);
    expect(binds(["business"], ["consumer"])).toEqual(["floor_elsewhere"]);
  });

  test("that mean another type of fact by a name are refused", () => {
    const { since } = catalogue.facts;
    if (since === undefined) throw new Error("no time");
    const other = { ...week, facts: { day: { ...since, name: "day" } } };
    expect(shortly(prove({ ...policyOf(text), floors: ["least"] }, { floors: [other] }))).toEqual([
      "fact_conflict least@3:– {day}",
    ]);
  });

  test("are kept with months and parameters on both sides", () => {
    const floor = floorOf("  a1: {when: {day: {at_most: 1mo}}, cite: art. 1, give: {pay: 50%}}");
    const policy = policyOf(`
makegood: policy/1
id: test
version: 1
params:
  grace: {of: day, range: [32d, 60d], default: 40d}
  mode: {choice: [full, half], default: half}
heads: {pay: {pay: order.prepaid}}
clauses:
  full: {when: {mode: full, day: {at_most: $grace}}, give: {pay: 100%}}
  half: {when: {mode: half, day: {at_most: $grace}}, give: {pay: 40%}}
  rest: {when: {day: {more_than: $grace}}, give: {pay: 0%}, why: too_late}
floors: [least]`);
    expect(shortly(prove(policy, { floors: [floor] }))).toEqual([
      "below_floor pay [half] least@3:a1 2/5 1/2 day=28(1mo=28) $grace=40d $mode=half",
    ]);
  });
});

describe("a proof", () => {
  test("of two promises about time says which was proven", () => {
    const proof = proofOf(`${policyText("  a: {give: {pay: 50%}}")}
promises: {time: {pay: {never_falls: [since]}}}`);
    expect(proof.properties).toEqual([
      { kind: "one_answer", heads: ["pay"], about: [], cells: 1, proven: true },
      { kind: "never_falls", heads: ["pay"], about: ["since"], cells: 1, proven: true },
    ]);
    const both = proofOf(`${policyText("  a: {give: {pay: 50%}}")}
promises: {time: {pay: {never_falls: [since], never_rises: [day]}}}`);
    expect(both.properties.map(({ kind }) => kind)).toEqual([
      "one_answer",
      "never_rises",
      "never_falls",
    ]);
  });

  test("of blindness counts its cells and what it leaves untold", () => {
    const body = `  a: {when: {region: north, day: {at_most: 7d}}, give: {pay: 50%}}
  b: {when: {region: south, day: {at_most: 7d}}, give: {pay: 40%}}
  c: {when: {day: {more_than: 7d}}, give: {pay: 10%}}`;
    const proof = proofOf(`${policyText(body)}\npromises: {blind_to: [region]}`, {
      findingsMax: 1,
    });
    expect(proof.untold).toBe(1);
    expect(proof.properties.at(-1)).toEqual({
      kind: "blind_to",
      heads: [],
      about: ["region"],
      cells: 5,
      proven: false,
    });
  });

  test("of blindness sees every clause, amount and box that reads", () => {
    const heads = "{pay: {pay: order.prepaid}, ship: {pay: order.shipping}}";
    const text = `${policyText(
      `  a: {give: {pay: 50%, ship: {rate: 0%, less: used}}, why: too_late}`,
      heads,
    )}
promises: {blind_to: [used, region]}
assume: {odd: {never: {ended: yes, region: south}}}`;
    expect(shortly(proofOf(text))).toEqual([
      "reads_attribute [a] {used}",
      "reads_attribute [odd] {region}",
    ]);
  });

  test("of blindness follows each fact that a derived one reads", () => {
    const score = {
      ...catalogue.facts["used"]!,
      name: "score",
      derived: "score@1",
      reads: ["since", "region"],
    };
    const facts = { ...catalogue.facts, score };
    const document = documentOf(
      `${policyText("  a: {when: {score: {at_most: 100%}}, give: {pay: 50%}}")}
promises: {blind_to: [region]}`,
      { ...catalogue, facts },
    );
    expect(shortly(prove(document, { facts }))).toEqual([
      "derived_reads_attribute {region, score}",
    ]);
  });

  test("tells the cases on which either of two compared answers turns", () => {
    const body = `  a: {when: {since: {at_most: 72h}, ended: yes}, give: {pay: 10%}}
  b: {when: {since: {at_most: 72h}, ended: no}, give: {pay: 10%}}
  c: {when: {since: {more_than: 72h}}, give: {pay: 20%}}
  d: {when: {cycles: {at_least: 0}, wish: money}, over: [a, b, c], give: {pay: 5%}}`;
    const proof = proofOf(`${policyText(body)}
promises: {time: {pay: {never_rises: [since]}}}`);
    expect(shortly(proof)).toEqual([
      "rises pay [b, c] 1/10 1/5 {since} since=259200 ended=no wish=voucher | " +
        "since=259201 ended=no wish=voucher",
      "rises pay [a, c] 1/10 1/5 {since} since=259200 ended=yes wish=voucher | " +
        "since=259201 ended=yes wish=voucher",
    ]);
  });
});

describe("constants of policy and floor", () => {
  test("in days and in months lie to each other as they can", () => {
    const policy = documentOf(policyText("  a: {when: {day: {at_most: 1mo}}, give: {pay: 10%}}"));
    const floor = floorOf("  a1: {when: {day: {at_most: 30d}}, cite: x, give: {pay: 10%}}");
    expect(checkComparable(policy, floor)).toEqual([]);
  });
});

test("a floor whose policy says nothing at all is told so", () => {
  const heads = "{sorry: {grant: points, of: order.prepaid, otherwise: none}}";
  const floor = floorOf("  a1: {when: {ended: yes}, cite: art. 1, give: {sorry: 10%}}", heads);
  const document = documentOf(
    `${policyText("  a: {when: {ended: no}, give: {sorry: 10%}}", heads)}\nfloors: [least]`,
  );
  const [found] = prove(document, { floors: [floor] }).findings;
  if (found === undefined) throw new Error("nothing found");
  const told = (language: "zh-CN" | "en") => tellFinding(found, document, [floor], language);
  expect(told("en")).toBe(
    "`sorry` is 0% (by no clause) where clause `a1` of floor `least@3` demands at least 10%: " +
      "the contract has ended; raise what the clause gives, or add one",
  );
  expect(told("zh-CN")).toBe(
    "款项 `sorry` 为 0%（没有条款），而底线 `least@3` 条款 `a1` 要求至少 10%：" +
      "the contract has ended。请提高该条款，或补写一个条款",
  );
});

test("a whole proof tells parameters in its boxes, and its cells together", () => {
  const document = documentOf(`
makegood: policy/1
id: test
version: 1
params:
  grace: {of: day, range: [1d, 9d], default: 3d}
  notice: {of: day, range: [1d, 60d], default: 15d}
heads: {pay: {pay: order.prepaid}, ship: {pay: order.shipping}}
clauses:
  a: {when: {day: {at_most: $notice}}, give: {pay: 80%, ship: 1%}}
  b: {when: {day: {more_than: $notice}}, give: {pay: 70%, ship: 1%}}
assume:
  late: {never: {day: {more_than: $notice}, ended: yes}}`);
  expect(tellProof(prove(document), document, "en")).toEqual([
    "test@1 is proven (cells: 4)",
    "  proven: `pay` has exactly one answer in every case",
    "  proven: `ship` has exactly one answer in every case",
    "  taken never to happen: the days since payment is more than $notice; the contract has ended",
  ]);
});

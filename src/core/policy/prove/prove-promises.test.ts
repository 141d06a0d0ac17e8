import { describe, expect, test } from "vitest";
import { catalogue, documentOf, policyText } from "../testing/documents.ts";
import { proofOf, shortly } from "../testing/proof.ts";
import { prove } from "./prove.ts";

const promising = (body: string, promises: string, heads?: string) =>
  `${policyText(body, heads)}\npromises: ${promises}`;
const found = (body: string, promises: string, heads?: string) =>
  shortly(proofOf(promising(body, promises, heads)));

describe("never_rises and never_falls", () => {
  const rises = "{time: {pay: {never_rises: [since]}}}";

  test("between cells, told by the cases on both sides of the constant", () => {
    const body = (late: string) => `  soon: {when: {since: {at_most: 72h}}, give: {pay: 50%}}
  late: {when: {since: {more_than: 72h}}, give: {pay: ${late}}}`;
    expect(found(body("50%"), rises)).toEqual([]);
    expect(found(body("40%"), rises)).toEqual([]);
    expect(found(body("51%"), rises)).toEqual([
      "rises pay [soon, late] 1/2 51/100 {since} since=259200 | since=259201",
    ]);
    const falls = "{time: {pay: {never_falls: [since]}}}";
    expect(found(body("51%"), falls)).toEqual([]);
    expect(found(body("40%"), falls)).toEqual([
      "falls pay [soon, late] 1/2 2/5 {since} since=259200 | since=259201",
    ]);
  });

  test("over more than one cell", () => {
    const body = `  a: {when: {day: {at_most: 1d}}, give: {pay: 50%}}
  b: {when: {day: {more_than: 1d, at_most: 9d}}, give: {pay: 20%}}
  c: {when: {day: {more_than: 9d}}, give: {pay: 30%}}`;
    expect(found(body, "{time: {pay: {never_rises: [day]}}}")).toEqual([
      "rises pay [b, c] 1/5 3/10 {day} day=9 | day=10",
    ]);
    const down = `  a: {when: {day: {at_most: 1d}}, give: {pay: 20%}}
  b: {when: {day: {more_than: 1d, at_most: 9d}}, give: {pay: 50%}}
  c: {when: {day: {more_than: 9d}}, give: {pay: 30%}}`;
    expect(found(down, "{time: {pay: {never_rises: [day]}}}")).toEqual([
      "rises pay [a, b] 1/5 1/2 {day} day=1 | day=2",
      "rises pay [a, c] 1/5 3/10 {day} day=1 | day=10",
    ]);
  });

  test("within a cell", () => {
    const body = (form: string) =>
      `  a: {when: {}, why: too_late, give: {pay: {rate: 90%, ${form}: used}}}`;
    const up = "{time: {pay: {never_rises: [used]}}}";
    const down = "{time: {pay: {never_falls: [used]}}}";
    expect(found(body("less"), up)).toEqual([]);
    expect(found(body("unused"), up)).toEqual([]);
    expect(found(body("part"), down)).toEqual([]);
    expect(found(body("part"), up)).toHaveLength(1);
    expect(found(body("less"), down)).toHaveLength(1);
    expect(found(body("unused"), down)).toEqual([
      "falls pay [a, a] 9/10 89991/100000 {used} used=0/1 | used=1/10000",
    ]);
  });

  test("where the growth of one form meets another", () => {
    const body = (rate: string) => `  a:
    {when: {used: {at_most: 50%}}, why: too_late, give: {pay: {rate: 100%, unused: used}}}
  b: {when: {used: {more_than: 50%}}, why: too_late, give: {pay: {rate: ${rate}, less: used}}}`;
    const up = "{time: {pay: {never_rises: [used]}}}";
    expect(found(body("100%"), up)).toEqual([]);
    expect(proofOf(promising(body("100%"), up)).proven).toBe(true);
    const higher = body("100%").replace("rate: 100%, unused", "rate: 80%, unused");
    expect(found(higher, up)).toHaveLength(1);
    expect(found(higher, up)[0]).toMatch(/^rises pay \[a, b\] /);
  });

  test("with a parameter between, over its whole range", () => {
    const text = (early: string) => `
makegood: policy/1
id: test
version: 1
params: {grace: {of: used, range: [0%, 50%], default: 10%}}
heads: {pay: {take: order.prepaid}}
clauses:
  early: {when: {used: {less_than: $grace}}, give: {pay: ${early}}}
  late: {when: {used: {at_least: $grace}}, give: {pay: {rate: 100%, unused: used}}}
promises: {time: {pay: {never_rises: [used]}}}`;
    expect(shortly(proofOf(text("100%")))).toEqual([]);
    expect(shortly(proofOf(text("70%")))).toEqual([
      "rises pay [early, late] 7/10 9/10 {used} used=999/10000 $grace=10% | used=1/10 $grace=10%",
    ]);
    // At the default nothing rises; at a smaller value of the parameter it does.
    expect(shortly(proofOf(text("95%")))).toHaveLength(1);
    expect(shortly(proofOf(text("95%")))[0]).not.toContain("$grace=10%");
  });

  test("when several facts grow together, and not when one of them falls", () => {
    const body = `  a: {when: {since: {at_most: 72h}, used: {at_most: 50%}}, give: {pay: 50%}}
  b: {when: {since: {at_most: 72h}, used: {more_than: 50%}}, give: {pay: 30%}}
  c: {when: {since: {more_than: 72h}, used: {at_most: 50%}}, give: {pay: 40%}}
  d: {when: {since: {more_than: 72h}, used: {more_than: 50%}}, give: {pay: 10%}}`;
    expect(found(body, "{time: {pay: {never_rises: [since, used]}}}")).toEqual([]);
    const risen = body.replace("give: {pay: 10%}", "give: {pay: 45%}");
    expect(found(risen, "{time: {pay: {never_rises: [since, used]}}}")).toEqual([
      "rises pay [b, d] 3/10 9/20 {since, used} " +
        "since=259200 used=5001/10000 | since=259201 used=5001/10000",
      "rises pay [c, d] 2/5 9/20 {since, used} " +
        "since=259201 used=1/2 | since=259201 used=5001/10000",
    ]);
    expect(found(risen, "{time: {pay: {never_rises: [since]}}}")).toEqual([
      "rises pay [b, d] 3/10 9/20 {since} " +
        "since=259200 used=5001/10000 | since=259201 used=5001/10000",
    ]);
  });

  test("links hold in both cases", () => {
    const body = `  a: {when: {used: {at_most: 50%}}, give: {pay: 50%}}
  b: {when: {used: {more_than: 50%}, used.full: {at_most: 50%}}, give: {pay: 90%}}
  c: {when: {used: {more_than: 50%}, used.full: {more_than: 50%}}, give: {pay: 40%}}`;
    expect(found(body, "{time: {pay: {never_rises: [used]}}}")).toEqual([]);
  });

  test("what is unproven in one case is so in the other", () => {
    const body = `  a: {when: {effect: {at_most: 50%}}, give: {pay: 50%}}
  b: {when: {effect: {more_than: 50%}}, give: {pay: 20%}}
  c: {when: {effect: unproven}, give: {pay: 100%}}`;
    expect(found(body, "{time: {pay: {never_rises: [effect]}}}")).toEqual([]);
    const late = `  a: {when: {effect: {at_least: 0%}}, give: {pay: 50%}}
  b: {when: {effect: unproven, day: {at_most: 7d}}, give: {pay: 20%}}
  c: {when: {effect: unproven, day: {more_than: 7d}}, give: {pay: 30%}}`;
    expect(found(late, "{time: {pay: {never_rises: [effect, day]}}}")).toEqual([
      "rises pay [b, c] 1/5 3/10 {effect, day} day=7 effect=unproven | day=8 effect=unproven",
    ]);
  });

  test("silence counts as nothing", () => {
    const heads = "{sorry: {grant: voucher, of: order.prepaid, otherwise: none}}";
    const body = "  a: {when: {day: {more_than: 7d}}, give: {sorry: 10%}}";
    expect(found(body, "{time: {sorry: {never_rises: [day]}}}", heads)).toEqual([
      "rises sorry [–, a] 0/1 1/10 {day} day=7 | day=8",
    ]);
  });

  test("a gap is not reported a second time", () => {
    const body = `  a: {when: {since: {at_most: 72h}}, give: {pay: 50%}}
  b: {when: {since: {more_than: 80h}}, give: {pay: 50%}}`;
    expect(found(body, rises)).toEqual(["gap pay since=259201"]);
  });

  test("facts that no clause reads are promised for nothing", () => {
    const proof = proofOf(promising("  a: {give: {pay: 50%}}", rises));
    expect(proof.properties.map(({ kind, cells, about }) => [kind, cells, about])).toEqual([
      ["one_answer", 1, []],
      ["never_rises", 1, ["since"]],
    ]);
  });
});

describe("blind_to", () => {
  const blind = "{blind_to: [region]}";

  test("is proven where nothing reads the attribute, and says what it does not cover", () => {
    const proof = proofOf(promising("  a: {give: {pay: 50%}}", blind));
    expect(proof.proven).toBe(true);
    expect(proof.properties.at(-1)).toEqual({
      kind: "blind_to",
      heads: [],
      about: ["region"],
      cells: 0,
      proven: true,
    });
    expect(proof.notes).toEqual([{ kind: "blind_scope", facts: ["region"] }]);
  });

  test("two cases that differ in nothing else are shown", () => {
    const body = `  a: {when: {region: north, day: {at_most: 7d}}, give: {pay: 50%}}
  b: {when: {region: south, day: {at_most: 7d}}, give: {pay: 40%}}
  c: {when: {day: {more_than: 7d}}, give: {pay: 10%}}`;
    expect(found(body, blind)).toEqual([
      "reads_attribute pay [a, b] 1/2 2/5 {region} day=7 region=north | day=7 region=south",
      "reads_attribute pay [b, a] 2/5 1/2 {region} day=7 region=south | day=7 region=north",
    ]);
  });

  test("reading without effect is reported with the clauses that read", () => {
    const body = `  a: {when: {region: north}, give: {pay: 50%}}
  b: {when: {region: south}, give: {pay: 50%}}`;
    expect(found(body, blind)).toEqual(["reads_attribute [a, b] {region}"]);
  });

  test("an assumption may not read it either", () => {
    const text = `${promising("  a: {give: {pay: 50%}}", blind)}
assume:
  never.south: {never: {region: south}}`;
    expect(shortly(proofOf(text))).toEqual(["reads_attribute [never.south] {region}"]);
  });

  test("a share that is an attribute shows in the amount", () => {
    const body = "  a: {why: too_late, give: {pay: {rate: 100%, unused: used}}}";
    const [shown] = found(body, "{blind_to: [used]}");
    expect(shown).toMatch(/^reads_attribute pay \[a, a\] /);
  });

  test("derived facts are followed to what they read", () => {
    const facts = {
      ...catalogue.facts,
      score: { ...catalogue.facts["used"]!, name: "score", derived: "score@1", reads: ["rank"] },
      rank: { ...catalogue.facts["used"]!, name: "rank", derived: "rank@1", reads: ["region"] },
    };
    const body = "  a: {when: {score: {at_most: 100%}}, give: {pay: 50%}}";
    const document = documentOf(promising(body, blind), { ...catalogue, facts });
    expect(shortly(prove(document, { facts }))).toEqual([
      "derived_reads_attribute {region, score}",
    ]);
    const { rank, ...known } = facts;
    expect(rank.derived).toBe("rank@1");
    expect(prove(document, { facts: known }).proven).toBe(true);
    const circular = { ...facts, rank: { ...rank, reads: ["score"] } };
    expect(prove(document, { facts: circular }).proven).toBe(true);
    const plain = { ...facts, rank: { ...rank, derived: null } };
    expect(prove(document, { facts: plain }).proven).toBe(true);
  });
});

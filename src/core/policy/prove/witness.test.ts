import { describe, expect, test } from "vitest";
import { documentOf, policyText, same } from "../testing/documents.ts";
import { floorOf, proofOf, shortly } from "../testing/proof.ts";
import type { RuleDocument } from "../model.ts";
import { prove } from "./prove.ts";

const waste = `
facts:
  waste: {type: ratio, range: [0%, 100%], ${same("the waste")}}`;

describe("a case is found", () => {
  test("where the answers of policy and floor turn on facts that nothing else ties", () => {
    const floor = floorOf("  a1: {cite: art. 1, give: {pay: {rate: 100%, less: used}}}");
    const policy = (amount: string) =>
      documentOf(
        `${policyText(`  a: {why: too_late, give: {pay: ${amount}}}`)}\nfloors: [least]${waste}`,
      );
    const found = (amount: string) => shortly(prove(policy(amount), { floors: [floor] }));
    expect(found("{rate: 100%, less: waste}")).toEqual([
      "below_floor pay [a] least@3:a1 9999/10000 1/1 used=0/1 waste=1/10000",
    ]);
    expect(found("{rate: 100%, part: waste}")).toEqual([
      "below_floor pay [a] least@3:a1 0/1 1/1 used=0/1 waste=0/1",
    ]);
    expect(found("100%")).toEqual([]);
  });

  test("just before what divides two cases, on the facts that grow alone", () => {
    const text = `${policyText(`  a:
    {when: {since: {at_most: 72h}, used: {more_than: 20%, at_most: 50%}}, give: {pay: 10%}}
  b: {when: {since: {more_than: 72h}, used: {more_than: 20%, at_most: 50%}}, give: {pay: 20%}}
  c: {when: {used: {at_most: 20%}}, give: {pay: 5%}}
  d: {when: {used: {more_than: 50%}}, give: {pay: 5%}}`)}
promises: {time: {pay: {never_rises: [since]}}}`;
    expect(shortly(proofOf(text))).toEqual([
      "rises pay [a, b] 1/10 1/5 {since} " +
        "since=259200 used=2001/10000 | since=259201 used=2001/10000",
    ]);
  });
});

describe("of heads on one base", () => {
  const heads = "{one: {pay: order.prepaid}, two: {pay: order.shipping}}";
  const onOneBase = (document: RuleDocument): RuleDocument => ({
    ...document,
    heads: document.heads.map((head) => ({ ...head, base: "order.prepaid" })),
  });
  const found = (body: string) =>
    shortly(prove(onOneBase(documentOf(policyText(body, heads) + waste))));
  const parts = (used: string, wasted: string) => `  a: {when:
    {used: {at_most: ${used}}, waste: {at_most: ${wasted}}}, why: too_late,
    give: {one: {rate: 100%, part: used}, two: {rate: 100%, part: waste}}}
  b: {when: {used: {more_than: ${used}}}, why: too_late, give: {one: 0%, two: 0%}}
  c: {when: {used: {at_most: ${used}}, waste: {more_than: ${wasted}}}, why: too_late,
    give: {one: 0%, two: 0%}}`;

  test("shares of different facts are added", () => {
    expect(found(parts("50%", "50%"))).toEqual([]);
    const [shown, ...more] = found(parts("50%", "60%"));
    expect(more).toEqual([]);
    expect(shown).toMatch(/^above_base one\+two \[a, a\] /);
  });

  test("constants are added where there is no fact at all", () => {
    expect(found("  a: {give: {one: 60%, two: 40%}}")).toEqual([]);
    expect(found("  a: {give: {one: 60%, two: 41%}}")).toEqual([
      "above_base one+two [a, a] 3/5 41/100",
    ]);
  });
});

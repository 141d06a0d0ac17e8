import { describe, expect, test } from "vitest";
import type { PolicyDocument, RuleDocument } from "../model.ts";
import { documentOf, policyText } from "../testing/documents.ts";
import { floorOf, shortly } from "../testing/proof.ts";
import { prove } from "./prove.ts";

function policyOf(body: string, heads?: string): PolicyDocument {
  const document = documentOf(`${policyText(body, heads)}\nfloors: [least]`);
  if (document.kind !== "policy") throw new Error("no policy");
  return document;
}

const week = floorOf("  a1: {when: {day: {at_most: 7d}}, cite: art. 1, give: {pay: 80%}}");
const found = (body: string, floor = week, heads?: string) =>
  shortly(prove(policyOf(body, heads), { floors: [floor] }));

describe("a floor that pays", () => {
  test("is kept by what pays as much, and where it is silent by anything", () => {
    const body = `  a: {when: {day: {at_most: 7d}}, give: {pay: 80%}}
  b: {when: {day: {more_than: 7d}}, why: too_late, give: {pay: 0%}}`;
    const proof = prove(policyOf(body), { floors: [week] });
    expect(proof.proven).toBe(true);
    expect(proof.properties.at(-1)).toEqual({
      kind: "floor",
      heads: ["pay"],
      about: ["least@3"],
      cells: 2,
      proven: true,
    });
  });

  test("names the case, the clauses and both answers where it is not kept", () => {
    const body = `  a: {when: {day: {at_most: 6d}}, give: {pay: 80%}}
  b: {when: {day: {more_than: 6d}}, give: {pay: 79%}}`;
    expect(found(body)).toEqual(["below_floor pay [b] least@3:a1 79/100 4/5 day=7"]);
  });

  test("is compared within a cell, with shares on both sides", () => {
    const floor = floorOf("  a1: {cite: art. 1, give: {pay: {rate: 100%, less: used}}}");
    const body = (amount: string) => `  a: {why: too_late, give: {pay: ${amount}}}`;
    expect(found(body("{rate: 100%, less: used}"), floor)).toEqual([]);
    expect(found(body("{rate: 100%, unused: used}"), floor)).toEqual([]);
    expect(found(body("100%"), floor)).toEqual([]);
    expect(found(body("{rate: 90%, less: used}"), floor)).toEqual([
      "below_floor pay [a] least@3:a1 0/1 1/10 used=9/10",
    ]);
    expect(found(body("{rate: 100%, less: used.full}"), floor)).toEqual([
      "below_floor pay [a] least@3:a1 0/1 1/1 used=0/1 used.full=1/1",
    ]);
    // What is used at the discount is never more than at the full price.
    const full = floorOf("  a1: {cite: art. 1, give: {pay: {rate: 100%, less: used.full}}}");
    expect(found(body("{rate: 100%, less: used}"), full)).toEqual([]);
  });

  test("is not kept by a policy without the head", () => {
    const heads = "{ship: {pay: order.shipping}}";
    expect(found("  a: {give: {ship: 100%}}", week, heads)).toEqual([
      "below_floor pay least@3:a1 0/1 4/5 day=7",
    ]);
    const nothing = floorOf("  a1: {when: {}, cite: art. 1, give: {pay: 0%}}");
    expect(found("  a: {give: {ship: 100%}}", nothing, heads)).toEqual([]);
  });

  test("is kept when some wish of the customer keeps it", () => {
    const body = (rate: string) => `  money: {when: {wish: money}, give: {pay: ${rate}}}
  voucher: {when: {wish: voucher}, why: not_covered, give: {pay: 0%}}`;
    expect(found(body("80%"))).toEqual([]);
    expect(found(body("70%"))).toEqual([
      "below_floor pay [money, voucher] least@3:a1 7/10 4/5 day=7",
    ]);
  });

  test("is kept by a wish that is not the usual one, but in each case by one of them", () => {
    const usual = `  money: {when: {wish: money}, why: too_late, give: {pay: 0%}}
  voucher: {when: {wish: voucher}, give: {pay: 80%}}`;
    expect(found(usual, floorOf("  a1: {cite: art. 1, give: {pay: 80%}}"))).toEqual([]);
    const less = `  money: {when: {wish: money, cause: [none, trader]}, give: {pay: 80%}}
  less: {when: {wish: money, cause: breach}, give: {pay: 50%}}
  voucher: {when: {wish: voucher}, give: {pay: 60%}}`;
    expect(found(less, floorOf("  a1: {cite: art. 1, give: {pay: 80%}}"))).toEqual([
      "below_floor pay [less, voucher] least@3:a1 3/5 4/5 cause=breach",
    ]);
  });

  test("is not kept by wishes that keep it in no case together", () => {
    const floor = floorOf("  a1: {cite: art. 1, give: {pay: 60%}}");
    const body = `  money:
    {when: {wish: money}, why: too_late, give: {pay: {rate: 100%, unused: used}}}
  voucher: {when: {wish: voucher}, why: too_late, give: {pay: {rate: 100%, part: used}}}`;
    const [shown] = found(body, floor);
    expect(shown).toMatch(/^below_floor pay \[money, voucher\] least@3:a1 /);
    const lower = floorOf("  a1: {cite: art. 1, give: {pay: 50%}}");
    expect(found(body, lower)).toEqual([]);
  });

  test("may demand a grant", () => {
    const heads = "{sorry: {grant: points, of: order.prepaid, otherwise: none}}";
    const floor = floorOf("  a1: {when: {ended: yes}, cite: art. 1, give: {sorry: 10%}}", heads);
    expect(found("  a: {when: {ended: yes}, give: {sorry: 10%}}", floor, heads)).toEqual([]);
    expect(found("  a: {when: {ended: no}, give: {sorry: 10%}}", floor, heads)).toEqual([
      "below_floor sorry [–] least@3:a1 0/1 1/10 ended=yes",
    ]);
  });

  test("months of policy and floor lie to each other as they can", () => {
    const floor = floorOf("  a1: {when: {day: {at_most: 1mo}}, cite: art. 1, give: {pay: 50%}}");
    const body = (days: string) => `  a: {when: {day: {at_most: ${days}}}, give: {pay: 50%}}
  b: {when: {day: {more_than: ${days}}}, why: too_late, give: {pay: 0%}}`;
    expect(found(body("31d"), floor)).toEqual([]);
    expect(found(body("30d"), floor)).toEqual([
      "below_floor pay [b] least@3:a1 0/1 1/2 day=31(1mo=31)",
    ]);
    expect(found(body("1mo"), floor)).toEqual([]);
    expect(found(body("1mo+1d"), floor)).toEqual([]);
    expect(found(body("2mo"), floor)).toEqual([]);
    const long = floorOf("  a1: {when: {day: {at_most: 12mo}}, cite: art. 1, give: {pay: 50%}}");
    expect(found(body("11mo+30d"), long)).toEqual([
      "below_floor pay [b] least@3:a1 0/1 1/2 day=365(12mo=365,11mo+30d=364)",
    ]);
    expect(found(body("11mo+31d"), long)).toEqual([]);
  });
});

describe("a floor that allows to take", () => {
  const heads = "{price: {pay: line.paid}, gift: {take: line.gift}}";
  const floor = floorOf(
    `  a1: {when: {line.day: {at_most: 7d}}, cite: art. 1, give: {price: 100%}}
  a2: {when: {line.day: {at_most: 7d}}, cite: art. 2, give: {gift: 30%}}`,
    heads,
  );
  const body = (gift: string) => `  a: {give: {price: 100%, gift: ${gift}}}`;

  test("says the most that is taken", () => {
    expect(found(body("30%"), floor, heads)).toEqual([]);
    expect(found(body("0%"), floor, heads)).toEqual([]);
    expect(found(body("31%"), floor, heads)).toEqual([
      "above_floor gift [a] least@3:a2 31/100 3/10 line.day=7",
    ]);
    expect(found("  a: {give: {price: 100%}}", floor, "{price: {pay: line.paid}}")).toEqual([]);
  });

  test("lets nothing else be taken where it pays", () => {
    const own = "{price: {pay: line.paid}, fee: {take: line.paid}}";
    const taking = (days: string) => `  a: {give: {price: 100%}}
  b: {when: {line.day: {at_most: ${days}}}, give: {fee: 0%}}
  c: {when: {line.day: {more_than: ${days}}}, give: {fee: 10%}}`;
    expect(found(taking("7d"), floor, own)).toEqual([]);
    expect(found(taking("6d"), floor, own)).toEqual([
      "not_allowed fee [c] least@3:a1 1/10 1/1 line.day=7",
    ]);
  });
});

describe("which floors are proven", () => {
  const body = "  a: {give: {pay: 80%}}";
  const policy = policyOf(body);
  const notes = (document: RuleDocument, floor = week) =>
    prove(document, { floors: [floor] }).notes.map(({ kind }) => kind);

  test("one that is not at hand is reported", () => {
    expect(shortly(prove(policy))).toEqual(["missing_floor {least}"]);
  });

  test("one that the policy does not name is left out", () => {
    const proof = prove({ ...policy, floors: [] }, { floors: [week] });
    expect(proof.properties.map(({ kind }) => kind)).toEqual(["one_answer"]);
  });

  test("one of other claims or other customers demands nothing", () => {
    const cancel = { ...policy, answers: ["cancel"] };
    expect(notes(cancel)).toEqual([]);
    expect(notes(cancel, { ...week, answers: ["cancel", "refund"] })).toEqual([]);
    expect(notes(cancel, { ...week, answers: ["refund"] })).toEqual(["floor_elsewhere"]);
    expect(notes(policy, { ...week, answers: ["refund"] })).toEqual([]);
    const business = { ...policy, binds: ["business" as const] };
    expect(notes(business, { ...week, binds: ["consumer"] })).toEqual(["floor_elsewhere"]);
    const low = policyOf("  a: {why: too_late, give: {pay: 0%}}");
    expect(
      prove({ ...low, binds: ["business"] }, { floors: [{ ...week, binds: ["consumer"] }] }).proven,
    ).toBe(true);
  });

  test("one whose text was not at hand is marked", () => {
    expect(notes(policy, { ...week, verified: false })).toEqual(["unverified_floor"]);
  });

  test("one that means another fact by a name is refused", () => {
    const { day } = week.facts;
    if (day === undefined) throw new Error("no day");
    const other = { ...week, facts: { day: { ...day, scope: "line" as const } } };
    const reading = policyOf(`  a: {when: {day: {at_most: 7d}}, give: {pay: 80%}}
  b: {when: {day: {more_than: 7d}}, give: {pay: 80%}}`);
    expect(shortly(prove(reading, { floors: [other] }))).toEqual(["fact_conflict least@3:– {day}"]);
    expect(prove(policy, { floors: [other] }).findings).toEqual([]);
  });
});

describe("several heads on one base", () => {
  const two = "{one: {pay: order.prepaid}, other: {pay: order.prepaid}}";
  const found = (body: string, demanded: string, floorHeads = "{pay: {pay: order.prepaid}}") =>
    shortly(
      prove(
        documentOf(policyText(body, two).replace("version: 1", "version: 1\nfloors: [least]")),
        {
          floors: [floorOf(demanded, floorHeads)],
        },
      ),
    );

  test("keep a floor by their sum", () => {
    const least = "  a1: {cite: x, give: {pay: 80%}}";
    expect(found("  a: {give: {one: 50%, other: 30%}}", least)).toEqual([]);
    expect(found("  a: {give: {one: 50%, other: 29%}}", least)).toEqual([
      "below_floor one+other [a] least@3:a1 79/100 4/5",
    ]);
  });

  test("by shares that rise and fall against each other", () => {
    const level =
      "  a: {why: too_late, give: " +
      "{one: {rate: 70%, unused: used}, other: {rate: 80%, part: used}}}";
    expect(found(level, "  a1: {cite: x, give: {pay: 70%}}")).toEqual([]);
    expect(found(level, "  a1: {cite: x, give: {pay: 71%}}")).toEqual([
      "below_floor one+other [a] least@3:a1 70999/100000 71/100 used=999/10000",
    ]);
  });

  test("of the floor demand their sum, each where it speaks", () => {
    const least = `  a1: {when: {ended: yes}, cite: x, give: {p: 30%}}
  a2: {when: {cause: trader}, cite: x, give: {q: 40%}}`;
    const heads = "{p: {pay: order.prepaid}, q: {pay: order.prepaid}}";
    expect(found("  a: {give: {one: 50%, other: 20%}}", least, heads)).toEqual([]);
    expect(found("  a: {give: {one: 50%, other: 19%}}", least, heads)).toEqual([
      "below_floor one+other [a] least@3:a2 69/100 7/10 cause=trader ended=yes",
    ]);
    expect(found("  a: {why: too_late, give: {one: 29%, other: 0%}}", least, heads)).toEqual([
      "below_floor one+other [a] least@3:a1 29/100 3/10 cause=none ended=yes",
      "below_floor one+other [a] least@3:a2 29/100 2/5 cause=trader ended=no",
    ]);
  });

  test("that take are held against the most that may be taken by their sum", () => {
    const taking = "{one: {take: order.prepaid}, other: {take: order.prepaid}}";
    const text = (rate: string) =>
      policyText(`  a: {give: {one: 10%, other: ${rate}}}`, taking).replace(
        "version: 1",
        "version: 1\nfloors: [least]",
      );
    const floor = floorOf("  a1: {cite: x, give: {back: 30%}}", "{back: {take: order.prepaid}}");
    expect(shortly(prove(documentOf(text("20%")), { floors: [floor] }))).toEqual([]);
    expect(shortly(prove(documentOf(text("21%")), { floors: [floor] }))).toEqual([
      "above_floor one+other [a] least@3:a1 31/100 3/10",
    ]);
  });

  test("a floor's head is matched by its base, whatever its name", () => {
    const least = "  a1: {cite: x, give: {one: 50%}}";
    const none = found(
      "  a: {give: {one: 60%, other: 20%}}",
      least,
      "{one: {pay: order.shipping}}",
    );
    expect(none).toEqual(["below_floor one least@3:a1 0/1 1/2"]);
  });
});

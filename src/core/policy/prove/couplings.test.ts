import { describe, expect, test } from "vitest";
import { fractionText } from "../../money/index.ts";
import { documentOf, policyText, same } from "../testing/documents.ts";
import { proofOf, shortly } from "../testing/proof.ts";
import { buildSpace } from "./build-space.ts";
import { factOf, instanceOf } from "./instance.ts";

const own = `
facts:
  other: {type: days, range: [0d, 1095d], ${same("the other days")}}
  tested: {type: ratio, range: [0%, 50%], by: reviewer, burden: customer, proof: [report],
    at_least_fact: used, ${same("the share tested")}}
  seen: {type: ratio, range: [0%, 100%], by: reviewer, burden: customer, proof: [report],
    ${same("the share seen")}}`;

function couplings(body: string): string[] {
  const { space } = buildSpace([instanceOf(documentOf(policyText(body) + own))]);
  return space.couplings.map(({ linear }) => {
    const terms = [...linear.terms].map(([index, factor]) => {
      const { source } = space.variables[index] ?? {};
      const name = source?.kind === "mark" ? `${source.fact} ${source.period}` : source?.kind;
      return `${fractionText(factor)} ${name ?? "?"}`;
    });
    return [...terms, fractionText(linear.constant)].join(" + ");
  });
}

describe("months of one fact", () => {
  test("lie apart by their days where they are equally many", () => {
    const body = `  a: {when: {day: {at_most: 3mo+2d}}, give: {pay: 1%}}
  b: {when: {day: {at_most: 3mo+9d}}, give: {pay: 1%}}`;
    expect(couplings(body)).toEqual([
      "1/1 day 3mo+9d + -1/1 day 3mo+2d + -7/1",
      "1/1 day 3mo+2d + -1/1 day 3mo+9d + 7/1",
    ]);
  });

  test("lie apart by what the calendar lets them where they are more", () => {
    expect(
      couplings(`  a: {when: {day: {at_most: 3mo}}, give: {pay: 1%}}
  b: {when: {day: {at_most: 4mo+9d}}, give: {pay: 1%}}`),
    ).toEqual(["1/1 day 4mo+9d + -1/1 day 3mo + -37/1", "1/1 day 3mo + -1/1 day 4mo+9d + 40/1"]);
  });

  test("say nothing of another fact's months", () => {
    expect(
      couplings(`  a: {when: {day: {at_most: 3mo}}, give: {pay: 1%}}
  b: {when: {other: {at_most: 3mo+9d}}, give: {pay: 1%}}`),
    ).toEqual([]);
  });
});

describe("what is unproven", () => {
  const found = (body: string) => shortly(proofOf(policyText(body) + own));

  test("is tied to nothing", () => {
    // As long as it has a value, `tested` is at least `used`, and at most one half.
    expect(
      found(`  a: {when: {tested: {at_least: 0%}}, give: {pay: 1%}}
  b: {when: {tested: unproven, used: {at_most: 50%}}, give: {pay: 1%}}`),
    ).toEqual(["gap pay used=5001/10000 tested=unproven"]);
    expect(
      found(`  a: {when: {tested: unproven}, give: {pay: 1%}}
  b: {when: {tested: {at_least: 0%}, used: {at_most: 50%}}, give: {pay: 1%}}`),
    ).toEqual([]);
  });

  test("may stand beside a fact that is known", () => {
    expect(
      found(`  a: {when: {seen: {at_most: 50%}, effect: {at_least: 0%}}, give: {pay: 1%}}
  b: {when: {seen: {more_than: 50%}}, give: {pay: 1%}}
  c: {when: {seen: unproven, effect: unproven}, give: {pay: 1%}}`),
    ).toEqual(["gap pay effect=unproven seen=1/2", "gap pay effect=0/1 seen=unproven"]);
  });
});

test("a condition names a fact of the document, and asks an order of ordered ones alone", () => {
  const document = documentOf(policyText("  a: {when: {day: {at_most: 7d}}, give: {pay: 1%}}"));
  expect(factOf(document, "day").type).toBe("days");
  expect(() => factOf(document, "constructor")).toThrow("no fact `constructor`");
  const ended = documentOf(policyText("  a: {when: {ended: yes}, give: {pay: 1%}}")).facts["ended"];
  if (ended === undefined) throw new Error("no flag");
  const broken = { ...document, facts: { day: { ...ended, name: "day" } } };
  expect(() => buildSpace([instanceOf(broken)])).toThrow("an interval of what has no order");
});

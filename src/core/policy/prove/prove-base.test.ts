import { describe, expect, test } from "vitest";
import type { Head, RuleDocument } from "../model.ts";
import { documentOf, policyText } from "../testing/documents.ts";
import { shortly } from "../testing/proof.ts";
import { prove } from "./prove.ts";

/** The heads of a document as if they were of another direction. */
function turned(document: RuleDocument, change: Partial<Head>): RuleDocument {
  return { ...document, heads: document.heads.map((head) => ({ ...head, ...change })) };
}

const heads = "{one: {pay: order.prepaid}, two: {pay: order.prepaid}}";
const document = (body: string) => documentOf(policyText(body, heads));

describe("several heads on one base", () => {
  test("stay within it", () => {
    const proof = prove(document("  a: {give: {one: 60%, two: 40%}}"));
    expect(proof.proven).toBe(true);
    expect(proof.properties.at(-1)).toEqual({
      kind: "within_base",
      heads: ["one", "two"],
      about: [],
      cells: 1,
      proven: true,
    });
  });

  test("are shown in a case in which they come to more", () => {
    const body = `  a: {give: {one: 60%}}
  b: {when: {ended: yes}, give: {two: 41%}}
  c: {when: {ended: no}, give: {two: 40%}}`;
    expect(shortly(prove(document(body)))).toEqual([
      "above_base one+two [a, b] 3/5 41/100 ended=yes",
    ]);
  });

  test("with shares", () => {
    const body = (rate: string) =>
      "  a: {why: too_late, give: {one: {rate: 100%, unused: used}, " +
      `two: {rate: ${rate}, part: used}}}`;
    expect(shortly(prove(document(body("100%"))))).toEqual([]);
    const less =
      "  a: {why: too_late, give: {one: {rate: 100%, less: used}, two: {rate: 10%, part: used}}}";
    expect(shortly(prove(document(less)))).toEqual([]);
    const more = "  a: {why: too_late, give: {one: {rate: 50%, less: used}, two: 60%}}";
    expect(shortly(prove(document(more)))).toEqual([
      "above_base one+two [a, a] 4001/10000 3/5 used=999/10000",
    ]);
  });

  test("take heads too; grants have a maximum of their own", () => {
    const body = "  a: {give: {one: 60%, two: 60%}}";
    const taking = turned(document(body), { direction: "take" });
    expect(shortly(prove(taking))).toEqual(["above_base one+two [a, a] 3/5 3/5"]);
    const granting = turned(document(body), { direction: "grant" });
    expect(shortly(prove(granting))).toEqual([]);
  });

  test("of other bases, or of the other direction, are not summed", () => {
    const apart =
      "{one: {pay: order.prepaid}, two: {pay: order.shipping}, three: {take: order.prepaid}}";
    const text = policyText("  a: {give: {one: 60%, two: 60%, three: 60%}}", apart);
    const { properties } = prove(documentOf(text));
    expect(properties.map(({ kind }) => kind)).toEqual(["one_answer", "one_answer", "one_answer"]);
  });

  test("of three the sum counts, and each is told", () => {
    const three =
      "{one: {pay: order.prepaid}, two: {pay: order.prepaid}, six: {pay: order.prepaid}}";
    const text = (last: string) =>
      policyText(`  a: {why: too_late, give: {one: 50%, two: 30%, six: ${last}}}`, three);
    expect(shortly(prove(documentOf(text("20%"))))).toEqual([]);
    expect(shortly(prove(documentOf(text("21%"))))).toEqual([
      "above_base one+two+six [a, a, a] 1/2 3/10 21/100",
    ]);
  });

  test("a gap is not reported a second time", () => {
    const body = `  a: {give: {one: 60%}}
  b: {when: {ended: yes}, give: {two: 60%}}`;
    expect(shortly(prove(document(body)))).toEqual([
      "gap two ended=no",
      "above_base one+two [a, b] 3/5 3/5 ended=yes",
    ]);
  });
});

import { describe, expect, test } from "vitest";
import type { Head, RuleDocument } from "../model.ts";
import { documentOf, policyText } from "../testing/documents.ts";
import { shortly } from "../testing/proof.ts";
import { prove } from "./prove.ts";

/** The reader makes authors join heads of one base; the proof does not rely on that. */
function onOneBase(document: RuleDocument, change: Partial<Head> = {}): RuleDocument {
  const heads = document.heads.map((head) => ({ ...head, base: "order.prepaid", ...change }));
  return { ...document, heads };
}

const heads = "{one: {pay: order.prepaid}, two: {pay: order.shipping}}";
const document = (body: string) => onOneBase(documentOf(policyText(body, heads)));

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
    const taking = onOneBase(documentOf(policyText(body, heads)), { direction: "take" });
    expect(shortly(prove(taking))).toEqual(["above_base one+two [a, a] 3/5 3/5"]);
    const granting = onOneBase(documentOf(policyText(body, heads)), { direction: "grant" });
    expect(shortly(prove(granting))).toEqual([]);
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

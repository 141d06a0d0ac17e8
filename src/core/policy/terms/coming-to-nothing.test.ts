import { expect, it } from "vitest";
import { documentOf, policyText } from "../testing/documents.ts";
import { checkTexts } from "./index.ts";
import { headTerms } from "./head-terms.ts";
import { mayComeToNothing } from "./coming-to-nothing.ts";
import { givenTo, tellingOf } from "./telling.ts";

const telling = (clauses: string) => tellingOf(documentOf(policyText(clauses)), "en", null);

it.each([
  ["{cause: none}", "{rate: 90%, less: used}", true],
  ["{used: {at_most: 90%}}", "{rate: 90%, less: used}", true],
  ["{used: {less_than: 90%}}", "{rate: 90%, less: used}", false],
  ["{used: {less_than: 91%}}", "{rate: 90%, less: used}", true],
  ["{used: {at_least: 10%, at_most: 40%}}", "{rate: 90%, less: used}", false],
  ["{used: {more_than: 40%}}", "{rate: 90%, less: used}", true],
  ["{cause: none}", "{rate: 90%, unused: used}", true],
  ["{used: {at_most: 90%}}", "{rate: 90%, unused: used}", false],
  ["{used: {less_than: 100%}}", "{rate: 90%, unused: used}", false],
  ["{used.full: {at_most: 90%}}", "{rate: 90%, unused: used}", true],
  ["{used: {at_most: 90%}}", "{rate: 0%, unused: used}", true],
  ["{cause: none}", "{rate: 90%, part: used}", true],
  ["{used: {more_than: 0%}}", "{rate: 90%, part: used}", false],
  ["{used: {at_least: 10%}}", "{rate: 90%, part: used}", false],
  ["{used: {at_most: 10%}}", "{rate: 90%, part: used}", true],
  ["{cause: none}", "0%", true],
  ["{cause: none}", "10%", false],
])("%s gives %s: nothing is possible, %s", (when, rate, expected) => {
  const told = telling(`  all: {when: ${when}, why: too_late, give: {pay: ${rate}}}`);
  const head = told.document.heads[0]!;
  expect(givenTo(head, told).map((given) => mayComeToNothing(given, told))).toEqual([expected]);
  expect(checkTexts(told.document, { params: null })).toEqual([]);
});

const closing =
  "Where nothing is left by any of these points, nothing is paid back (the time is over).";

it.each([
  ["{cause: breach}", "{rate: 80%, less: used}", closing],
  ["{cause: breach, used: {at_most: 40%}}", "{rate: 80%, less: used}", null],
  ["{cause: breach}", "{rate: 0%, less: used}", null],
])("what goes for all points goes for %s with %s", (when, rate, expected) => {
  const told =
    telling(`  one: {when: {cause: none}, why: too_late, give: {pay: {rate: 90%, less: used}}}
  two: {when: ${when}, why: too_late, give: {pay: ${rate}}}`);
  expect(headTerms(told.document.heads[0]!, told).closing).toBe(expected);
  expect(checkTexts(told.document, { params: null })).toEqual([]);
});

import { describe, expect, test } from "vitest";
import { rowsOf } from "../compile/bits.ts";
import type { CaseFacts } from "../facts.ts";
import { matchRows } from "./match.ts";
import { compiled, known, policyText } from "../testing/documents.ts";

/** Clauses that ask two facts, and clauses that never hold beside them up to a number of rows. */
function policyOf(rows: number) {
  const asking = [
    "  a: {when: {ended: yes}, give: {pay: 100%}}",
    "  b: {when: {cause: none, ended: no}, give: {pay: 100%}}",
    "  c: {when: {cause: trader, cycles: {at_most: 3}}, give: {pay: 100%}}",
    "  d: {give: {pay: 100%}}",
  ];
  const beside = Array.from(
    { length: rows - asking.length },
    (_, row) => `  e${row}: {when: {cycles: {more_than: 50}}, give: {pay: 100%}}`,
  );
  return compiled(policyText([...beside, ...asking].join("\n")));
}

/** Rows by the names of their clauses: `certain | possible`. */
function matched(rows: number, facts: CaseFacts): string {
  const policy = policyOf(rows);
  const { certain, possible } = matchRows(policy, facts);
  return [certain, possible]
    .map((set) => rowsOf(set).map((row) => policy.document.clauses[row]?.name))
    .map((names) => names.join(" "))
    .join(" | ");
}

describe.each([4, 40])("in a document of %d clauses", (rows) => {
  test("what holds is certain where every fact is known", () => {
    const facts = known({ ended: true, cause: "trader", cycles: 3 });
    expect(matched(rows, facts)).toBe("a c d | a c d");
    const { certain, possible } = matchRows(policyOf(rows), facts);
    expect(possible).toBe(certain);
  });

  test("what may hold is kept apart from what holds whatever the unknown facts are", () => {
    const names = (text: string) => text.replaceAll(/e\d+ ?/g, "");
    expect(names(matched(rows, {}))).toBe("d | a b c d");
    expect(names(matched(rows, known({ cycles: 4 })))).toBe("d | a b d");
    expect(names(matched(rows, known({ ended: true, cycles: 0 })))).toBe("a d | a c d");
    expect(names(matched(rows, known({ ended: false, cycles: 0 })))).toBe("d | b c d");
    expect(names(matched(rows, known({ cause: "none", cycles: 0 })))).toBe("d | a b d");
    expect(names(matched(rows, known({ cause: "trader", ended: false })))).toBe("d | c d");
  });
});

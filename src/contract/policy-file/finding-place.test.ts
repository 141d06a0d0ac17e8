import { expect, test } from "vitest";
import type { Finding } from "../../core/index.ts";
import { findingPlace } from "./finding-place.ts";

const text = `makegood: policy/1
floors: [least]
heads:
  pay: {pay: order.prepaid}
clauses:
  a: {give: {pay: 100%}}
assume:
  odd: {never: {day: {more_than: 7d}}}
promises:
  blind_to: [region]
facts:
  own: {type: flag}
`;

function lineOf(found: Partial<Finding>, of = text): string {
  const none = { heads: [], clauses: [], floor: null, cases: [], answers: [], facts: [] };
  const { line, column } = findingPlace(of, { kind: "gap", ...none, ...found });
  return `${line}:${column}`;
}

test("an author is led to the clause, else to the head, else to what was promised", () => {
  expect(lineOf({ clauses: ["a"], heads: ["pay"] })).toBe("6:3");
  expect(lineOf({ clauses: [null, "a"] })).toBe("6:3");
  expect(lineOf({ clauses: ["odd"], heads: [] })).toBe("8:3");
  expect(lineOf({ heads: ["pay"] })).toBe("4:3");
  expect(lineOf({ kind: "missing_floor", facts: ["least"] })).toBe("2:1");
  expect(lineOf({ kind: "derived_reads_attribute", facts: ["region", "own"] })).toBe("10:3");
  expect(lineOf({ kind: "not_comparable", facts: ["own"] })).toBe("12:3");
  expect(lineOf({ heads: ["gone"] })).toBe("5:1");
  expect(lineOf({ heads: ["gone"] }, "makegood: policy/1\n")).toBe("1:1");
  expect(lineOf({ heads: ["pay"] }, "a: [")).toBe("1:1");
});

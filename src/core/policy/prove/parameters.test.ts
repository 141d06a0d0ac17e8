import { expect, test } from "vitest";
import { documentOf } from "../testing/documents.ts";
import { floorOf } from "../testing/proof.ts";
import { parameterOf, parametersOf } from "./parameters.ts";

const document = documentOf(`
makegood: policy/1
id: test
version: 1
params:
  notice: {of: day, range: [1d, 60d], default: 15d}
  grace: {of: day, range: [1d, 9d], default: 3d}
  mode: {choice: [a, b], default: b}
heads: {pay: {pay: order.prepaid}}
clauses: {x: {give: {pay: 10%}}}`);

test("a parameter is found by its name and kind", () => {
  expect(parameterOf(document, "grace", "constant").default.text).toBe("3d");
  expect(parameterOf(document, "mode", "choice").options).toEqual(["a", "b"]);
  expect(() => parameterOf(document, "mode", "constant")).toThrow("no constant `mode`");
  expect(() => parameterOf(document, "notice", "choice")).toThrow("no choice `notice`");
});

test("a floor has no parameters", () => {
  const floor = floorOf("  a: {cite: x, give: {pay: 10%}}");
  expect(parametersOf(floor)).toEqual([]);
  expect(() => parameterOf(floor, "mode", "choice")).toThrow(RangeError);
});

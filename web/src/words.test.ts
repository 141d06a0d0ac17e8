import { expect, test } from "vitest";
import { fill, labelOf, wordOf } from "./words.ts";

test("a hole without a value stays visible", () => {
  expect(fill("{a} and {b}", { a: 1 })).toBe("1 and {b}");
});

test("an unknown word is shown as it came", () => {
  expect(wordOf({ a: "A" }, "a")).toBe("A");
  expect(wordOf({ a: "A" }, "b")).toBe("b");
  expect(wordOf({ a: "A" }, "toString")).toBe("toString");
});

test("a label begins large where there is such a thing", () => {
  expect(labelOf("the goods are intact")).toBe("The goods are intact");
  expect(labelOf("商品完好")).toBe("商品完好");
  expect(labelOf("")).toBe("");
});

import { expect, test } from "vitest";
import { fill, wordOf } from "./words.ts";

test("a hole without a value stays visible", () => {
  expect(fill("{a} and {b}", { a: 1 })).toBe("1 and {b}");
});

test("an unknown word is shown as it came", () => {
  expect(wordOf({ a: "A" }, "a")).toBe("A");
  expect(wordOf({ a: "A" }, "b")).toBe("b");
  expect(wordOf({ a: "A" }, "toString")).toBe("toString");
});

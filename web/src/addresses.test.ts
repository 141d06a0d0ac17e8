import { expect, test } from "vitest";
import { addressOf, isPlain, partsOf } from "./addresses.ts";

test("an address leads back to its parts", () => {
  const parts = ["茶 行/a?b", "c%1"];
  expect(partsOf("/portal", addressOf("/portal", parts))).toEqual(parts);
  expect(partsOf("/portal", "/portal//demo/")).toEqual(["demo"]);
  expect(partsOf("/portal", "/portal/%E0%A4%A")).toEqual(["%E0%A4%A"]);
});

test("what is empty is not named", () => {
  const query = { number: "", status: "settled", kind: undefined, text: "a&b" };
  expect(addressOf("/console", ["claims"], query)).toBe(
    "/console/claims?status=settled&text=a%26b",
  );
});

test("a click with a key held down is the browser's", () => {
  const plain = { metaKey: false, ctrlKey: false, shiftKey: false, button: 0 };
  expect(isPlain(plain)).toBe(true);
  const others = [{ metaKey: true }, { ctrlKey: true }, { shiftKey: true }, { button: 1 }];
  expect(others.filter((part) => isPlain({ ...plain, ...part }))).toEqual([]);
});

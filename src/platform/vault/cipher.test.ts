import fc from "fast-check";
import { expect, test } from "vitest";
import { normalForm } from "./blind.ts";
import { bind, seal, unseal } from "./cipher.ts";

const key = Buffer.alloc(32, 1);

test("what is sealed comes back, and any changed bit is noticed", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), (plain, at) => {
      const sealed = seal(key, "bound", plain);
      expect(unseal(key, "bound", sealed)).toEqual(Buffer.from(plain));
      const bit = at % (sealed.length * 8);
      sealed[bit >> 3] = (sealed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => unseal(key, "bound", sealed)).toThrow();
    }),
    { seed: 46, numRuns: 300 },
  );
});

test("a seal opens with its own key and place only", () => {
  const sealed = seal(key, bind("a", "bc"), Buffer.from("x"));
  expect(() => unseal(Buffer.alloc(32, 2), bind("a", "bc"), sealed)).toThrow();
  expect(() => unseal(key, bind("ab", "c"), sealed)).toThrow();
});

test.each([
  ["email", " Li@Example.COM ", "li@example.com"],
  ["phone", "+86 138-0013-8000", "13800138000"],
  ["phone", "+44 20 7946 0000", "+442079460000"],
  ["phone", "１３８００１３８０００", "13800138000"],
  ["orderContact", "Li@Example.com", "li@example.com"],
  ["orderContact", "008613800138000", "13800138000"],
] as const)("%s `%s` is looked for as `%s`", (kind, written, looked) => {
  expect(normalForm(kind, written)).toBe(looked);
});

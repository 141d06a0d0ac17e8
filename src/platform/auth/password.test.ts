import { expect, test } from "vitest";
import { hashPassword, isPassword } from "./password.ts";

test("a password is told from any other, and its hash says nothing", async () => {
  const stored = await hashPassword("correct horse battery");
  expect(stored).toMatch(/^scrypt\$32768\$8\$3\$/);
  expect(stored).not.toContain("correct");
  expect(await hashPassword("correct horse battery")).not.toBe(stored);
  expect(await isPassword("correct horse battery", stored)).toBe(true);
  expect(await isPassword("correct horse batterz", stored)).toBe(false);
});

test("a name that nobody has is never signed in", async () => {
  expect(await isPassword("", null)).toBe(false);
});

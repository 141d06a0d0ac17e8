import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { isRefusal } from "../../contract/index.ts";
import { hashPassword, isPassword } from "./password.ts";

async function hashed(password: string): Promise<string> {
  const stored = await hashPassword("somebody", password);
  if (isRefusal(stored)) throw new Error(stored.code);
  return stored;
}

test("a password is told from any other, and its hash says nothing", async () => {
  const stored = await hashed("correct horse battery");
  expect(stored).toMatch(/^scrypt\$32768\$8\$3\$/);
  expect(stored).not.toContain("correct");
  expect(await hashed("correct horse battery")).not.toBe(stored);
  expect(await isPassword("somebody", "correct horse battery", stored)).toBe(true);
  expect(await isPassword("somebody", "correct horse batterz", stored)).toBe(false);
});

test("a name that nobody has is never signed in", async () => {
  expect(await isPassword("somebody", "", null)).toBe(false);
});

test("who asks for many at once is refused, and nobody else waits behind them", async () => {
  const order: string[] = [];
  const many = Array.from({ length: 40 }, () => isPassword("203.0.113.7", "guess", null));
  const other = isPassword("198.51.100.1", "guess", null).then((answer) => {
    order.push("other");
    return answer;
  });
  const file = readFile(import.meta.filename).then(() => order.push("file"));
  const answers = await Promise.all(many);
  const refused = answers.filter(isRefusal);
  expect(refused).toHaveLength(36);
  expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(["too_many_requests"]));
  expect(await other).toBe(false);
  await file;
  // Hashes run on no thread that reads files.
  expect(order).toEqual(["file", "other"]);
});

test("the line is bounded, whoever stands in it", async () => {
  const callers = Array.from({ length: 25 }, (_, at) => `198.51.100.${at}`);
  const answers = await Promise.all(callers.map((caller) => isPassword(caller, "guess", null)));
  const refused = answers.filter(isRefusal);
  expect(refused).toHaveLength(5);
  expect(refused[0]?.code).toBe("not_ready");
});

import { expect, test } from "vitest";
import { isId, newId } from "./ids.ts";

test("ids are UUIDv7 of their millisecond", () => {
  const at = Date.UTC(2100, 0, 1);
  const id = newId(at);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replace("-", "").slice(0, 12), 16)).toBe(at);
  expect(isId(id)).toBe(true);
  expect(isId(`${id}0`)).toBe(false);
});

test("ids of one process are distinct and in order, also within a millisecond", () => {
  const at = Date.UTC(2100, 0, 2);
  const ids = Array.from({ length: 20_000 }, () => newId(at));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
});

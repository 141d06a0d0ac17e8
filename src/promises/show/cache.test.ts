import { expect, it } from "vitest";
import { showCache } from "./cache.ts";

const file = (bytes: number) => ({ type: "x", bytes: new Uint8Array(bytes), policy: null });

it("draws what two ask for at once only once, and keeps it", async () => {
  const cached = showCache();
  let drawn = 0;
  const draw = async () => {
    drawn += 1;
    return file(1);
  };
  const [one, other] = await Promise.all([cached("a", draw), cached("a", draw)]);
  expect(one).toBe(other);
  expect(await cached("a", draw)).toBe(one);
  expect(drawn).toBe(1);
});

it("draws again what failed", async () => {
  const cached = showCache();
  const fail = () => Promise.reject(new Error("no paper"));
  await expect(cached("a", fail)).rejects.toThrow("no paper");
  expect((await cached("a", async () => file(3))).bytes).toHaveLength(3);
});

it("lets go of what was used longest ago when it holds sixteen megabytes", async () => {
  const cached = showCache();
  const made: string[] = [];
  const ask = (key: string) =>
    cached(key, async () => {
      made.push(key);
      return file(6 * 1024 * 1024);
    });
  for (const key of ["a", "b", "a", "c", "a", "b"]) await ask(key);
  expect(made).toEqual(["a", "b", "c", "b"]);
});

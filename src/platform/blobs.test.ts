import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createBlobs } from "./blobs.ts";

const folder = mkdtempSync(join(tmpdir(), "makegood-blobs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const blobs = createBlobs(folder);
const bytes = (text: string): Uint8Array => Buffer.from(text);

test("bytes come back under their hash, and the same bytes are kept once", async () => {
  const [one, two] = await Promise.all([blobs.put(bytes("report")), blobs.put(bytes("report"))]);
  expect(one).toBe(two);
  expect(Buffer.from((await blobs.get(one)) ?? []).toString()).toBe("report");
  expect(readdirSync(join(folder, one.slice(0, 2), one.slice(2, 4)))).toEqual([one]);
});

test("what is not there is null, and a name that is no hash reaches no file", async () => {
  expect(await blobs.get("0".repeat(64))).toBeNull();
  expect(await blobs.get("../../../etc/passwd")).toBeNull();
});

test("bytes that were changed on disk are an error", async () => {
  const hash = await blobs.put(bytes("whole"));
  writeFileSync(join(folder, hash.slice(0, 2), hash.slice(2, 4), hash), "broken");
  await expect(blobs.get(hash)).rejects.toThrow("is damaged on disk");
});

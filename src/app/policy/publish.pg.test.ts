import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isRefusal } from "../../contract/index.ts";
import type { Right, WirePolicyText } from "../../contract/index.ts";
import { createStaff } from "../../merchants/index.ts";
import { stateProfile } from "../../merchants/testing.ts";
import { transact } from "../../platform/index.ts";
import { type TestPlatform, testPlatform } from "../../platform/testing.ts";
import { installShipped } from "../../promises/index.ts";
import { makegoodHere, root } from "../testing.ts";

const folder = mkdtempSync(join(tmpdir(), "makegood-publish-"));
const masterKey = randomBytes(32).toString("base64");
const password = "a-long-password";
const file = join(folder, "red-packet.policy.yaml");
const shipped = readFileSync(join(root, "policies/red-packet.policy.yaml"), "utf8");

let test: TestPlatform;
beforeAll(async () => {
  test = await testPlatform({ masterKey });
  const { platform, merchantId, actor } = test;
  const unit = { merchantId, actor, route: "test" };
  await transact(platform, unit, async (tx) => {
    await installShipped(tx);
    return null;
  });
  await stateProfile(test, merchantId);
  const staff: [string, Right[]][] = [
    ["author", ["publish", "approve"]],
    ["second", ["approve"]],
  ];
  for (const [signInName, rights] of staff) {
    const made = await createStaff(platform, unit, {
      signInName,
      displayName: signInName,
      password,
      rights,
    });
    if (isRefusal(made)) throw new Error(made.code);
  }
  writeFileSync(file, shipped.replace("version: 2", "version: 3"));
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true, force: true });
});

function run(...args: string[]) {
  const { app, owner, keys } = test.database.urls;
  return makegoodHere(["policy", ...args], {
    MAKEGOOD_DATA: folder,
    DATABASE_URL: app,
    DATABASE_OWNER_URL: owner,
    MAKEGOOD_KEYS_URL: keys,
    MAKEGOOD_MASTER_KEY: masterKey,
    MAKEGOOD_PASSWORD: password,
  });
}

it("takes a file to publication with two persons, each of whom has a password", async () => {
  const asked = await run("publish", file, "--as", "author");
  expect(asked.stderr).toBe("");
  expect(asked.stdout).toBe(
    "red-packet@3 is proven\n" +
      "it waits for a second person: `makegood policy approve red-packet@3 --as NAME`\n",
  );
  const own = await run("approve", "red-packet@3", "--as", "author");
  expect([own.code, own.stderr]).toEqual([
    1,
    "whoever wrote `red-packet@3` or had it verified does not approve it; ask a colleague\n",
  ]);
  const refused = await run("publish", file, "--as", "second");
  expect(refused.stderr).toContain("does not have the right `publish`");
  expect((await run("approve", "red-packet@3", "--as", "second")).code).toBe(0);
  const published = await run("publish", file, "--as", "author", "--json");
  const version = JSON.parse(published.stdout) as WirePolicyText;
  expect(version).toMatchObject({ status: "published", approval: { how: "second_person" } });
  const again = await run("publish", file, "--as", "author");
  expect(again.stdout).toBe("red-packet@3 is published: new orders pin it\n");
});

it("says what is not proven at its place, and keeps it as a draft", async () => {
  const gap = shipped.replace("version: 2", "version: 4").replace("more_than: 7d", "more_than: 8d");
  writeFileSync(file, gap);
  const { code, stdout } = await run("publish", file, "--as", "author");
  expect(code).toBe(1);
  expect(stdout).toMatch(/line \d+, column \d+: no clause answers/);
  expect(stdout).toMatch(/red-packet@4 is not proven; it stays a draft\n$/);
  const named = await run("approve", "red-packet", "--as", "second");
  expect(named.stderr).toContain("write it as package-cancel@3");
});

import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient } from "../../contract/index.ts";
import { testServer } from "../../platform/testing.ts";
import { interrupted, makegood, root, started } from "../testing.ts";
import type { Running } from "../testing.ts";
import type { Started } from "./banner.ts";

const data = mkdtempSync(join(tmpdir(), "makegood-own-"));
const name = `shop_${randomBytes(4).toString("hex")}`;
const password = randomBytes(12).toString("hex");

/** The statements that docs/settings.md tells a new user to run, with names of this test's own. */
function documented(): string[] {
  const page = readFileSync(join(root, "docs", "settings.md"), "utf8");
  const block = /```sql\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
  const named = block.replaceAll("shop", name).replaceAll("…", password);
  return named.split("\n").filter((line) => line !== "");
}

async function asAdmin(statements: readonly string[]): Promise<void> {
  const admin = new Client({ connectionString: testServer().adminUrl });
  await admin.connect();
  try {
    for (const statement of statements) await admin.query(statement);
  } finally {
    await admin.end();
  }
}

function urlOf(role: string, database: string): string {
  const url = new URL(testServer().adminUrl);
  url.username = role;
  url.password = password;
  url.pathname = `/${database}`;
  return url.toString();
}

const settings = {
  MAKEGOOD_DATA: data,
  DATABASE_URL: urlOf(`${name}_app`, name),
  DATABASE_OWNER_URL: urlOf(`${name}_owner`, name),
  MAKEGOOD_KEYS_URL: urlOf(`${name}_keys`, `${name}_keys`),
};

let running: Running | null = null;

beforeAll(() => asAdmin(documented()));
afterAll(async () => {
  running?.child.kill("SIGKILL");
  const databases = [name, `${name}_keys`].map((one) => `drop database ${one} with (force)`);
  const roles = ["owner", "app", "keys"].map((role) => `drop role ${name}_${role}`);
  await asAdmin([...databases, ...roles]);
  rmSync(data, { recursive: true, force: true });
});

describe("a server of one's own, whose owner is no superuser", () => {
  test("serves the program's role once the owner has migrated, and not before", async () => {
    const early = await makegood(["serve"], { ...settings, DATABASE_OWNER_URL: "" });
    expect(early).toMatchObject({ code: 1, stdout: "" });
    expect(early.stderr.trim().split("\n")).toHaveLength(1);
    expect(early.stderr).toContain("makegood migrate");
    expect(await makegood(["migrate", "--json"], settings)).toMatchObject({ code: 0, stderr: "" });
  });

  test("refuses to run as the owner, whom row security would not hold", async () => {
    const swapped = { ...settings, DATABASE_URL: settings.DATABASE_OWNER_URL };
    const refused = await makegood(["serve"], swapped);
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    const role = `the role \`${name}_owner\` of DATABASE_URL`;
    expect(refused.stderr).toBe(`${role} must be neither owner nor superuser; make it its own\n`);
  });

  test("starts, pays and answers as the embedded one does", async () => {
    const start = await started(["start", "--json"], settings);
    running = start;
    const about = JSON.parse(start.answer) as Started;
    const Authorization = `Bearer ${about.demo?.apiKey ?? ""}`;
    const client = createClient({
      baseUrl: about.address,
      headers: () => ({ Authorization }),
      newKey: () => crypto.randomUUID(),
    });
    expect((await fetch(`${about.address}/ready`)).status).toBe(200);
    const listed = await client.listClaims({ query: { limit: 200 } });
    expect(listed.ok && listed.data.items.length).toBeGreaterThan(10);
    expect(existsSync(join(data, "postgres.json"))).toBe(false);
    expect(await interrupted(start)).toBe(0);
    running = null;
  }, 60_000);
});

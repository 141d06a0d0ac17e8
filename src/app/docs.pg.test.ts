import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Acceptance, CreateOrder, CustomerInput, OrderLine, Tender } from "../contract/index.ts";
import { testDatabase } from "../platform/testing.ts";
import type { TestDatabase } from "../platform/testing.ts";
import { commands } from "./commands.ts";
import { interrupted, makegoodHere, root, started } from "./testing.ts";

/** The commands of a page in their order; those in a `server` block go on until Ctrl-C. */
function commandsOf(page: string): { line: string; goesOn: boolean }[] {
  const text = readFileSync(join(root, "docs", page), "utf8");
  return [...text.matchAll(/^```sh( server)?\n([\s\S]*?)^```/gm)].flatMap(([, kind, block = ""]) =>
    block
      .trim()
      .split("\n")
      .map((line) => ({ line, goesOn: kind !== undefined })),
  );
}

const folder = mkdtempSync(join(tmpdir(), "makegood-docs-"));
let database: TestDatabase;
let settings: Record<string, string>;

beforeAll(async () => {
  database = await testDatabase();
  for (const name of ["examples", "policies"]) symlinkSync(join(root, name), join(folder, name));
  const { app, owner, keys } = database.urls;
  settings = {
    MAKEGOOD_DATA: join(folder, "data"),
    DATABASE_URL: app,
    DATABASE_OWNER_URL: owner,
    MAKEGOOD_KEYS_URL: keys,
  };
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const page = [...commandsOf("cli.md"), ...commandsOf("orders.md")];

test("the page of the command line names every command", () => {
  const text = readFileSync(join(root, "docs", "cli.md"), "utf8");
  const unnamed = commands.filter(({ name }) => !text.includes(`makegood ${name}`));
  expect(unnamed.map(({ name }) => name)).toEqual([]);
});

test("the page of orders names every key of one", () => {
  const text = readFileSync(join(root, "docs", "orders.md"), "utf8");
  const named = new Set([...text.matchAll(/[`"](\w+)[`"]/g)].map(([, name]) => name));
  const shapes = [CreateOrder, OrderLine, Tender, Acceptance, CustomerInput];
  const keys = shapes.flatMap(({ properties }) => Object.keys(properties));
  expect(keys.filter((key) => !named.has(key))).toEqual([]);
});

// In their order: the first makes what the others work on.
test.each(page)("works as written: $line", async ({ line, goesOn }) => {
  expect(line).toMatch(/^makegood /);
  const words = line.split(/\s+/).slice(1);
  if (goesOn) {
    const running = await started(words, settings, folder);
    expect(running.answer).toMatch(/Makegood runs on|listen|working on/);
    expect(await interrupted(running)).toBe(0);
  } else {
    const { code, stdout, stderr } = await makegoodHere(words, settings, folder);
    expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).not.toBe("");
  }
});

test("the program is found by its name", () => {
  const path = `${join(root, "bin")}${delimiter}${process.env["PATH"] ?? ""}`;
  const { status, stdout } = spawnSync("makegood", ["--version"], {
    env: { ...process.env, PATH: path },
    encoding: "utf8",
  });
  expect([status, stdout.trim()]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
});

test("the page of settings names every one that doctor shows, and no other", async () => {
  const { stdout } = await makegoodHere(["doctor", "--json"], settings, folder);
  const { settings: shown } = JSON.parse(stdout) as { settings: { name: string }[] };
  const text = readFileSync(join(root, "docs", "settings.md"), "utf8");
  const named = [...text.matchAll(/^\| `(\w+)` /gm)].map(([, name]) => name);
  expect(named).toEqual(shown.map(({ name }) => name));
});

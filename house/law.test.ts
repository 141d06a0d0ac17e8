import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { breaches, law } from "./law.ts";
import { coreRooms, policyFolders, rooms, webRooms } from "./rooms.ts";

type Tree = Readonly<Record<string, string>>;

/** An import of `to` seen from `from`, both paths from the root of the tree. */
function imports(from: string, to: string): Tree {
  const up = "../".repeat(from.split("/").length - 1);
  return { [from]: `import "${up}${to}";\n`, [to]: "export {};\n" };
}

/** For each rule the smallest tree that breaks it: a rule without one has never been tried. */
const planted: Readonly<Record<string, Tree>> = {
  ...Object.fromEntries(plantedOrder(rooms, "src/")),
  ...Object.fromEntries(plantedOrder(coreRooms, "src/core/")),
  ...Object.fromEntries(plantedOrder(policyFolders, "src/core/policy/")),
  "no-cycles": {
    "src/core/money/a.ts": 'import "./b.ts";\n',
    "src/core/money/b.ts": 'import type {} from "./a.ts";\n',
  },
  "rooms-meet-at-the-door": imports("src/orders/flow.ts", "src/ledger/store.ts"),
  "tests-meet-at-the-door-or-the-testing-door": imports(
    "src/orders/flow.test.ts",
    "src/ledger/store.ts",
  ),
  "core-rooms-meet-at-the-door": imports(
    "src/core/policy/decide/decide.ts",
    "src/core/money/split.ts",
  ),
  "pure-touches-nothing": { "src/claims/rules/lifecycle.ts": 'import "node:fs";\n' },
  "rules-import-only-rules-and-core": imports(
    "src/claims/rules/lifecycle.ts",
    "src/contract/index.ts",
  ),
  "one-room-owns-postgres": { "src/orders/store.ts": 'import "pg";\n' },
  "the-product-runs-without-tools": { "src/app/main.ts": 'import "vitest";\n' },
  "the-product-knows-no-tests": imports("src/app/main.ts", "test/data.ts"),
  "simulators-stand-outside": imports("simulators/wechatpay/main.ts", "src/platform/index.ts"),
  "only-app-starts-simulators": imports("src/treasury/flow.ts", "simulators/wechatpay/main.ts"),
  "web-imports-only-contract-and-core": imports("console/main.ts", "src/orders/index.ts"),
  "web-applications-know-each-other-not": imports("console/main.ts", "portal/main.ts"),
  "web-knows-no-application": imports("web/src/index.ts", "portal/main.ts"),
  "web-has-one-door": imports("console/main.ts", "web/src/failure.ts"),
  "web-needs-no-package": { "web/src/hooks.ts": 'import "pg";\n' },
  "server-knows-no-web": imports("src/app/main.ts", "portal/main.ts"),
  "everything-resolves": { "src/app/main.ts": 'import "./nowhere.ts";\n' },
};

function plantedOrder(list: readonly string[], under: string): [string, Tree][] {
  return list
    .slice(0, -1)
    .map((room, position) => [
      `${room}-knows-nothing-after-it`,
      imports(`${under}${room}/index.ts`, `${under}${list[position + 1] ?? ""}/index.ts`),
    ]);
}

const ground: Tree = {
  "package.json": JSON.stringify({
    name: "planted",
    dependencies: { pg: "1.0.0" },
    devDependencies: { vitest: "1.0.0" },
  }),
  "node_modules/pg/package.json": JSON.stringify({ name: "pg", main: "index.js" }),
  "node_modules/pg/index.js": "",
  "node_modules/vitest/package.json": JSON.stringify({ name: "vitest", main: "index.js" }),
  "node_modules/vitest/index.js": "",
};

async function plant(root: string, tree: Tree): Promise<string[]> {
  for (const [path, text] of Object.entries({ ...ground, ...tree })) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return ["src", "simulators", ...webRooms].filter((folder) => existsSync(join(root, folder)));
}

describe("the law of the house", () => {
  const here = join(import.meta.dirname, "..");
  let scratch = "";
  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), "makegood-law-"));
  });
  afterAll(() => rm(scratch, { recursive: true }));

  it("is kept", async () => {
    const folders = ["src", "policies", "simulators", "test", "sim", "bench", ...webRooms];
    const present = folders.filter((folder) => existsSync(join(here, folder)));
    expect(await breaches(here, present)).toEqual([]);
  });

  it("allows a tree that keeps it", async () => {
    const root = join(scratch, "kept");
    const folders = await plant(root, {
      ...imports("src/core/settlement/owed.ts", "src/core/money/index.ts"),
      ...imports("src/claims/flow.ts", "src/ledger/index.ts"),
      ...imports("src/claims/flow.test.ts", "src/platform/testing.ts"),
      ...imports("src/claims/rules/lifecycle.ts", "src/core/index.ts"),
      ...imports("portal/main.ts", "src/contract/index.ts"),
      ...imports("web/src/failure.ts", "src/contract/index.ts"),
      ...imports("console/main.ts", "web/src/index.ts"),
      ...imports("console/texts.test.ts", "web/src/testing.ts"),
      "src/platform/pool.ts": 'import "pg";\nimport "node:net";\n',
    });
    expect(await breaches(root, folders)).toEqual([]);
  });

  it.each(law.map((rule) => rule.name ?? ""))("catches a planted breach of %s", async (name) => {
    const tree = planted[name];
    expect(tree, `no breach is planted for \`${name}\``).toBeDefined();
    const root = join(scratch, name);
    const folders = await plant(root, tree ?? {});
    const found = await breaches(root, folders);
    expect(found.map((breach) => breach.rule)).toContain(name);
  });
});

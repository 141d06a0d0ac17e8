import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const main = `
  import { readFileSync } from "node:fs";
  const beside = new URL("./beside.txt", import.meta.url);
  process.once("SIGTERM", () => { console.log("ended in order"); process.exit(0); });
  console.log(process.argv.slice(2).join(" "), readFileSync(beside, "utf8"));
  if (process.argv[2] === "start") setInterval(() => {}, 1000);
`;

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

describe("the bootstrap", () => {
  let checkout = "";

  beforeAll(async () => {
    checkout = await mkdtemp(join(tmpdir(), "makegood-bootstrap-"));
    for (const name of ["scripts", "bin", "package.json"]) {
      await cp(join(root, name), join(checkout, name), { recursive: true });
    }
    await writeFile(join(checkout, "package-lock.json"), "{}");
    // Older than the packages, so that nothing is installed over the real ones.
    await utimes(join(checkout, "package-lock.json"), 0, 0);
    await symlink(join(root, "node_modules"), join(checkout, "node_modules"));
  });
  afterAll(() => rm(checkout, { recursive: true }));

  async function run(args: readonly string[], signalAt?: string): Promise<Ended> {
    const child = spawn(process.execPath, args, { cwd: checkout });
    const text = { stdout: "", stderr: "" };
    child.stdout.on("data", (chunk: Buffer) => {
      text.stdout += chunk.toString();
      if (signalAt !== undefined && chunk.includes(signalAt)) child.kill("SIGTERM");
    });
    child.stderr.on("data", (chunk: Buffer) => (text.stderr += chunk.toString()));
    const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
    return { code, ...text };
  }

  it("says in one sentence that there is nothing to run", async () => {
    const { code, stdout, stderr } = await run(["bin/makegood", "quote"]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^there is no src\/app\/main\.ts[^\n]+\n$/);
  });

  it("builds what is stale, and nothing else", async () => {
    await mkdir(join(checkout, "src", "app"), { recursive: true });
    await writeFile(join(checkout, "src", "app", "main.ts"), main);
    await writeFile(join(checkout, "src", "app", "beside.txt"), "first");
    const entries = ["promises/proof/worker.ts", "platform/print/worker.ts"];
    for (const entry of [...entries, "platform/helper-process.ts"]) {
      await mkdir(join(checkout, "src", dirname(entry)), { recursive: true });
      await writeFile(join(checkout, "src", entry), "");
    }
    const first = await run(["bin/makegood", "quote", "--json"]);
    expect(first).toMatchObject({ code: 0, stdout: "quote --json first\n" });
    expect(first.stderr).toContain("building the server");
    expect(await run(["bin/makegood", "quote"])).toMatchObject({ code: 0, stderr: "" });
    await writeFile(join(checkout, "src", "app", "main.ts"), `${main}\n// changed`);
    expect((await run(["bin/makegood", "quote"])).stderr).toContain("building the server");
  });

  it("becomes the product, so that a signal reaches it", async () => {
    const { code, stdout } = await run(["scripts/start.mjs"], "start first");
    expect(stdout).toContain("ended in order");
    expect(code).toBe(0);
  });

  it("says what a build that failed had to say", async () => {
    await writeFile(join(checkout, "src", "app", "main.ts"), "const (");
    const { code, stderr } = await run(["bin/makegood", "quote"]);
    expect(code).toBe(1);
    expect(stderr).toContain("src/app/main.ts:1:");
    expect(stderr).toContain("the server could not be built");
  });

  it("tells an old Node in one sentence", async () => {
    const old = "Object.defineProperty(process, 'versions', { value: { node: '18.1.0' } })";
    const options = ["--import", `data:text/javascript,${encodeURIComponent(old)}`];
    const { code, stderr } = await run([...options, "scripts/start.mjs"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Makegood needs Node 20\.19 or newer, this is Node 18\.1\.0[^\n]+\n$/);
  });
});

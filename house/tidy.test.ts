import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { functionsOf } from "./measure.ts";

const root = join(import.meta.dirname, "..");
const run = promisify(execFile);
const lineCharactersMax = 100;
const functionLinesMax = 70;
// Split so that this file does not report itself.
const leftOver = new RegExp(`\\b(${["TO" + "DO", "FIX" + "ME"].join("|")})\\b`);

/** Files that git knows or would take, so that a fresh clone and a working tree agree. */
async function filesMatching(pattern: RegExp): Promise<string[]> {
  const arguments_ = ["ls-files", "--cached", "--others", "--exclude-standard"];
  const { stdout } = await run("git", arguments_, { cwd: root, maxBuffer: 2 ** 26 });
  return [...new Set(stdout.split("\n"))].filter((path) => pattern.test(path) && isRead(path));
}

function isRead(path: string): boolean {
  try {
    return readFileSync(join(root, path)).length > 0;
  } catch {
    return false; // deleted in the working tree, still in git's index
  }
}

function linesOf(path: string): string[] {
  return readFileSync(join(root, path), "utf8").split("\n");
}

/** A line that cannot be broken (an address, a hash, a generated row) is not a style. */
function cannotBreak(line: string): boolean {
  return line
    .trim()
    .split(/\s+/)
    .some((word) => word.length > 80);
}

describe("the house is tidy", () => {
  it(`has no line over ${lineCharactersMax} characters`, async () => {
    const sources = await filesMatching(/\.(ts|tsx|mjs|js|css)$/);
    expect(sources.length).toBeGreaterThan(0);
    const long = sources.flatMap((path) =>
      linesOf(path).flatMap((line, index) =>
        [...line].length > lineCharactersMax && !cannotBreak(line) ? [`${path}:${index + 1}`] : [],
      ),
    );
    expect(long).toEqual([]);
  });

  it(`has no function over ${functionLinesMax} lines`, async () => {
    const sources = await filesMatching(/\.(ts|tsx|mjs|js)$/);
    const long = sources.flatMap((path) =>
      functionsOf(join(root, path))
        .filter((measured) => measured.lines > functionLinesMax)
        .map(({ name, line, lines }) => `${path}:${line} ${name} has ${lines} lines`),
    );
    expect(long).toEqual([]);
  });

  it("measures functions, and leaves test blocks alone", () => {
    const body = "\n".repeat(80);
    const text = [
      `function long() {${body}}`,
      `describe("x", () => {${body}});`,
      `const a = () => {${body}};`,
    ].join("\n");
    const measured = functionsOf("planted.ts", text).map(({ name, lines }) => [name, lines]);
    expect(measured).toEqual([
      ["long", 81],
      ["a", 81],
    ]);
  });

  it("leaves no note of unfinished work", async () => {
    const sources = await filesMatching(/\.(ts|tsx|mjs|js|css|sql|ya?ml|md|json)$|^\.ci\//);
    const notes = sources.flatMap((path) =>
      linesOf(path).flatMap((line, index) => (leftOver.test(line) ? [`${path}:${index + 1}`] : [])),
    );
    expect(notes).toEqual([]);
  });

  it("has no dead file", { timeout: 120_000 }, async () => {
    const knip = join(root, "node_modules/knip/bin/knip.js");
    const options = ["--files", "--no-progress", "--no-config-hints", "--no-exit-code"];
    const { stdout } = await run(process.execPath, [knip, ...options], { cwd: root });
    expect(stdout.trim()).toBe("");
  });
});

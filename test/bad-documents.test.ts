import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Terminal } from "../src/app/cli/terminal.ts";
import { checkFiles } from "../src/app/policy/check.ts";
import { verifyFiles } from "../src/app/policy/verify.ts";
import { readPolicyFile } from "../src/contract/index.ts";
import { shippedCatalogue } from "../policies/shipped-files.ts";
import { bad } from "../policies/testing/bad-documents.ts";

type Said = Record<"at" | "code" | "zh-CN" | "zh-TW" | "en", string>;
const path = new URL("../policies/testing/bad-documents.yaml", import.meta.url);
const said = parse(readFileSync(path, "utf8")) as Record<string, Said>;
const words = shippedCatalogue();

let folder = "";
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "makegood-bad-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a command writes, line by line, with its exit code. */
function told(run: (terminal: Terminal) => number): { code: number; lines: readonly string[] } {
  let lines: readonly string[] = [];
  const code = run({
    json: false,
    answer: (_, written) => (lines = written),
    note: () => undefined,
    progress: () => ({ at: () => undefined, end: () => undefined }),
  });
  return { code, lines };
}

it("every bad text has its sentences, and none is told of that is not there", () => {
  expect(Object.keys(said)).toEqual(Object.keys(bad));
});

describe.each(Object.entries(bad))("%s", (name, text) => {
  const expected = said[name]!;
  const { at, code } = expected;

  it("is told with line, column and what to do, in three languages", () => {
    const read = readPolicyFile(text, words);
    const [problem] = read.ok ? [] : read.problems;
    expect(problem).toEqual({
      code,
      at: { line: Number(at.split(":")[0]), column: Number(at.split(":")[1]) },
      say: { "zh-CN": expected["zh-CN"], "zh-TW": expected["zh-TW"], en: expected.en },
    });
  });

  it("ends the commands with that sentence", () => {
    // Half a character cannot be written to a file: it becomes one that no UTF-8 has.
    if (/\p{Cs}/u.test(text)) return;
    const file = join(folder, "bad.policy.yaml");
    writeFileSync(file, text);
    const [line, column] = at.split(":");
    const sentence = `${file}: line ${line}, column ${column}: ${expected.en}`;
    const asked = { files: [file], catalogue: null, language: "en" } as const;
    const checked = told((terminal) => checkFiles(terminal, asked));
    expect([checked.code, checked.lines[0]]).toEqual([1, sentence]);
    const verify = () => told((terminal) => verifyFiles(terminal, { ...asked, floors: [] }));
    const message: unknown = expect.stringContaining(sentence);
    expect(verify).toThrow(expect.objectContaining({ name: "CommandError", message }));
  });
});

it("ten megabytes are refused before they are read", () => {
  for (const text of ["x".repeat(10_000_000), "k: [v]\n".repeat(1_500_000)]) {
    const before = performance.now();
    expect(readPolicyFile(text, words).ok).toBe(false);
    expect(performance.now() - before).toBeLessThan(700);
  }
});

it("a sound file is the same with a byte order mark and with the line ends of Windows", () => {
  const text = readFileSync(
    new URL("../policies/red-packet.policy.yaml", import.meta.url),
    "utf8",
  ).replaceAll("\r", "");
  const hashes = [text, `\ufeff${text}`, text.replaceAll("\n", "\r\n")].map((each) => {
    const read = readPolicyFile(each, words);
    return read.ok ? read.value.hash : read.problems;
  });
  expect(new Set(hashes).size).toBe(1);
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
});

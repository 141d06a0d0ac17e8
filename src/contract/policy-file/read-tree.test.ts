import { describe, expect, it } from "vitest";
import type { SyntaxNode } from "../../core/index.ts";
import { readTree } from "./read-tree.ts";

function faultsOf(text: string): string[] {
  const read = readTree(text);
  return read.ok ? [] : read.problems.map(({ code, at }) => `${at.line}:${at.column} ${code}`);
}

function treeOf(text: string): SyntaxNode {
  const read = readTree(text);
  if (!read.ok) throw new Error(faultsOf(text).join());
  return read.tree;
}

describe("readTree", () => {
  it("keeps the place of every key and value", () => {
    expect(treeOf("a:\n  b: {c: 20.00}\n  d:\n  - no\n")).toEqual({
      kind: "map",
      at: { line: 1, column: 1 },
      entries: [
        {
          key: "a",
          keyAt: { line: 1, column: 1 },
          value: {
            kind: "map",
            at: { line: 2, column: 3 },
            entries: [
              {
                key: "b",
                keyAt: { line: 2, column: 3 },
                value: {
                  kind: "map",
                  at: { line: 2, column: 6 },
                  entries: [
                    {
                      key: "c",
                      keyAt: { line: 2, column: 7 },
                      value: {
                        kind: "scalar",
                        at: { line: 2, column: 10 },
                        value: 20,
                        text: "20.00",
                      },
                    },
                  ],
                },
              },
              {
                key: "d",
                keyAt: { line: 3, column: 3 },
                value: {
                  kind: "list",
                  at: { line: 4, column: 3 },
                  items: [{ kind: "scalar", at: { line: 4, column: 5 }, value: "no", text: "no" }],
                },
              },
            ],
          },
        },
      ],
    });
  });

  it.each([
    ["an empty file", "", "1:1 empty"],
    ["nothing but a comment", "# later\n", "1:1 empty"],
    ["a key twice", "a: 1\nb: 2\n'a': 3\n", "3:1 duplicate_key"],
    ["a key twice in a nested map", "a: {b: 1, c: 2, b: 3}", "1:17 duplicate_key"],
    ["an anchor", "a: &x 1\n", "1:7 anchor"],
    ["an alias", "a: *x\n", "1:4 anchor"],
    ["a tag", "a: !!str 3", "1:10 tag"],
    ["two documents", "a: 1\n---\nb: 2", "2:1 several_documents"],
    ["a key that is a list", "? [1]\n: 2", "1:3 key_not_plain"],
    ["wrong indentation", "a:\n  b: 1\n c: 2", "3:1 not_yaml"],
    ["a bracket left open", "a: [1, 2", "1:9 not_yaml"],
  ])("refuses %s", (_, text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });

  it("reports every fault of a file at once, in three languages", () => {
    const read = readTree("a: &x 1\nb: 2\nb: *x\n");
    if (read.ok) throw new Error("accepted");
    expect(read.problems.map(({ code }) => code)).toEqual(["anchor", "duplicate_key", "anchor"]);
    for (const { say } of read.problems) {
      expect(Object.values(say).every((sentence) => /`|1 MB/.test(sentence))).toBe(true);
    }
  });

  it("tells once that tabs do not indent, and what to do", () => {
    const read = readTree("a:\n\tb: 1\n\tc: 2\nd:\n\te: 3\n");
    if (read.ok) throw new Error("accepted");
    expect(read.problems).toEqual([
      {
        code: "tab_indent",
        at: { line: 2, column: 1 },
        say: {
          "zh-CN": "此处用制表符缩进，而 YAML 只认空格；请把全文行首的制表符都换成空格",
          "zh-TW": "此處用定位字元縮排，而 YAML 只認空格；請把全文行首的定位字元都換成空格",
          en: "a tab indents this line, and YAML knows only spaces; use spaces throughout the file",
        },
      },
    ]);
  });

  it("tells fifty faults and counts the others, in three languages", () => {
    const keys = (count: number) => "a: 1\n".repeat(count + 1);
    expect(faultsOf(keys(50)).length).toBe(50);
    const read = readTree(keys(70));
    if (read.ok) throw new Error("accepted");
    expect(read.problems.length).toBe(51);
    expect(read.problems[50]).toEqual({
      code: "more_faults",
      at: { line: 51, column: 1 },
      count: 20,
      say: {
        "zh-CN": "另有 20 处错误未列出：请先改正以上各处，再重新检查",
        "zh-TW": "另有 20 處錯誤未列出：請先改正以上各處，再重新檢查",
        en: "faults that are not listed: 20; mend those above first, then check again",
      },
    });
  });

  it("reads 24 levels and refuses the 25th at its place", () => {
    const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
    expect(faultsOf(nested(24))).toEqual([]);
    expect(faultsOf(nested(25))).toEqual(["1:25 too_deep"]);
    const indented = (levels: number) =>
      Array.from({ length: levels }, (_, level) => `${" ".repeat(level)}a:\n`).join("");
    expect(faultsOf(indented(23))).toEqual([]);
    expect(faultsOf(indented(24))).toEqual(["24:26 too_deep"]);
    expect(faultsOf(`a:\n${"- ".repeat(25)}x`)).toEqual(["2:49 too_deep"]);
  });

  it("refuses a bomb of brackets, dashes, aliases or bytes without working on it", () => {
    const bombs = [
      "[".repeat(900_000),
      `a:\n${"- ".repeat(400_000)}`,
      "? ".repeat(400_000),
      "x".repeat(10_000_000),
      "规".repeat(400_000),
      `a: &a [x]\n${Array.from({ length: 9 }, (_, i) => `k${i}: [*a, *a, *a]\n`).join("")}`,
    ];
    for (const bomb of bombs) {
      const before = performance.now();
      expect(readTree(bomb).ok).toBe(false);
      expect(performance.now() - before).toBeLessThan(2_000);
    }
  });

  it("reads a long file", () => {
    const text = Array.from({ length: 5_000 }, (_, i) => `key_${i}: {at_most: 7d}\n`).join("");
    const tree = treeOf(text);
    expect(tree.kind === "map" && tree.entries.length).toBe(5_000);
  });
});

import { describe, expect, it } from "vitest";
import { sha256Hex } from "../sha256.ts";
import { canonicalText, catalogueHash, documentHash } from "./canonical.ts";
import { readTree } from "./read-tree.ts";

function tree(text: string) {
  const read = readTree(text);
  if (!read.ok) throw new Error(text);
  return read.tree;
}

describe("the hash of a document", () => {
  it("is that of its canonical form", () => {
    const node = tree("id: x\nlist: [1, 20.00]\n");
    expect(canonicalText(node)).toBe('{"id":"x","list":["1","20.00"]}');
    expect(catalogueHash(node)).toBe(sha256Hex('{"document":{"id":"x","list":["1","20.00"]}}'));
    const bound = '{"catalogue":"c","document":{"id":"x","list":["1","20.00"]}}';
    expect(documentHash(node, "c")).toBe(sha256Hex(bound));
  });

  it("does not change with comments, quotes, blank lines or style", () => {
    const one = "# why\na: {b: [1, no]}\n\nc: 'x'\n";
    const other = 'a:\n  b:\n    - 1\n    - "no"\nc: x # here\n';
    expect(canonicalText(tree(one))).toBe(canonicalText(tree(other)));
  });

  it.each([
    ["a value", "a: 1\nb: 3\n"],
    ["a key", "a: 1\nc: 2\n"],
    ["the order in which terms are shown", "b: 2\na: 1\n"],
    ["a decimal that is written longer", "a: 1.0\nb: 2\n"],
  ])("changes with %s", (_, text) => {
    const original = documentHash(tree("a: 1\nb: 2\n"), "c");
    expect(documentHash(tree(text), "c")).not.toBe(original);
  });

  it("changes with the catalogue, whose words give it its meaning", () => {
    const node = tree("a: 1\n");
    expect(documentHash(node, "c")).not.toBe(documentHash(node, "d"));
  });
});

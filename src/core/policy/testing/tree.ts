import { LineCounter, type Node, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { SyntaxNode } from "../syntax.ts";

/** A tree of YAML for tests of this room; the product's reader, with its limits, is in contract. */
export function tree(text: string): SyntaxNode {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false });
  if (document.errors.length > 0) throw new Error(String(document.errors[0]));
  const at = (node: Node | null) => {
    const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
    return { line, column: col };
  };
  const convert = (node: Node | null): SyntaxNode => {
    if (isMap<Node, Node | null>(node)) {
      const entries = node.items.map(({ key, value }) => ({
        key: String(isScalar(key) ? (key.source ?? key.value) : key),
        keyAt: at(key),
        value: convert(value),
      }));
      return { kind: "map", at: at(node), entries };
    }
    if (isSeq<Node>(node)) return { kind: "list", at: at(node), items: node.items.map(convert) };
    if (!isScalar(node)) return { kind: "scalar", at: at(node), value: null, text: "" };
    const value = node.value as string | number | boolean | null;
    return { kind: "scalar", at: at(node), value, text: node.source ?? String(value) };
  };
  return convert(document.contents);
}

/** A tree of plain values, for documents that a test makes up. */
export function treeOf(value: unknown): SyntaxNode {
  const at = { line: 1, column: 1 };
  if (Array.isArray(value)) return { kind: "list", at, items: value.map(treeOf) };
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, entry]) => ({
      key,
      keyAt: at,
      value: treeOf(entry),
    }));
    return { kind: "map", at, entries };
  }
  const scalar = value as string | number | boolean | null;
  return { kind: "scalar", at, value: scalar, text: String(scalar) };
}

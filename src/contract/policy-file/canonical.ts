import type { SyntaxNode } from "../../core/index.ts";
import { sha256Hex } from "../sha256.ts";

/**
 * The form that is hashed: JSON without spaces, entries in the order of the document (terms are
 * shown in that order), scalars as text. Comments, quotes, flow or block style do not change it.
 */
export function canonicalText(node: SyntaxNode): string {
  switch (node.kind) {
    case "map": {
      const entries = node.entries.map(
        ({ key, value }) => `${JSON.stringify(key)}:${canonicalText(value)}`,
      );
      return `{${entries.join(",")}}`;
    }
    case "list":
      return `[${node.items.map(canonicalText).join(",")}]`;
    case "scalar":
      return JSON.stringify(node.text);
  }
}

/** SHA-256 of a catalogue, lower-case hex. */
export function catalogueHash(tree: SyntaxNode): string {
  return sha256Hex(`{"document":${canonicalText(tree)}}`);
}

/**
 * SHA-256 of a policy or floor, lower-case hex. It binds the catalogue as well: the same words mean
 * something else when a fact's range or clock is another.
 */
export function documentHash(tree: SyntaxNode, catalogue: string): string {
  return sha256Hex(`{"catalogue":${JSON.stringify(catalogue)},"document":${canonicalText(tree)}}`);
}

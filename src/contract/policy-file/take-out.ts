import type { Position, Problems, SyntaxEntry, SyntaxNode } from "../../core/index.ts";
import type { Texts } from "../language.ts";

/** Faults go where the core's own check puts them, so that an author reads one voice. */
export type Faults = Problems;

/** The entries of a map; anything else is reported and has none. */
export function entriesOf(node: SyntaxNode, faults: Faults): readonly SyntaxEntry[] {
  if (node.kind === "map") return node.entries;
  faults.add("not_a_map", node.at, { found: node.kind === "list" ? "[…]" : node.text });
  return [];
}

/** A map with a closed set of keys, read key by key. */
export class KeyedMap {
  readonly at: Position;
  readonly faults: Faults;
  private readonly entries: ReadonlyMap<string, SyntaxNode>;

  constructor(node: SyntaxNode, keys: readonly string[], faults: Faults) {
    this.at = node.at;
    this.faults = faults;
    const entries = entriesOf(node, faults);
    this.entries = new Map(entries.map(({ key, value }) => [key, value]));
    for (const { key, keyAt } of entries) {
      if (!keys.includes(key)) {
        faults.add("unknown_key", keyAt, { key, known: keys.join(", ") });
      }
    }
  }

  node(key: string): SyntaxNode | null {
    return this.entries.get(key) ?? null;
  }

  /** The text of a key, null where it is absent. */
  text(key: string): string | null {
    const node = this.node(key);
    if (node === null) return null;
    if (node.kind === "scalar" && node.value !== null) return node.text;
    return this.faults.add("not_a_text", node.at, { found: node.kind });
  }

  /** Reports a value that is none of those expected, unless the key is missing altogether. */
  wrong(key: string, found: string, expected: string): void {
    const node = this.node(key);
    if (node !== null) this.faults.add("wrong_value", node.at, { found, expected });
  }

  /** The text of a key that must be there; empty where it is not. */
  need(key: string): string {
    if (this.node(key) === null) this.faults.add("missing_key", this.at, { key });
    return this.text(key) ?? "";
  }
}

/** A text in all three languages. */
export function textsOf(node: SyntaxNode, faults: Faults): Texts {
  const map = new KeyedMap(node, ["zh-CN", "zh-TW", "en"], faults);
  return { "zh-CN": map.need("zh-CN"), "zh-TW": map.need("zh-TW"), en: map.need("en") };
}

/** The tree without some keys of its outermost map, and the values that stood there. */
export function takeOut(
  tree: SyntaxNode,
  keys: readonly string[],
): { readonly rest: SyntaxNode; readonly taken: ReadonlyMap<string, SyntaxNode> } {
  if (tree.kind !== "map") return { rest: tree, taken: new Map() };
  const taken = tree.entries.filter(({ key }) => keys.includes(key));
  const entries = tree.entries.filter(({ key }) => !keys.includes(key));
  return {
    rest: { ...tree, entries },
    taken: new Map(taken.map(({ key, value }) => [key, value])),
  };
}

/** The tree with the value of one key of its outermost map made anew. */
export function replaceValue(
  tree: SyntaxNode,
  key: string,
  change: (value: SyntaxNode) => SyntaxNode,
): SyntaxNode {
  if (tree.kind !== "map") return tree;
  const entries = tree.entries.map((entry) =>
    entry.key === key ? { ...entry, value: change(entry.value) } : entry,
  );
  return { ...tree, entries };
}

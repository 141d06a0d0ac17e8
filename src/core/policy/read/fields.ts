import type { Problems } from "./reading.ts";
import { suggestion } from "./suggest.ts";
import type { Position, SyntaxEntry, SyntaxNode, SyntaxScalar } from "../syntax.ts";
import { type Texts, languages } from "../texts.ts";

/** What stands at a place, short enough to quote in a sentence. */
export function found(node: SyntaxNode): string {
  if (node.kind !== "scalar") return node.kind === "map" ? "{…}" : "[…]";
  return node.text.length > 60 ? `${node.text.slice(0, 60)}…` : node.text;
}

/** The entries of a map by key, once each; duplicates are reported. */
export function entriesOf(node: SyntaxNode, problems: Problems): ReadonlyMap<string, SyntaxEntry> {
  const entries = new Map<string, SyntaxEntry>();
  if (node.kind !== "map") {
    problems.add("not_a_map", node.at, { found: found(node) });
    return entries;
  }
  for (const entry of node.entries) {
    if (entries.has(entry.key)) problems.add("duplicate_key", entry.keyAt, { key: entry.key });
    else entries.set(entry.key, entry);
  }
  return entries;
}

/** A map with a closed set of keys. */
export class Fields {
  readonly at: Position;
  readonly problems: Problems;
  readonly #entries: ReadonlyMap<string, SyntaxEntry>;

  constructor(node: SyntaxNode, known: readonly string[], problems: Problems) {
    this.at = node.at;
    this.problems = problems;
    this.#entries = entriesOf(node, problems);
    for (const { key, keyAt } of this.#entries.values()) {
      if (known.includes(key)) continue;
      problems.add("unknown_key", keyAt, () => ({ key, ...suggestion(key, known) }));
    }
  }

  node(key: string): SyntaxNode | null {
    return this.#entries.get(key)?.value ?? null;
  }

  /** The node of a key that must be there. */
  required(key: string): SyntaxNode | null {
    return this.node(key) ?? this.problems.add("missing_key", this.at, { key });
  }

  scalar(key: string): SyntaxScalar | null {
    const node = this.node(key);
    return node === null ? null : scalarOf(node, this.problems);
  }

  text(key: string): string | null {
    return this.scalar(key)?.text ?? null;
  }

  /** One of a closed list of words; the fallback where the key is absent or wrong. */
  word<T extends string>(key: string, words: readonly T[], fallback: T): T {
    const scalar = this.scalar(key);
    return scalar === null ? fallback : (wordOf(scalar, words, this.problems) ?? fallback);
  }

  requiredWord<T extends string>(key: string, words: readonly T[]): T | null {
    const node = this.required(key);
    return node === null ? null : wordOf(node, words, this.problems);
  }

  flag(key: string): boolean {
    return this.word(key, ["yes", "no", "true", "false"], "no").match(/yes|true/) !== null;
  }

  /** Named entries of a map below this key, with names checked; none where it is absent. */
  named(key: string): readonly SyntaxEntry[] {
    const node = this.node(key);
    return node === null ? [] : namedEntries(node, this.problems);
  }

  /** Texts of several words: names of facts, clauses, kinds of evidence. One word is a list. */
  words(key: string): readonly SyntaxScalar[] {
    const node = this.node(key);
    return node === null ? [] : scalarsOf(node, this.problems);
  }

  texts(): Texts | null {
    return textsFrom((language) => this.node(language), this.at, this.problems);
  }
}

export function scalarOf(node: SyntaxNode, problems: Problems): SyntaxScalar | null {
  if (node.kind === "scalar" && node.value !== null) return node;
  return problems.add("not_a_text", node.at, { found: found(node) });
}

export function wordOf<T extends string>(
  node: SyntaxNode,
  words: readonly T[],
  problems: Problems,
): T | null {
  const scalar = scalarOf(node, problems);
  if (scalar === null) return null;
  const word = words.find((candidate) => candidate === scalar.text);
  if (word !== undefined) return word;
  return problems.add("wrong_value", node.at, {
    found: found(node),
    expected: words.join(", "),
  });
}

/** A list of scalars, or a single one. */
export function scalarsOf(node: SyntaxNode, problems: Problems): readonly SyntaxScalar[] {
  if (node.kind === "map") {
    problems.add("not_a_list", node.at, { found: found(node) });
    return [];
  }
  const nodes = node.kind === "list" ? node.items : [node];
  return nodes.map((item) => scalarOf(item, problems)).filter((item) => item !== null);
}

const nameForm = /^[a-z][a-z0-9._-]{0,59}$/;

export function checkName(name: string, at: Position, problems: Problems): boolean {
  if (nameForm.test(name)) return true;
  problems.add("bad_name", at, { name: name.slice(0, 60) });
  return false;
}

export function namedEntries(node: SyntaxNode, problems: Problems): readonly SyntaxEntry[] {
  return [...entriesOf(node, problems).values()].filter((entry) =>
    checkName(entry.key, entry.keyAt, problems),
  );
}

export const textKeys: readonly string[] = languages;

/** A text in all languages; every absent one is reported at the place of the whole. */
export function textsFrom(
  node: (language: string) => SyntaxNode | null,
  at: Position,
  problems: Problems,
): Texts | null {
  const texts = languages.map((language) => {
    const value = node(language);
    if (value === null) return problems.add("missing_language", at, { language });
    return scalarOf(value, problems)?.text ?? null;
  });
  const [simplified, traditional, english] = texts;
  if (!simplified || !traditional || !english) return null;
  return { "zh-CN": simplified, "zh-TW": traditional, en: english };
}

export function readTexts(node: SyntaxNode, problems: Problems): Texts | null {
  return new Fields(node, textKeys, problems).texts();
}

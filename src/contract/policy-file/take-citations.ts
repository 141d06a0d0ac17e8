import type { SyntaxEntry, SyntaxNode } from "../../core/index.ts";
import type { Citation, Source } from "./carried.ts";
import { replaceValue } from "./take-out.ts";

/**
 * A clause may cite with source, article and quotation; the evaluated tree keeps one line of text,
 * because a trace names the place and needs no quotation.
 */
export function takeCitations(
  tree: SyntaxNode,
  read: (node: SyntaxNode) => Citation[],
  tell: (citations: readonly Citation[]) => string,
): { readonly rest: SyntaxNode; readonly citations: Record<string, readonly Citation[]> } {
  const citations: Record<string, readonly Citation[]> = {};
  const rest = replaceValue(tree, "clauses", (clauses) => {
    if (clauses.kind !== "map") return clauses;
    const entries = clauses.entries.map((clause) => withLine(clause));
    return { ...clauses, entries };
  });
  return { rest, citations };

  function withLine(clause: SyntaxEntry): SyntaxEntry {
    const value = replaceValue(clause.value, "cite", (node) => {
      if (node.kind !== "list") return node;
      const found = read(node);
      citations[clause.key] = found;
      const text = tell(found);
      return { kind: "scalar", at: node.at, value: text, text };
    });
    return { ...clause, value };
  }
}

/** `法释〔2025〕4号 第十四条、第十五条`; several sources are joined by semicolons. */
export function citationText(
  citations: readonly Citation[],
  sources: Readonly<Record<string, Source>>,
): string {
  const articles = new Map<string, Set<string>>();
  for (const { source, article } of citations) {
    articles.set(source, (articles.get(source) ?? new Set()).add(article));
  }
  const lines = [...articles].map(([name, places]) => {
    const source = sources[name];
    const title = source === undefined ? name : (source.number ?? source.title);
    return `${title} ${[...places].join("、")}`;
  });
  return lines.join("；");
}

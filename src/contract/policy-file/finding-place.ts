import type { Finding, Position, SyntaxNode } from "../../core/index.ts";
import { readTree } from "./read-tree.ts";

/** Where an author looks first: the clause that clashes, else the head, else what was promised. */
export function findingPlace(
  text: string,
  { kind, clauses, heads, facts }: Pick<Finding, "kind" | "clauses" | "heads" | "facts">,
): Position {
  const read = readTree(text);
  const start = { line: 1, column: 1 };
  if (!read.ok) return start;
  const clause = clauses.find((name) => name !== null) ?? null;
  const paths = [
    ...(clause === null ? [] : [["clauses", clause]]),
    ...(clause === null ? [] : [["assume", clause]]),
    ...(kind === "missing_floor" ? [["floors"]] : []),
    ...(kind === "derived_reads_attribute" ? [["promises", "blind_to"]] : []),
    ...heads.map((head) => ["heads", head]),
    ...facts.map((fact) => ["facts", fact]),
    ["clauses"],
  ];
  const places = paths.map((path) => placeAt(read.tree, path));
  return places.find((place) => place !== null) ?? start;
}

function placeAt(node: SyntaxNode, [key, ...rest]: readonly string[]): Position | null {
  const entry = node.kind === "map" ? node.entries.find((each) => each.key === key) : undefined;
  if (entry === undefined) return null;
  return rest.length === 0 ? entry.keyAt : placeAt(entry.value, rest);
}

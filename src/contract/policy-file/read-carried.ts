import type { SyntaxNode } from "../../core/index.ts";
import type { Texts } from "../language.ts";
import type { Carried, Citation, Source } from "./carried.ts";
import { readDeadline } from "./read-deadline.ts";
import { readDuty } from "./read-duty.ts";
import { type Faults, KeyedMap, entriesOf, takeOut, textsOf } from "./take-out.ts";
import { citationText, takeCitations } from "./take-citations.ts";
import { takeUnsaid } from "./take-unsaid.ts";

const carriedKeys = ["market", "sources", "deadlines", "duties", "notes"];

/** Splits a file into the tree that is evaluated and what it carries beside that. */
export function readCarried(
  tree: SyntaxNode,
  faults: Faults,
): { readonly rest: SyntaxNode; readonly carried: Carried } {
  const { rest: outer, taken } = takeOut(tree, carriedKeys);
  const sources = readSources(taken.get("sources"), faults);
  const cite = (node: SyntaxNode): Citation[] => readCitations(node, sources, faults);
  const spoken = takeUnsaid(outer, faults);
  const cited = takeCitations(spoken.rest, cite, (citations) => citationText(citations, sources));
  const market = taken.get("market");
  const answers = wordsAt(outer, "answers");
  const carried = {
    market: market?.kind === "scalar" ? market.text : null,
    sources,
    citations: cited.citations,
    deadlines: named(taken.get("deadlines"), faults, (name, node) =>
      readDeadline(name, node, { cite, answers, faults }),
    ),
    duties: named(taken.get("duties"), faults, (name, node) =>
      readDuty(name, node, { cite, answers, faults }),
    ),
    notes: readNotes(taken.get("notes"), faults),
    unsaid: spoken.unsaid,
  };
  return { rest: cited.rest, carried };
}

/** The words of a list at the top of the tree; whether it is one is for the core to say. */
function wordsAt(tree: SyntaxNode, key: string): string[] {
  const node = takeOut(tree, [key]).taken.get(key);
  if (node?.kind !== "list") return [];
  return node.items.flatMap((item) => (item.kind === "scalar" ? [item.text] : []));
}

function named<T>(
  node: SyntaxNode | undefined,
  faults: Faults,
  read: (name: string, node: SyntaxNode) => readonly T[],
): T[] {
  if (node === undefined) return [];
  return entriesOf(node, faults).flatMap(({ key, value }) => read(key, value));
}

function readSources(node: SyntaxNode | undefined, faults: Faults): Record<string, Source> {
  const pairs = named(node, faults, (name, value) => {
    const map = new KeyedMap(value, ["title", "titles", "number", "text"], faults);
    const [title, number, text] = [map.need("title"), map.text("number"), map.text("text")];
    const node = map.node("titles");
    const titles = node === null ? null : textsOf(node, faults);
    return [[name, { title, titles, number, text }] as const];
  });
  return Object.fromEntries(pairs);
}

function readNotes(node: SyntaxNode | undefined, faults: Faults): Record<string, Texts> {
  return Object.fromEntries(
    named(node, faults, (name, value) => [[name, textsOf(value, faults)] as const]),
  );
}

function readCitations(
  node: SyntaxNode,
  sources: Readonly<Record<string, Source>>,
  faults: Faults,
): Citation[] {
  if (node.kind !== "list") {
    faults.add("not_a_list", node.at, { found: node.kind });
    return [];
  }
  return node.items.map((item) => {
    const map = new KeyedMap(item, ["source", "article", "quote"], faults);
    const source = map.need("source");
    const known = Object.keys(sources);
    if (!known.includes(source)) {
      faults.add("wrong_value", item.at, { found: source, expected: known.join(", ") });
    }
    return { source, article: map.need("article"), quote: map.text("quote") };
  });
}

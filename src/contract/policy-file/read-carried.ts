import type { SyntaxNode } from "../../core/index.ts";
import type { Texts } from "../language.ts";
import type { Carried, Citation, Deadline, Duty, Source } from "./carried.ts";
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
  const carried = {
    market: market?.kind === "scalar" ? market.text : null,
    sources,
    citations: cited.citations,
    deadlines: named(taken.get("deadlines"), faults, (name, map) => deadline(name, map, cite)),
    duties: named(taken.get("duties"), faults, (name, node) => duty(name, node, cite, faults)),
    notes: readNotes(taken.get("notes"), faults),
    unsaid: spoken.unsaid,
  };
  return { rest: cited.rest, carried };

  function deadline(name: string, node: SyntaxNode, read: typeof cite): Deadline[] {
    return readDeadline(name, new KeyedMap(node, deadlineKeys, faults), read);
  }
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
    const map = new KeyedMap(value, ["title", "number", "text"], faults);
    const source = { title: map.need("title"), number: map.text("number"), text: map.text("text") };
    return [[name, source] as const];
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

const deadlineKeys = ["duty", "from", "to", "within", "cite"];
const units = { h: "hours", d: "days", bd: "business_days" } as const;

function readDeadline(
  name: string,
  map: KeyedMap,
  cite: (node: SyntaxNode) => Citation[],
): Deadline[] {
  const duty = map.need("duty");
  const [from, to, text] = [map.need("from"), map.need("to"), map.need("within")];
  const [, count = "", unit = "d"] = /^(\d{1,4})(h|d|bd)$/.exec(text) ?? [];
  if (duty !== "merchant" && duty !== "customer") {
    map.wrong("duty", duty, "merchant, customer");
    return [];
  }
  if (count === "") {
    map.wrong("within", text, "72h, 15d, 7bd");
    return [];
  }
  const within = { count: Number(count), unit: units[unit as keyof typeof units] };
  const node = map.node("cite");
  return [{ name, duty, from, to, within, citations: node === null ? [] : cite(node) }];
}

function duty(
  name: string,
  node: SyntaxNode,
  cite: (node: SyntaxNode) => Citation[],
  faults: Faults,
): Duty[] {
  const map = new KeyedMap(node, ["say", "cite"], faults);
  const [say, citations] = [map.node("say"), map.node("cite")];
  if (say === null) {
    faults.add("missing_key", map.at, { key: "say" });
    return [];
  }
  return [
    { name, say: textsOf(say, faults), citations: citations === null ? [] : cite(citations) },
  ];
}

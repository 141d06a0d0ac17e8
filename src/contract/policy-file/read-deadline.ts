import { parseWithin } from "../../core/index.ts";
import type { SyntaxNode } from "../../core/index.ts";
import { type Citation, type Deadline, type DeadlineTo, deadlineSpans } from "./carried.ts";
import { type Faults, KeyedMap } from "./take-out.ts";

export interface Reading {
  readonly cite: (node: SyntaxNode) => Citation[];
  /** What the document answers. */
  readonly answers: readonly string[];
  readonly faults: Faults;
}

const deadlineKeys = ["duty", "from", "to", "within", "for", "cite"];

/**
 * Reads one deadline; none where something is wrong with it, which is reported. The moments are a
 * closed list, since a clock that nothing starts or stops would be shown and never kept.
 */
export function readDeadline(name: string, node: SyntaxNode, reading: Reading): Deadline[] {
  const map = new KeyedMap(node, deadlineKeys, reading.faults);
  const [duty, from, to] = [map.need("duty"), map.need("from"), map.need("to")];
  const within = map.need("within");
  if (parseWithin(within) === null) map.wrong("within", within, "72h, 15d, 7bd");
  if (!isEnd(to)) {
    map.wrong("to", to, Object.keys(deadlineSpans).join(", "));
    return [];
  }
  const start = deadlineSpans[to].find((moment) => moment === from);
  if (start === undefined) map.wrong("from", from, deadlineSpans[to].join(", "));
  const holder = to === "claim.supplemented_at" ? "customer" : "merchant";
  if (duty !== holder) map.wrong("duty", duty, holder);
  const [runsFor, cited] = [map.node("for"), map.node("cite")];
  const kinds = runsFor === null ? null : readKinds(runsFor, reading);
  const citations = cited === null ? [] : reading.cite(cited);
  return start === undefined
    ? []
    : [{ name, duty: holder, from: start, to, within, kinds, citations }];
}

const isEnd = (text: string): text is DeadlineTo => Object.hasOwn(deadlineSpans, text);

export function readKinds(node: SyntaxNode, { answers, faults }: Reading): string[] {
  if (node.kind !== "list") {
    faults.add("not_a_list", node.at, { found: node.kind });
    return [];
  }
  return node.items.flatMap((item) => {
    const text = item.kind === "scalar" ? item.text : item.kind;
    if (answers.includes(text)) return [text];
    faults.add("wrong_value", item.at, { found: text, expected: answers.join(", ") });
    return [];
  });
}

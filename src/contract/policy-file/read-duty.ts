import type { SyntaxNode } from "../../core/index.ts";
import type { Duty } from "./carried.ts";
import { type Reading, readKinds } from "./read-deadline.ts";
import { KeyedMap, textsOf } from "./take-out.ts";

const holders = ["merchant", "customer"] as const;

/** Reads one duty that no amount expresses; none where it says nothing, which is reported. */
export function readDuty(name: string, node: SyntaxNode, reading: Reading): Duty[] {
  const map = new KeyedMap(node, ["duty", "for", "say", "cite"], reading.faults);
  const [say, about, cited] = [map.node("say"), map.node("for"), map.node("cite")];
  const text = map.text("duty") ?? "merchant";
  const duty = holders.find((each) => each === text);
  if (duty === undefined) map.wrong("duty", text, holders.join(", "));
  const kinds = about === null ? null : readKinds(about, reading);
  const citations = cited === null ? [] : reading.cite(cited);
  if (say === null) {
    reading.faults.add("missing_key", map.at, { key: "say" });
    return [];
  }
  const texts = textsOf(say, reading.faults);
  return [{ name, duty: duty ?? "merchant", kinds, say: texts, citations }];
}

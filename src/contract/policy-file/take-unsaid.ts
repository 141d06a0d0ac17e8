import type { CaseFacts, SyntaxEntry, SyntaxNode } from "../../core/index.ts";
import type { Unsaid } from "./carried.ts";
import { type Faults, replaceValue } from "./take-out.ts";

/**
 * `unsaid` on a choice or flag that is no wish: the value when nobody has alleged anything. It is
 * taken out before evaluation, because it is for whoever files a claim to write it down as a fact:
 * then the stored decision says so, and replays without knowing the rule.
 */
export function takeUnsaid(
  tree: SyntaxNode,
  faults: Faults,
): { readonly rest: SyntaxNode; readonly unsaid: Unsaid } {
  const unsaid: Record<string, string> = {};
  const rest = replaceValue(tree, "facts", (facts) => {
    if (facts.kind !== "map") return facts;
    return { ...facts, entries: facts.entries.map((fact) => withoutUnsaid(fact)) };
  });
  return { rest, unsaid };

  function withoutUnsaid(fact: SyntaxEntry): SyntaxEntry {
    const { value } = fact;
    if (value.kind !== "map") return fact;
    const said = value.entries.find(({ key }) => key === "unsaid");
    const wish = value.entries.some(({ key }) => key === "wish");
    if (said === undefined || wish || said.value.kind !== "scalar") return fact;
    const options = optionsOf(value.entries);
    const option = said.value.text;
    if (options.includes(option)) unsaid[fact.key] = option;
    else {
      const expected = options.join(", ");
      faults.add("wrong_value", said.value.at, { found: option, expected });
    }
    const entries = value.entries.filter((entry) => entry !== said);
    return { ...fact, value: { ...value, entries } };
  }
}

function optionsOf(entries: readonly SyntaxEntry[]): readonly string[] {
  const of = entries.find(({ key }) => key === "of")?.value;
  if (of?.kind === "map") return of.entries.map(({ key }) => key);
  return entries.map(({ key }) => key).filter((key) => key === "yes" || key === "no");
}

/** The facts of a claim with every allegation that nobody made written down as such. */
export function withUnsaid(facts: CaseFacts, unsaid: Unsaid, known: Iterable<string>): CaseFacts {
  const filled: Record<string, CaseFacts[string]> = { ...facts };
  for (const name of known) {
    const value = unsaid[name];
    if (value !== undefined && (filled[name]?.state ?? "unknown") === "unknown") {
      filled[name] = { state: "event", value };
    }
  }
  return filled;
}

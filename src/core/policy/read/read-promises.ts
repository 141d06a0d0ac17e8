import type { Draft } from "./draft.ts";
import { isListed } from "../fact-kind.ts";
import { Fields } from "./fields.ts";
import type { Promises } from "../model.ts";

/** What a policy promises about itself; publication proves it. */
export function readPromises(fields: Fields, draft: Draft): Promises {
  const node = fields.node("promises");
  if (node === null) return { time: {}, blindTo: [] };
  const promises = new Fields(node, ["time", "blind_to"], draft.problems);
  const time: Record<string, Promises["time"][string]> = {};
  for (const entry of promises.named("time")) {
    const head = draft.head(entry.key, entry.keyAt);
    const kept = new Fields(entry.value, ["never_rises", "never_falls"], draft.problems);
    const [neverRises, neverFalls] = [
      orderedFacts(kept, "never_rises", draft),
      orderedFacts(kept, "never_falls", draft),
    ];
    if (head !== null) time[head.name] = { neverRises, neverFalls };
  }
  const blindTo = promises.words("blind_to").flatMap(({ text, at }) => draft.fact(text, at) ?? []);
  return { time, blindTo: blindTo.map(({ name }) => name) };
}

function orderedFacts(fields: Fields, key: string, draft: Draft): string[] {
  return fields.words(key).flatMap(({ text, at }) => {
    const fact = draft.fact(text, at);
    if (fact === null) return [];
    if (!isListed(fact)) return [fact.name];
    draft.problems.add("promise_not_ordered", at, { fact: fact.name });
    return [];
  });
}

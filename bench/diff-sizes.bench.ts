import { diff, isDiffRefusal, prove } from "../src/core/index.ts";
import type { RuleDocument } from "../src/core/index.ts";
import type { Figure } from "./bench.ts";
import { tableOf } from "./tables.ts";

export const name = "how long comparisons take";

/** Two versions of fifty clauses of which one gives another share, beside the proof of one. */
export async function figures(): Promise<readonly Figure[]> {
  const { document } = tableOf(5, 10, 1);
  const after = changed(document);
  const diffMs = fastest(() => {
    const found = diff(document, after);
    if (isDiffRefusal(found) || found.regions.length !== 1) throw new Error("one region differs");
  });
  const proofMs = fastest(() => void prove(document));
  const value = `${diffMs.toFixed(0)} ms (${(diffMs / proofMs).toPrecision(2)} of a proof)`;
  return Promise.resolve([{ name: "50 clauses compared", value, about: "50 ms" }]);
}

/** The first clause gives nothing any more. */
function changed(document: RuleDocument): RuleDocument {
  const [first, ...rest] = document.clauses;
  if (first === undefined) throw new Error("a table has clauses");
  const give = first.give.map(({ head, amount }) => ({
    head,
    amount: { ...amount, form: "plain" as const, rate: { n: 0, d: 1 }, rateText: "0%", fact: null },
  }));
  return { ...document, clauses: [{ ...first, give }, ...rest] };
}

function fastest(work: () => void): number {
  const times = Array.from({ length: 3 }, () => {
    const startedAt = performance.now();
    work();
    return performance.now() - startedAt;
  });
  return Math.min(...times);
}

import { prove } from "../src/core/index.ts";
import type { Figure } from "./bench.ts";
import { type Table, decideAll, tableOf } from "./tables.ts";

export const name = "how long proofs take";

/** How long one proof takes, and how its speed compares with a plain loop over the same cells. */
export async function figures(): Promise<readonly Figure[]> {
  const sizes: [string, Table, string][] = [
    ["50 clauses", tableOf(5, 10, 1), "50 ms"],
    ["2,000 clauses", tableOf(10, 20, 10), "3 s"],
  ];
  return Promise.resolve(sizes.map(([clauses, table, about]) => figureOf(clauses, table, about)));
}

function figureOf(clauses: string, tested: Table, about: string): Figure {
  const { document, cases } = tested;
  const proofMs = fastest(() => void prove(document));
  const loopMs = fastest(() => decideAll(tested));
  const ratio = (loopMs / proofMs).toPrecision(2);
  const value = `${proofMs.toFixed(0)} ms (${cases.length} cells, ${ratio} of a plain loop)`;
  return { name: `${clauses} proven`, value, about };
}

function fastest(work: () => void): number {
  const times = Array.from({ length: 3 }, () => {
    const startedAt = performance.now();
    work();
    return performance.now() - startedAt;
  });
  return Math.min(...times);
}

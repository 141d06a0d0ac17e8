import { afterAll, beforeAll, expect, it } from "vitest";
import { compareMutants } from "./oracle/proof-agreement.ts";
import { type Solver, openSolver } from "./oracle/solver.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
}, 60_000);
afterAll(() => solver.close());

it("proof and solver agree on 300 changed documents", async () => {
  const compared = await compareMutants(300, 2_026, solver);
  for (const { name, proof, solver: broken } of compared) {
    expect({ name, broken: proof }).toEqual({ name, broken });
  }
  expect(compared.filter(({ proof }) => proof.length > 0).length).toBeGreaterThan(100);
});

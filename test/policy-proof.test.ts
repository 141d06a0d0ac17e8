import { afterAll, beforeAll, expect, it } from "vitest";
import { compareMutants, compareOn, provenTexts } from "./oracle/proof-agreement.ts";
import { type Solver, openSolver } from "./oracle/solver.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
}, 60_000);
afterAll(() => solver.close());

it.each(provenTexts().map(({ name, text }) => [name, text]))(
  "proof and solver find nothing wrong with %s",
  async (name = "", text = "") => {
    expect(await compareOn(name, text, solver)).toEqual({ name, proof: [], solver: [] });
  },
);

it("proof and solver agree on 20 changed documents, most of them broken", async () => {
  const compared = await compareMutants(20, 3, solver);
  for (const { name, proof, solver: broken } of compared) {
    expect({ name, broken: proof }).toEqual({ name, broken });
  }
  expect(compared.filter(({ proof }) => proof.length > 0).length).toBeGreaterThan(8);
}, 120_000);

it("proof and solver agree on changes of a document with two heads on one base", async () => {
  const halves = provenTexts().filter(({ name }) => name.includes("guarantee-halves"));
  const compared = await compareMutants(12, 5, solver, halves);
  for (const { name, proof, solver: broken } of compared) {
    expect({ name, broken: proof }).toEqual({ name, broken });
  }
  expect(compared.flatMap(({ proof }) => proof)).toContain("within_base unused+sorry");
}, 120_000);

it("proof and solver agree on changes of a document with days beside months", async () => {
  const months = provenTexts().filter(({ name }) => name.includes("notice-months"));
  const compared = await compareMutants(12, 9, solver, months);
  for (const { name, proof, solver: broken } of compared) {
    expect({ name, broken: proof }).toEqual({ name, broken });
  }
  expect(compared.filter(({ proof }) => proof.length > 0).length).toBeGreaterThan(4);
}, 120_000);

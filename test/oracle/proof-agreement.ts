import { readPolicyFile } from "../../src/contract/index.ts";
import { type FloorDocument, type Proof, type RuleDocument, prove } from "../../src/core/index.ts";
import { documentNames, policyText, shippedCatalogue } from "../../policies/shipped-files.ts";
import { shippedFile, testNames } from "../../policies/shipped-files.ts";
import { readOracle } from "./document.ts";
import { mutant } from "./mutants.ts";
import { chance } from "./random-case.ts";
import { type Floor, questionsOf, readPromised } from "./smt.ts";
import type { Solver } from "./solver.ts";

const words = shippedCatalogue();
const catalogueText = policyText("catalogue.yaml");
const floorNames = documentNames().filter((name) => name.endsWith(".floor.yaml"));
const floors = floorNames.flatMap((name): FloorDocument[] => {
  const { document } = shippedFile(name, words);
  return document.kind === "floor" ? [document] : [];
});
const oracleFloors = floorNames.map((name): Floor => {
  const text = policyText(name);
  return { document: readOracle(text, catalogueText), promised: readPromised(text) };
});

/** What the proof finds broken, in the names of the solver's questions. */
function brokenBy(proof: Proof, document: RuleDocument): string[] {
  const tooWide = proof.findings.find(({ kind }) => kind === "too_wide");
  if (tooWide !== undefined) throw new Error("a mutant is too wide");
  return proof.findings
    .flatMap(({ kind, heads, floor, facts, cases }) => {
      const [head, together] = [heads[0] ?? "", heads.join("+")];
      const id = floor?.reference.split("@")[0] ?? "";
      switch (kind) {
        case "gap":
        case "overlap":
          return [`one_answer ${head}`];
        case "above_base":
          return [`within_base ${together}`];
        case "rises":
          return [`never_rises ${head}`];
        case "falls":
          return [`never_falls ${head}`];
        case "below_floor":
        case "above_floor":
          return [`floor ${together} ${id}`];
        case "not_allowed":
          return [`floor ${head} ${id} allowed`];
        case "reads_attribute":
          // Where no answer differs, only the reading is wrong, which no solver has to say.
          return cases.length > 0 ? [`blind_to ${facts[0] ?? ""} ${head}`] : [];
        default:
          throw new Error(`${document.id}: ${kind}`);
      }
    })
    .toSorted();
}

export interface Agreement {
  readonly name: string;
  readonly proof: string[];
  readonly solver: string[];
}

/** What proof and solver say to one text; null where the text is refused before any proof. */
export async function compareOn(
  name: string,
  text: string,
  solver: Solver,
): Promise<Agreement | null> {
  const read = readPolicyFile(text, words);
  if (!read.ok) return null;
  const { document } = read.value;
  const proof = prove(document, { floors, facts: words.catalogue.facts, findingsMax: 10_000 });
  const oracle = readOracle(text, catalogueText);
  const questions = questionsOf(oracle, readPromised(text), oracleFloors);
  return {
    name,
    proof: [...new Set(brokenBy(proof, document))],
    solver: [...new Set(await solver.broken(questions))].toSorted(),
  };
}

/** The shipped documents, and those with parts of the language that none of them uses. */
export function provenTexts(): { name: string; text: string }[] {
  return [...documentNames(), ...testNames()].map((name) => ({ name, text: policyText(name) }));
}

/** Agreements over seeded mutants of documents, as many as asked for. */
export async function compareMutants(
  count: number,
  seed: number,
  solver: Solver,
  from = provenTexts(),
): Promise<Agreement[]> {
  const below = chance(seed);
  const texts = from.filter(({ text }) => !text.includes("\nclauses: {}"));
  const compared: Agreement[] = [];
  while (compared.length < count) {
    const { name, text } = texts[below(texts.length)]!;
    const changed = mutant(text, below);
    const agreement =
      changed && (await compareOn(`${name} ${changed.change}`, changed.text, solver));
    if (agreement !== null) compared.push(agreement);
  }
  return compared;
}

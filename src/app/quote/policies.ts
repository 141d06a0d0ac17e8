import { join } from "node:path";
import { problemLine, readCatalogueFile, readPolicyFile } from "../../contract/index.ts";
import type { CatalogueFile, FileReading, Language } from "../../contract/index.ts";
import { isRefusal } from "../../core/index.ts";
import type { CompiledPolicy, Fact } from "../../core/index.ts";
import { compileStored } from "../../promises/index.ts";
import { CommandError } from "../cli/failure.ts";
import { readText } from "./input.ts";

/** Parameters by policy id, as the order's `policies` give them. */
type Params = ReadonlyMap<string, Readonly<Record<string, string>>>;

const ownCatalogue = join(import.meta.dirname, "../../../policies/catalogue.yaml");

/** Reads and compiles the files; every fault of a file is told with its line and column. */
export function readPolicies(
  paths: readonly string[],
  cataloguePath: string | null,
  params: Params,
  language: Language,
): ReadPolicies {
  const path = cataloguePath ?? ownCatalogue;
  const catalogueText = readText(path);
  const words = must(path, readCatalogueFile(catalogueText), language);
  const beside = { words, catalogueText, params, language };
  const policies = paths.map((each) => readPolicy(each, beside));
  const facts = [words.catalogue.facts, ...policies.map(({ document }) => document.facts)];
  return { policies, facts };
}

export interface ReadPolicies {
  readonly policies: readonly CompiledPolicy[];
  /** By document: what an order's record can establish under these policies. */
  readonly facts: readonly Readonly<Record<string, Fact>>[];
}

interface Beside {
  readonly words: CatalogueFile;
  readonly catalogueText: string;
  readonly params: Params;
  readonly language: Language;
}

function readPolicy(path: string, { words, catalogueText, params, language }: Beside) {
  const text = readText(path);
  const { document, hash } = must(path, readPolicyFile(text, words), language);
  const stored = { hash, catalogue_hash: words.hash, text, catalogue_text: catalogueText };
  const compiled = compileStored(stored, params.get(document.id) ?? {});
  if (isRefusal(compiled)) throw new CommandError(`\`${path}\`: ${compiled.sentence}`);
  return compiled.policy;
}

function must<T>(path: string, reading: FileReading<T>, language: Language): T {
  if (reading.ok) return reading.value;
  const lines = reading.problems.map((problem) => `${path}: ${problemLine(problem, language)}`);
  throw new CommandError(lines.join("\n"));
}

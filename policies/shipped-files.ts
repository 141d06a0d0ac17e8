import { readFileSync, readdirSync } from "node:fs";
import {
  type CatalogueFile,
  type FileReading,
  type PolicyFile,
  problemLine,
  readCatalogueFile,
  readPolicyFile,
} from "../src/contract/index.ts";

const folder = new URL("./", import.meta.url);

export function policyText(name: string): string {
  return readFileSync(new URL(name, folder), "utf8");
}

/** Names of the policy and floor files, in alphabetical order. */
export function documentNames(): string[] {
  return readdirSync(folder)
    .filter((name) => /\.(policy|floor)\.yaml$/.test(name))
    .sort();
}

/** Names of documents that are not shipped: parts of the language that no shipped one uses. */
export function testNames(): string[] {
  return readdirSync(new URL("testing/", folder))
    .filter((name) => name.endsWith(".policy.yaml"))
    .map((name) => `testing/${name}`)
    .sort();
}

export function shippedCatalogue(): CatalogueFile {
  return mustRead("catalogue.yaml", readCatalogueFile(policyText("catalogue.yaml")));
}

export function shippedFile(name: string, words: CatalogueFile): PolicyFile {
  return mustRead(name, readPolicyFile(policyText(name), words));
}

function mustRead<T>(name: string, reading: FileReading<T>): T {
  if (reading.ok) return reading.value;
  const lines = reading.problems.map((problem) => `${name}, ${problemLine(problem)}`);
  throw new Error(lines.join("\n"));
}

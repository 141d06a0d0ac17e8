import { readFileSync, readdirSync } from "node:fs";
import {
  type CatalogueFile,
  type FileReading,
  type PolicyFile,
  problemLine,
  readCatalogueFile,
  readPolicyFile,
} from "../contract/index.ts";

/** A document that comes with the product, and the text it was read from. */
export type ShippedFile = PolicyFile & { readonly text: string };

export type Shipped = {
  readonly words: CatalogueFile & { readonly text: string };
  readonly files: readonly ShippedFile[];
};

// The build leaves these files beside their source, so the path holds in the bundle as well.
const folder = new URL("../../policies/", import.meta.url);

let shipped: Shipped | null = null;

/** Read once per process; a fault in a shipped file is a bug and throws. */
export function shippedPolicies(): Shipped {
  return (shipped ??= readShipped());
}

function readShipped(): Shipped {
  const text = textOf("catalogue.yaml");
  const words = { ...mustRead("catalogue.yaml", readCatalogueFile(text)), text };
  const names = readdirSync(folder).filter((name) => /\.(policy|floor)\.yaml$/.test(name));
  const files = names.sort().map((name) => {
    const source = textOf(name);
    return { ...mustRead(name, readPolicyFile(source, words)), text: source };
  });
  return { words, files };
}

function textOf(name: string): string {
  return readFileSync(new URL(name, folder), "utf8");
}

function mustRead<T>(name: string, reading: FileReading<T>): T {
  if (reading.ok) return reading.value;
  throw new Error(reading.problems.map((problem) => `${name}, ${problemLine(problem)}`).join("\n"));
}

import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { problemLine, readCatalogueFile, readPolicyFile } from "../../contract/index.ts";
import type { CatalogueFile, FileReading, Language } from "../../contract/index.ts";
import type { FloorDocument, PolicyDocument } from "../../core/index.ts";
import { CommandError } from "../cli/failure.ts";
import { readText } from "../quote/input.ts";

export const shippedFolder = join(import.meta.dirname, "../../../policies");

/** The words of policies: those of a file, or the product's own. */
export function wordsFrom(path: string | null, language: Language): CatalogueFile {
  const file = path ?? join(shippedFolder, "catalogue.yaml");
  return mustRead(file, readCatalogueFile(readText(file)), language);
}

/** What a file holds, or all its faults as the end of the command. */
export function mustRead<T>(path: string, reading: FileReading<T>, language: Language): T {
  if (reading.ok) return reading.value;
  const lines = reading.problems.map((problem) => `${path}: ${problemLine(problem, language)}`);
  throw new CommandError(lines.join("\n"));
}

/**
 * The floors of a policy: from the files that were named, else from beside the policy, else as the
 * product ships them. One that is found nowhere is left to the proof to report.
 */
export function floorsOf(
  { floors }: PolicyDocument,
  policyPath: string,
  named: readonly FloorDocument[],
  words: CatalogueFile,
  language: Language,
): FloorDocument[] {
  return floors.flatMap((id) => {
    const given = named.find((floor) => floor.id === id);
    if (given !== undefined) return [given];
    const file = basename(`${id}.floor.yaml`);
    const places = [dirname(policyPath), shippedFolder].map((folder) => join(folder, file));
    const path = places.find(existsSync);
    return path === undefined ? [] : [readFloor(path, words, language)];
  });
}

export function readFloor(path: string, words: CatalogueFile, language: Language): FloorDocument {
  const { document } = mustRead(path, readPolicyFile(readText(path), words), language);
  if (document.kind === "floor") return document;
  throw new CommandError(`\`${path}\` is a policy; name a floor with --floor`);
}

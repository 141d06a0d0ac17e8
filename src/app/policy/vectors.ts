import { writeFileSync } from "node:fs";
import { readPolicyFile } from "../../contract/index.ts";
import type { Language } from "../../contract/index.ts";
import { vectorFile, vectorFileText } from "../../core/index.ts";
import type { Terminal } from "../cli/terminal.ts";
import { readText } from "../quote/input.ts";
import { mustRead, wordsFrom } from "./files.ts";

export interface VectorRequest {
  /** Documents that bind one claim together. */
  readonly files: readonly string[];
  /** Where the vectors go; null for standard output. */
  readonly out: string | null;
  readonly catalogue: string | null;
  readonly language: Language;
}

/** `makegood policy vectors`. */
export function writeVectors(terminal: Terminal, asked: VectorRequest): void {
  const { language, out } = asked;
  const words = wordsFrom(asked.catalogue, language);
  const documents = asked.files.map(
    (path) => mustRead(path, readPolicyFile(readText(path), words), language).document,
  );
  const file = vectorFile(documents, words.hash);
  const text = vectorFileText(file);
  if (out === null) {
    terminal.answer(file, text.trimEnd().split("\n"));
    return;
  }
  writeFileSync(out, text);
  const told = `${out}: ${file.vectors.length} vectors`;
  terminal.answer({ out, vectors: file.vectors.length }, [told]);
}

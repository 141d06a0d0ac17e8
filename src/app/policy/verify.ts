import { findingPlace, readPolicyFile } from "../../contract/index.ts";
import type { CatalogueFile, Language, Texts } from "../../contract/index.ts";
import { prove, tellAssumption, tellFinding, tellNote, tellProof } from "../../core/index.ts";
import type { FloorDocument, Proof, RuleDocument } from "../../core/index.ts";
import type { Terminal } from "../cli/terminal.ts";
import { readText } from "../quote/input.ts";
import { floorsAtPublication, tellAtPublication } from "./at-publication.ts";
import type { FloorAtPublication } from "./at-publication.ts";
import { floorsOf, mustRead, readFloor, wordsFrom } from "./files.ts";

export interface VerifiedFiles {
  readonly files: readonly string[];
  readonly floors: readonly string[];
  readonly catalogue: string | null;
  readonly language: Language;
}

interface Verified {
  readonly file: string;
  readonly text: string;
  readonly document: RuleDocument;
  readonly floors: readonly FloorDocument[];
  readonly proof: Proof;
  readonly atPublication: readonly FloorAtPublication[];
}

/** `makegood policy verify`. Exit code 1 where something is not proven. */
export function verifyFiles(terminal: Terminal, asked: VerifiedFiles): number {
  const { language } = asked;
  const words = wordsFrom(asked.catalogue, language);
  const named = asked.floors.map((path) => readFloor(path, words, language));
  const verified = asked.files.map((file) => verifyFile(file, named, words, language));
  terminal.answer(
    { files: verified.map((each) => valueOf(each, language)) },
    verified.flatMap((each) => linesOf(each, language)),
  );
  return verified.every(({ proof }) => proof.proven) ? 0 : 1;
}

function verifyFile(
  file: string,
  named: readonly FloorDocument[],
  words: CatalogueFile,
  language: Language,
): Verified {
  const text = readText(file);
  const { document } = mustRead(file, readPolicyFile(text, words, "new"), language);
  const floors = document.kind === "policy" ? floorsOf(document, file, named, words, language) : [];
  const proof = prove(document, { floors, facts: words.catalogue.facts });
  const atPublication = document.kind === "policy" ? floorsAtPublication(document) : [];
  return { file, text, document, floors, proof, atPublication };
}

function valueOf(verified: Verified, language: Language) {
  const { file, text, document, floors, proof, atPublication } = verified;
  const also = tellAtPublication(atPublication, language);
  const notes = proof.notes.map((note) => tellNote(note, document, language));
  return {
    file,
    ...proof,
    findings: proof.findings.map((found) => ({
      ...found,
      at: findingPlace(text, found),
      sentence: tellFinding(found, document, floors, language),
    })),
    assumptions: proof.assumptions.map((each) => tellAssumption(each, document, language)),
    notes: also === null ? notes : [...notes, also],
    atPublication,
  };
}

function linesOf(verified: Verified, language: Language): string[] {
  const { file, text, document, floors, proof, atPublication } = verified;
  const found = proof.findings.map((each) => {
    const { line, column } = findingPlace(text, each);
    const sentence = tellFinding(each, document, floors, language);
    return `${file}: line ${line}, column ${column}: ${sentence}`;
  });
  const told = tellProof(proof, document, language);
  const also = tellAtPublication(atPublication, language);
  return [
    ...found,
    ...told.map((line) => (line.startsWith(" ") ? line : `${file}: ${line}`)),
    ...(also === null ? [] : [`  ${noteWord[language]}${also}`]),
  ];
}

const noteWord: Texts = { "zh-CN": "说明：", "zh-TW": "說明：", en: "note: " };

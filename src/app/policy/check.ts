import { problemLine, readCatalogueFile, readPolicyFile } from "../../contract/index.ts";
import type { CatalogueFile, Language, PolicyProblem } from "../../contract/index.ts";
import type { Terminal } from "../cli/terminal.ts";
import { readText } from "../quote/input.ts";
import { wordsFrom } from "./files.ts";

export interface CheckedFiles {
  readonly files: readonly string[];
  readonly catalogue: string | null;
  readonly language: Language;
}

interface Checked {
  readonly file: string;
  /** What the file holds; null where it has faults. */
  readonly document: string | null;
  readonly hash: string | null;
  readonly problems: readonly PolicyProblem[];
}

/** `makegood policy check`. Exit code 1 where a file has a fault. */
export function checkFiles(terminal: Terminal, asked: CheckedFiles): number {
  const { language } = asked;
  const words = wordsFrom(asked.catalogue, language);
  const checked = asked.files.map((file) => checkFile(file, words));
  const value = checked.map(({ problems, ...rest }) => ({
    ...rest,
    problems: problems.map(({ code, at, say }) => ({ code, ...at, sentence: say[language] })),
  }));
  terminal.answer(
    { files: value },
    checked.flatMap((each) => linesOf(each, language)),
  );
  return checked.every(({ problems }) => problems.length === 0) ? 0 : 1;
}

function checkFile(file: string, words: CatalogueFile): Checked {
  const text = readText(file);
  if (/^makegood: *catalogue\b/m.test(text)) {
    const reading = readCatalogueFile(text, "new");
    if (!reading.ok) return faulty(file, reading.problems);
    return { file, document: "catalogue", hash: reading.value.hash, problems: [] };
  }
  const reading = readPolicyFile(text, words, "new");
  if (!reading.ok) return faulty(file, reading.problems);
  const { document, hash } = reading.value;
  const name = `${document.kind} ${document.id}@${document.version}`;
  return { file, document: name, hash, problems: [] };
}

function faulty(file: string, problems: readonly PolicyProblem[]): Checked {
  return { file, document: null, hash: null, problems };
}

function linesOf({ file, document, hash, problems }: Checked, language: Language): string[] {
  if (document !== null) return [`${file}: ${document}, no faults (sha256 ${hash ?? ""})`];
  return problems.map((problem) => `${file}: ${problemLine(problem, language)}`);
}

import { createHash } from "node:crypto";
import { readCatalogueFile, readPolicyFile } from "../../contract/index.ts";
import type { CatalogueFile, PolicyFile } from "../../contract/index.ts";
import type { LetterPayload } from "../../core/index.ts";

/** A document as it is stored, with the catalogue in whose words it is written. */
export interface PinnedText {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  readonly text: string;
  readonly catalogueHash: string;
  readonly catalogueText: string;
}

/** SHA-256 of the text as UTF-8, lower-case hex. */
export const textHash = (text: string): string => createHash("sha256").update(text).digest("hex");

/** What is wrong with a text of a letter: it is not there, or it is not what its hash says. */
interface TextProblem {
  readonly problem: "missing" | "unreadable" | "hash" | "name";
  /** `id@version`, or the hash of a catalogue. */
  readonly of: string;
}

type ReadTexts =
  | { readonly ok: true; readonly documents: readonly PolicyFile[] }
  | { readonly ok: false; readonly problems: readonly TextProblem[] };

/** The documents of a letter from its texts, each held against the hashes that are signed. */
export function readTexts(
  { documents, catalogues }: Pick<LetterPayload, "documents" | "catalogues">,
  texts: readonly string[],
): ReadTexts {
  const byHash = new Map(texts.map((text) => [textHash(text), text]));
  const words = catalogues.map((one) => readWords(one, byHash.get(one.textHash)));
  const known = words.filter((one): one is CatalogueFile => !("problem" in one));
  const read = documents.map((one) => readNamed(one, byHash.get(one.textHash), known));
  const problems = [...words, ...read].filter((one): one is TextProblem => "problem" in one);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, documents: read.filter((one): one is PolicyFile => !("problem" in one)) };
}

function readWords(
  { hash }: LetterPayload["catalogues"][number],
  text: string | undefined,
): CatalogueFile | TextProblem {
  if (text === undefined) return { problem: "missing", of: hash };
  const reading = readCatalogueFile(text);
  if (!reading.ok) return { problem: "unreadable", of: hash };
  return reading.value.hash === hash ? reading.value : { problem: "hash", of: hash };
}

function readNamed(
  { id, version, hash, catalogue }: LetterPayload["documents"][number],
  text: string | undefined,
  known: readonly CatalogueFile[],
): PolicyFile | TextProblem {
  const of = `${id}@${version}`;
  const words = known.find((one) => one.hash === catalogue);
  if (text === undefined || words === undefined) return { problem: "missing", of };
  const reading = readPolicyFile(text, words);
  if (!reading.ok) return { problem: "unreadable", of };
  const { document } = reading.value;
  if (document.hash !== hash) return { problem: "hash", of };
  const named = document.id === id && document.version === version;
  return named ? reading.value : { problem: "name", of };
}

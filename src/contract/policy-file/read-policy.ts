import {
  type Catalogue,
  type Problem,
  type RuleDocument,
  type SyntaxNode,
  problemSentence,
  readCatalogue,
  readDocument,
} from "../../core/index.ts";
import type { Position } from "../../core/index.ts";
import type { Texts } from "../language.ts";
import { catalogueHash, documentHash } from "./canonical.ts";
import type { Carried, Unsaid } from "./carried.ts";
import { readCarried } from "./read-carried.ts";
import { readTree } from "./read-tree.ts";
import { Faults } from "./take-out.ts";
import { takeUnsaid } from "./take-unsaid.ts";

/** A fault of a file at its place, told in each language: what is wrong and what to do. */
export type PolicyProblem = { readonly code: string; readonly at: Position; readonly say: Texts };

export type FileReading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

export type CatalogueFile = {
  readonly catalogue: Catalogue;
  readonly unsaid: Unsaid;
  /** SHA-256 in lower-case hex. */
  readonly hash: string;
};

export type PolicyFile = {
  readonly document: RuleDocument;
  readonly carried: Carried;
  /** SHA-256 of the document in the words of its catalogue, lower-case hex; also in `document`. */
  readonly hash: string;
};

/** Reads `catalogue.yaml`. */
export function readCatalogueFile(text: string): FileReading<CatalogueFile> {
  const read = readTree(text);
  if (!read.ok) return read;
  const faults = new Faults();
  const { rest, unsaid } = takeUnsaid(read.tree, faults);
  const reading = readCatalogue(rest);
  return joined(reading, faults, (catalogue) => ({
    catalogue,
    unsaid,
    hash: catalogueHash(read.tree),
  }));
}

/** Reads a policy or a floor in the words of a catalogue; every fault is reported at once. */
export function readPolicyFile(text: string, words: CatalogueFile): FileReading<PolicyFile> {
  const read = readTree(text);
  return read.ok ? readPolicyTree(read.tree, words) : read;
}

function readPolicyTree(tree: SyntaxNode, words: CatalogueFile): FileReading<PolicyFile> {
  const hash = documentHash(tree, words.hash);
  const faults = new Faults();
  const { rest, carried } = readCarried(tree, faults);
  const reading = readDocument(rest, words.catalogue, hash);
  if (reading.ok) checkSource(reading.value, carried, tree, faults);
  return joined(reading, faults, (document) => ({ document, carried, hash }));
}

/** What binds some merchants alone says where it stands: nobody else would look for it. */
function checkSource(
  document: RuleDocument,
  { sources }: Carried,
  { at }: SyntaxNode,
  faults: Faults,
): void {
  if (document.kind === "policy" || document.merchants === "all") return;
  if (document.source !== null || Object.keys(sources).length > 0) return;
  faults.add("missing_key", at, { key: "sources" });
}

function joined<T, U>(
  reading: { ok: true; value: T } | { ok: false; problems: readonly Problem[] },
  faults: Faults,
  make: (value: T) => U,
): FileReading<U> {
  const problems = [...faults.list, ...(reading.ok ? [] : reading.problems)];
  if (reading.ok && problems.length === 0) return { ok: true, value: make(reading.value) };
  return { ok: false, problems: problems.toSorted(byPlace).map(told) };
}

function byPlace(one: Problem, other: Problem): number {
  return one.at.line - other.at.line || one.at.column - other.at.column;
}

function told(problem: Problem): PolicyProblem {
  const say = {
    "zh-CN": problemSentence(problem, "zh-CN"),
    "zh-TW": problemSentence(problem, "zh-TW"),
    en: problemSentence(problem, "en"),
  };
  return { code: problem.code, at: problem.at, say };
}

/** `line 3, column 7: the key …`, as an editor and a terminal show it. */
export function problemLine(problem: PolicyProblem, language: keyof Texts = "en"): string {
  const { line, column } = problem.at;
  const place = language === "en" ? `line ${line}, column ${column}: ` : `${line}:${column} `;
  return place + problem.say[language];
}

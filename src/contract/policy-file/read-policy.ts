import {
  type Catalogue,
  type Problem,
  Problems,
  type Reading,
  type RuleDocument,
  type Standard,
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
import type { Faults } from "./take-out.ts";
import { takeUnsaid } from "./take-unsaid.ts";

/** A fault of a file at its place, told in each language: what is wrong and what to do. */
export type PolicyProblem = {
  readonly code: string;
  readonly at: Position;
  readonly say: Texts;
  /** How many faults this one stands for, where it is more than itself. */
  readonly count?: number;
};

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

/** Reads `catalogue.yaml`; a new one is held to more than one that documents stand on already. */
export function readCatalogueFile(
  text: string,
  standard: Standard = "stored",
): FileReading<CatalogueFile> {
  const read = readTree(text);
  if (!read.ok) return read;
  const faults = new Problems();
  const { rest, unsaid } = takeUnsaid(read.tree, faults);
  return joined(readCatalogue(rest, faults, standard), (catalogue) => ({
    catalogue,
    unsaid,
    hash: catalogueHash(read.tree),
  }));
}

/**
 * Reads a policy or a floor in the words of a catalogue; its faults are reported together. What is
 * to be published is read as `new`: what was published before goes on deciding as it did.
 */
export function readPolicyFile(
  text: string,
  words: CatalogueFile,
  standard: Standard = "stored",
): FileReading<PolicyFile> {
  const read = readTree(text);
  return read.ok ? readPolicyTree(read.tree, words, standard) : read;
}

function readPolicyTree(
  tree: SyntaxNode,
  words: CatalogueFile,
  standard: Standard,
): FileReading<PolicyFile> {
  const hash = documentHash(tree, words.hash);
  const faults = new Problems();
  const { rest, carried } = readCarried(tree, faults);
  checkSource(tree, carried, faults);
  return joined(readDocument(rest, words.catalogue, hash, faults, standard), (document) => {
    return { document, carried, hash };
  });
}

/** What binds some merchants alone says where it stands: nobody else would look for it. */
function checkSource(tree: SyntaxNode, { sources }: Carried, faults: Faults): void {
  const values = tree.kind === "map" ? tree.entries : [];
  const said = (key: string): string | null => {
    const value = values.find((entry) => entry.key === key)?.value;
    return value?.kind === "scalar" && value.value !== null ? value.text : null;
  };
  if (said("makegood") !== "floor/1" || (said("merchants") ?? "all") === "all") return;
  if (said("source") !== null || Object.keys(sources).length > 0) return;
  faults.add("missing_key", tree.at, { key: "sources" });
}

function joined<T, U>(reading: Reading<T>, make: (value: T) => U): FileReading<U> {
  if (reading.ok) return { ok: true, value: make(reading.value) };
  return { ok: false, problems: reading.problems.map(told) };
}

function told(problem: Problem): PolicyProblem {
  const say = {
    "zh-CN": problemSentence(problem, "zh-CN"),
    "zh-TW": problemSentence(problem, "zh-TW"),
    en: problemSentence(problem, "en"),
  };
  const told = { code: problem.code, at: problem.at, say };
  return problem.code === "more_faults"
    ? { ...told, count: Number(problem.values["count"]) }
    : told;
}

/** All faults of a text, with those that are only counted. */
export const faultCount = (problems: readonly PolicyProblem[]): number =>
  problems.reduce((sum, { count = 1 }) => sum + count, 0);

/** `line 3, column 7: the key …`, as an editor and a terminal show it. */
export function problemLine(problem: PolicyProblem, language: keyof Texts = "en"): string {
  const { line, column } = problem.at;
  const place = {
    "zh-CN": `第 ${line} 行第 ${column} 列：`,
    "zh-TW": `第 ${line} 行第 ${column} 欄：`,
    en: `line ${line}, column ${column}: `,
  };
  return place[language] + problem.say[language];
}

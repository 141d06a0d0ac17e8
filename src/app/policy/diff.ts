import { readPolicyFile } from "../../contract/index.ts";
import type { CatalogueFile, Language, PolicyFile } from "../../contract/index.ts";
import {
  combinations,
  diff,
  diffLines,
  isCurrency,
  isDiffRefusal,
  isRefusal,
  loses,
  parseDecimal,
  tellCombinations,
  tellDiff,
  tellDiffRefusal,
} from "../../core/index.ts";
import type { Combination, Diff, DiffRefusal, Example, RuleDocument } from "../../core/index.ts";
import { CommandError } from "../cli/failure.ts";
import type { Terminal } from "../cli/terminal.ts";
import { readText } from "../quote/input.ts";
import { mustRead, wordsFrom } from "./files.ts";
import { givenParams } from "./params.ts";

export interface DiffedFiles {
  readonly before: string;
  readonly after: string;
  /** Policies and floors that bind the same claims. */
  readonly together: readonly string[];
  readonly amount: string | null;
  readonly currency: string | null;
  /** `notice=15d`, `before:notice=15d` or `after:notice=15d`. */
  readonly params: readonly string[];
  readonly catalogue: string | null;
  readonly language: Language;
}

/** `makegood policy diff`. Exit code 1 where some customer loses. */
export function diffFiles(terminal: Terminal, asked: DiffedFiles): number {
  const { language } = asked;
  const words = wordsFrom(asked.catalogue, language);
  const [before, after] = [asked.before, asked.after].map((path) => fileOf(path, words, language));
  if (before === undefined || after === undefined) throw new RangeError("two files are compared");
  const together = asked.together.map((path) => fileOf(path, words, language).document);
  const example = exampleOf(asked.amount, asked.currency);
  const documents = [before.document, after.document, ...together];
  const found = accepted(
    diff(before.document, after.document, {
      together,
      example,
      params: givenParams(asked.params, before.document, after.document),
      carried: [before.carried, after.carried],
    }),
    language,
  );
  const combined =
    together.length === 0
      ? null
      : accepted(combinations([after.document, ...together], { example }), language);
  terminal.answer(
    valueOf(found, combined, documents, language),
    linesOf(found, combined, documents, language),
  );
  return loses(found) ? 1 : 0;
}

function fileOf(path: string, words: CatalogueFile, language: Language): PolicyFile {
  return mustRead(path, readPolicyFile(readText(path), words), language);
}

function accepted<T extends object>(found: T | DiffRefusal, language: Language): T {
  if (!isDiffRefusal(found)) return found;
  throw new CommandError(tellDiffRefusal(found, language));
}

function exampleOf(amount: string | null, currency: string | null): Example {
  const code = currency ?? "CNY";
  if (!isCurrency(code)) {
    throw new CommandError(`\`${code}\` is not a currency code: use one of ISO 4217, such as CNY`);
  }
  const minor = amount === null ? 10_000 : parseDecimal(amount, code);
  if (isRefusal(minor)) throw new CommandError(minor.sentence);
  if (minor <= 0) throw new CommandError(`\`${amount ?? ""}\` is no base: use more than nothing`);
  return { amountMinor: minor, currency: code };
}

function valueOf(
  found: Diff,
  combined: readonly Combination[] | null,
  documents: readonly RuleDocument[],
  language: Language,
) {
  return {
    ...found,
    loses: loses(found),
    combinations: combined,
    told: tellDiff(found, documents, language),
  };
}

function linesOf(
  found: Diff,
  combined: readonly Combination[] | null,
  documents: readonly RuleDocument[],
  language: Language,
): string[] {
  const lines = diffLines(found, documents, language);
  if (combined === null) return lines;
  const told = tellCombinations(combined, documents.slice(1), language);
  const regions = told.regions.flatMap(({ title, rows }) => [
    "",
    title,
    ...rows.map(({ label, text }) => `  ${label}: ${text}`),
  ]);
  return [...lines, "", told.headline, ...regions];
}

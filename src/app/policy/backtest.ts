import { join } from "node:path";
import { readCatalogueFile, readPolicyFile } from "../../contract/index.ts";
import type { Language } from "../../contract/index.ts";
import { pageMarkdown } from "../../core/index.ts";
import { backtestPage, runBacktest } from "../../insight/index.ts";
import type { DraftText } from "../../insight/index.ts";
import { CommandError } from "../cli/failure.ts";
import type { Terminal } from "../cli/terminal.ts";
import { readText } from "../quote/input.ts";
import { overHistory, windowOf } from "./backtest-history.ts";
import type { WindowChoice } from "./backtest-history.ts";
import { mustRead } from "./files.ts";

export interface BacktestChoice extends WindowChoice {
  readonly file: string;
  readonly merchant: string | null;
  readonly replaces: readonly string[];
  readonly seed: string | null;
  readonly catalogue: string | null;
  readonly language: Language;
}

/** `makegood policy backtest`. */
export async function backtestFile(terminal: Terminal, choice: BacktestChoice): Promise<void> {
  const request = {
    draft: draftOf(choice),
    replaces: choice.replaces,
    window: windowOf(choice),
    seed: seedOf(choice.seed),
  };
  const report = await overHistory(terminal, choice.merchant, (tx, watch) =>
    runBacktest(tx, request, watch),
  );
  const page = pageMarkdown(backtestPage(report, choice.language));
  terminal.answer(report, page.trimEnd().split("\n"));
}

function seedOf(text: string | null): number {
  const seed = Number(text ?? "1");
  if (Number.isSafeInteger(seed) && seed >= 0) return seed;
  throw new CommandError(`--seed is \`${text ?? ""}\`; give a whole number from 0`);
}

const ownCatalogue = join(import.meta.dirname, "../../../policies/catalogue.yaml");

function draftOf({ file, catalogue, language }: BacktestChoice): DraftText {
  const path = catalogue ?? ownCatalogue;
  const catalogueText = readText(path);
  const words = mustRead(path, readCatalogueFile(catalogueText), language);
  const text = readText(file);
  const { document, hash } = mustRead(file, readPolicyFile(text, words), language);
  if (document.kind === "policy") {
    return { document, hash, text, catalogueHash: words.hash, catalogueText };
  }
  throw new CommandError(`\`${file}\` is a floor; a back-test takes the draft of a policy`);
}

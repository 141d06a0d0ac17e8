import { writeFileSync } from "node:fs";
import { readPolicyFile } from "../../contract/index.ts";
import type { Language } from "../../contract/index.ts";
import { checkTexts, pageHtml, pageMarkdown, questionsOf } from "../../core/index.ts";
import { returnPolicyDocument, returnPolicyJsonLd, termsPage } from "../../core/index.ts";
import type { RuleDocument, TermsAbout } from "../../core/index.ts";
import { CommandError } from "../cli/failure.ts";
import type { Terminal } from "../cli/terminal.ts";
import { readText } from "../quote/input.ts";
import { mustRead, wordsFrom } from "./files.ts";
import { type RenderedTerms, aboutFile } from "./render-about.ts";
import { drawFile, drawnFormats } from "./render-drawn.ts";

export interface RenderedFile extends RenderedTerms {
  readonly file: string;
  readonly catalogue: string | null;
  readonly language: Language;
  readonly format: string;
  readonly out: string | null;
}

type Format = (document: RuleDocument, about: TermsAbout, language: Language) => string;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** How terms are written; another way of writing them is one more line. */
const formats: Readonly<Record<string, Format>> = {
  md: (document, about, language) => pageMarkdown(termsPage(document, about, language)),
  html: (document, about, language) => pageHtml(termsPage(document, about, language)),
  "json-ld": (document, about, language) =>
    json(returnPolicyDocument(returnPolicyJsonLd(document, about, language))),
  questions: (document, about, language) => json(questionsOf(document, about, language)),
};

/** `makegood policy render`. Exit code 1, and nothing written, where a text can be read amiss. */
export async function renderFile(terminal: Terminal, asked: RenderedFile): Promise<number> {
  const { file, language, out } = asked;
  const words = wordsFrom(asked.catalogue, language);
  const policy = mustRead(file, readPolicyFile(readText(file), words), language);
  const about = aboutFile(file, policy, asked, words, language);
  const format = formats[asked.format];
  const drawn = drawnFormats[asked.format];
  if (format === undefined && drawn === undefined) {
    const known = [...Object.keys(formats), ...Object.keys(drawnFormats)].join(", ");
    throw new CommandError(`\`${asked.format}\` is no format: use one of ${known}`);
  }
  const findings = checkTexts(policy.document, about);
  if (findings.length > 0) {
    const sentences = findings.map(({ say }) => `${file}: ${say[language]}`);
    terminal.answer({ file, findings }, [...new Set(sentences)]);
    return 1;
  }
  if (drawn !== undefined || format === undefined) {
    if (out === null) throw new CommandError(`\`${asked.format}\` is no text: say --out <file>`);
    writeOut(out, await drawFile(drawn ?? "terms.pdf", policy.document, about, language));
    terminal.answer({ file, out, findings }, [`${out}: written`]);
    return 0;
  }
  const text = format(policy.document, about, language);
  if (out === null) terminal.answer({ file, text, findings }, [text.replace(/\n$/, "")]);
  else {
    writeOut(out, text);
    terminal.answer({ file, out, findings }, [`${out}: written`]);
  }
  return 0;
}

function writeOut(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    throw new CommandError(`\`${path}\` cannot be written: ${(error as Error).message}`);
  }
}

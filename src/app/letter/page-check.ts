import { letterHtml, letterPdf } from "../../claims/index.ts";
import type { DrawnLetter } from "../../claims/index.ts";
import { version } from "../../platform/index.ts";
import { found } from "./checks.ts";
import type { Check } from "./checks.ts";
import type { OpenedLetter } from "./open-file.ts";
import { samePdf } from "./pdf.ts";

/** Draws the letter again from what is signed, and compares it with what the file shows. */
export async function checkPage(opened: OpenedLetter, letter: DrawnLetter): Promise<Check[]> {
  const { addressee } = opened.envelope;
  const named = addressee.join(", ");
  const unsigned =
    addressee.length === 0 || opened.form === "json"
      ? []
      : [found("page", "note", "shown_addressee", { addressee: named })];
  return [await shown(opened, letter), ...unsigned];
}

async function shown(opened: OpenedLetter, letter: DrawnLetter): Promise<Check> {
  switch (opened.form) {
    case "json":
      return found("page", "note", "shown_none");
    case "pdf": {
      const same = samePdf(opened.bytes, await letterPdf(letter));
      return same ? found("page", "right", "shown") : found("page", "wrong", "shown_pdf");
    }
    case "html":
      return shownHtml(opened, letterHtml(letter));
  }
}

function shownHtml({ bytes, payload }: OpenedLetter, expected: string): Check {
  const html = bytes.toString("utf8");
  if (html === expected) return found("page", "right", "shown");
  const [words, right] = [visibleWords(html), visibleWords(expected)];
  const at = right.findIndex((word, index) => words[index] !== word);
  if (at >= 0 || words.length !== right.length) {
    const first = at < 0 ? right.length : at;
    const part = (all: readonly string[]) =>
      all
        .slice(first, first + 3)
        .join(" ")
        .slice(0, 80);
    const values = { found: part(words), expected: part(right) };
    return found("page", "wrong", "shown_text", values);
  }
  const { program } = payload;
  // Another version may lay out the same words in another way; our own never does.
  return program === version
    ? found("page", "wrong", "shown_markup")
    : found("page", "note", "shown_older", { program });
}

/** What a browser would show of the page, word by word. */
function visibleWords(html: string): string[] {
  const text = html
    .replace(/<script\b[^]*?<\/script>/g, " ")
    .replace(/<style\b[^]*?<\/style>/g, " ")
    .replace(/<[^>]*>/g, " ");
  return text.split(/\s+/).filter((word) => word !== "");
}

import { Lexer } from "yaml";
import type { Position } from "../../core/index.ts";
import { type FileProblem, fileProblem } from "./problem.ts";

export const bytesMax = 1_000_000;
/** The deepest shipped document has 7 levels. */
export const depthMax = 24;

/**
 * What must be refused before a parser sees it: a file too large; characters that nobody can
 * read, or that make a text read otherwise than it is; brackets or dashes nested so deep that composing them
 * would exhaust the stack.
 */
export function limitProblem(text: string): FileProblem | null {
  const bytes = utf8Length(text);
  if (bytes > bytesMax) return fileProblem("too_large", { line: 1, column: 1 }, String(bytes));
  const found = unreadableIn(text);
  if (found !== null) return found;
  const at = tooDeepAt(text);
  return at === null ? null : fileProblem("too_deep", at, String(depthMax));
}

/**
 * Control characters but for tabs and ends of lines; characters of no width but for those that join
 * letters, among them marks that turn the direction of writing; what no UTF-8 has.
 */
const unreadable =
  /(?![\t\n\r\u{85}])\p{Cc}|(?![\u{200c}\u{200d}])\p{Cf}|[\p{Cs}\u{2028}\u{2029}\u{fffd}]|\r(?!\n)/u;

function unreadableIn(text: string): FileProblem | null {
  const found = unreadable.exec(text);
  if (found === null) return null;
  const before = text.slice(0, found.index).split("\n");
  const at = { line: before.length, column: (before.at(-1) ?? "").length + 1 };
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return fileProblem("unreadable_character", at, `U+${code}`);
}

/** Counted without copying: the text may be ten times what is allowed. */
function utf8Length(text: string): number {
  if (text.length > 3 * bytesMax) return text.length;
  return new TextEncoder().encode(text).length;
}

/** Indentation needs no check here: a level costs a column on every line, so 1 MB holds few. */
function tooDeepAt(text: string): Position | null {
  let brackets = 0;
  let dashes = 0;
  const at = { line: 1, column: 1 };
  for (const token of new Lexer().lex(text)) {
    if (token === "[" || token === "{") brackets += 1;
    else if (token === "]" || token === "}") brackets -= 1;
    else if (token === "-" || token === "?") dashes += 1;
    else if (token.includes("\n")) dashes = 0;
    if (brackets + dashes > depthMax) return at;
    advance(at, token);
  }
  return null;
}

/** The lexer's own marks are single control characters that are not in the text. */
const marks = ["\u0002", "\u0018", "\u001f"];

function advance(at: { line: number; column: number }, token: string): void {
  if (marks.includes(token)) return;
  const lines = token.split("\n");
  if (lines.length === 1) at.column += token.length;
  else {
    at.line += lines.length - 1;
    at.column = (lines.at(-1) ?? "").length + 1;
  }
}

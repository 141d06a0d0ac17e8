/** One record of a CSV file and the line on which it begins, the first line being 1. */
export interface CsvRecord {
  readonly line: number;
  /** Of a broken record only what stands before the first separator. */
  readonly fields: readonly string[];
  readonly broken: "quoting" | "encoding" | null;
}

/** What stands between two fields. */
export type Separator = "," | "\t" | ";";

interface Parsed {
  readonly fields: string[];
  /** Where the next record begins. */
  readonly end: number;
}

/** A quoted field that goes on for longer than this is taken for a quote that never closes. */
const recordCharactersMax = 65_536;

/**
 * Splits text into records (RFC 4180, with \n or \r\n) as it comes in pieces. After quotes that do
 * not close, reading goes on at the next line, so that one bad row costs no other.
 */
export class CsvSplitter {
  readonly #separator: Separator;
  #rest = "";
  #line = 1;

  constructor(separator: Separator = ",") {
    this.#separator = separator;
  }

  /** The records that are complete with this piece. */
  push(text: string): CsvRecord[] {
    this.#rest += text;
    return this.#split(false);
  }

  /** What is left at the end, where a last line break may be missing. */
  end(): CsvRecord[] {
    return this.#split(true);
  }

  #split(atEnd: boolean): CsvRecord[] {
    const records: CsvRecord[] = [];
    const text = this.#rest;
    let at = 0;
    while (at < text.length) {
      const lineEnd = text.indexOf("\n", at);
      if (lineEnd < 0 && !atEnd) break;
      const stop = lineEnd < 0 ? text.length : lineEnd;
      const line = text.slice(at, stop);
      if (!line.includes('"')) {
        if (line !== "" && line !== "\r") records.push(this.#plain(line));
        this.#line += 1;
        at = stop + 1;
        continue;
      }
      const parsed = parseQuoted(text, at, atEnd, this.#separator);
      if (parsed === "more") break;
      records.push(this.#quoted(parsed, line));
      const end = parsed === "broken" ? stop + 1 : parsed.end;
      this.#line += lineBreaks(text, at, end);
      at = end;
    }
    this.#rest = text.slice(at);
    return records;
  }

  #plain(line: string): CsvRecord {
    const fields = (line.endsWith("\r") ? line.slice(0, -1) : line).split(this.#separator);
    return { line: this.#line, fields, broken: line.includes("\uFFFD") ? "encoding" : null };
  }

  #quoted(parsed: Parsed | "broken", line: string): CsvRecord {
    if (parsed === "broken") {
      return {
        line: this.#line,
        fields: [line.split(this.#separator)[0] ?? ""],
        broken: "quoting",
      };
    }
    const { fields } = parsed;
    const garbled = fields.some((field) => field.includes("\uFFFD"));
    return { line: this.#line, fields, broken: garbled ? "encoding" : null };
  }
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) {
    count += 1;
  }
  // A last line without a break is a line as well.
  return Math.max(count, 1);
}

/** A record with at least one quote in its first line. */
function parseQuoted(
  text: string,
  start: number,
  atEnd: boolean,
  separator: Separator,
): Parsed | "more" | "broken" {
  const fields: string[] = [];
  let at = start;
  for (;;) {
    const field =
      text[at] === '"'
        ? quotedField(text, at, { start, atEnd, separator })
        : plainField(text, at, separator);
    if (field === "more" || field === "broken") return field;
    fields.push(field.value);
    const next = text[field.end];
    if (next === separator) at = field.end + 1;
    else if (next === undefined) return atEnd ? { fields, end: text.length } : "more";
    else if (next === "\n") return { fields, end: field.end + 1 };
    else return "broken";
  }
}

interface Field {
  readonly value: string;
  /** Where the separator or the line break behind it stands. */
  readonly end: number;
}

/** A quote inside a field that does not begin with one is a character like any other: 12" plate. */
function plainField(text: string, start: number, separator: Separator): Field {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== "\n") end += 1;
  const value = text.slice(start, end);
  return { value: value.endsWith("\r") ? value.slice(0, -1) : value, end };
}

interface Record {
  readonly start: number;
  readonly atEnd: boolean;
  readonly separator: Separator;
}

function quotedField(
  text: string,
  start: number,
  { start: recordStart, atEnd, separator }: Record,
): Field | "more" | "broken" {
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0 || close - recordStart > recordCharactersMax) {
    return atEnd || text.length - recordStart > recordCharactersMax ? "broken" : "more";
  }
  const value = text.slice(start + 1, close).replaceAll('""', '"');
  const end = close + 1;
  if (text[end] === "\r" && text[end + 1] === "\n") return { value, end: end + 1 };
  // Whether a quote at the end of a piece closes the field is told by what comes next.
  return end >= text.length - 1 && !atEnd && text[end] !== separator && text[end] !== "\n"
    ? "more"
    : { value, end };
}

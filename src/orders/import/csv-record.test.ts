import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvSplitter } from "./csv-record.ts";
import type { CsvRecord } from "./csv-record.ts";

/** Splits the text in pieces of these lengths, over and over. */
function split(text: string, lengths: readonly number[] = [text.length]): CsvRecord[] {
  const splitter = new CsvSplitter();
  const records: CsvRecord[] = [];
  let at = 0;
  for (let piece = 0; at < text.length; piece += 1) {
    const length = Math.max(1, lengths[piece % lengths.length] ?? 1);
    records.push(...splitter.push(text.slice(at, at + length)));
    at += length;
  }
  return [...records, ...splitter.end()];
}

const fieldsOf = (text: string) => split(text).map(({ fields }) => fields);

describe("the CSV splitter", () => {
  it.each([
    [
      "a,b\nc,d\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "a,b\r\nc,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["a,,\n", [["a", "", ""]]],
    ['"a,b","c""d"\n', [["a,b", 'c"d']]],
    [
      '"a\nb",c\nd,e\n',
      [
        ["a\nb", "c"],
        ["d", "e"],
      ],
    ],
    ['12" plate,x\n', [['12" plate', "x"]]],
    ['"",""\r\n"x"', [["", ""], ["x"]]],
    ["\n\na\n\r\n", [["a"]]],
    ["", []],
  ])("splits %j", (text, expected) => {
    expect(fieldsOf(text)).toEqual(expected);
  });

  it("says on which line a record begins", () => {
    const records = split('a\n"b\nb\nb",1\n\nc\n"d');
    expect(records.map(({ line, broken }) => [line, broken])).toEqual([
      [1, null],
      [2, null],
      [6, null],
      [7, "quoting"],
    ]);
  });

  it("loses no other row to quotes that do not close", () => {
    const records = split('a,1\nb,"oops\nc,3\n"d"x,4\ne,5\n');
    expect(records.map(({ line, fields, broken }) => [line, fields[0], broken])).toEqual([
      [1, "a", null],
      [2, "b", "quoting"],
      [3, "c", null],
      [4, '"d"x', "quoting"],
      [5, "e", null],
    ]);
  });

  it("gives up on a quote that stays open for too long", () => {
    const text = `a,"${"x\n".repeat(50_000)}`;
    const [first, second] = split(text, [4096]);
    expect(first).toMatchObject({ line: 1, broken: "quoting" });
    expect(second).toMatchObject({ line: 2, fields: ["x"], broken: null });
  });

  it("marks what is not UTF-8", () => {
    expect(split('a\uFFFD,b\n"c\uFFFD"\n').map(({ broken }) => broken)).toEqual([
      "encoding",
      "encoding",
    ]);
  });

  it("reads what was written, in pieces of any length", () => {
    const field = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", "守", " ") });
    const row = fc.array(field, { minLength: 2, maxLength: 4 });
    const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(row), lengths, fc.constantFrom("\n", "\r\n"), (rows, cuts, end) => {
        const text = rows.map((fields) => fields.map(quote).join(",") + end).join("");
        expect(split(text, cuts).map(({ fields }) => fields)).toEqual(rows);
      }),
      { seed: 20260131, numRuns: 500 },
    );
  });

  it("cuts any text the same way, however it comes", () => {
    const text = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r"), maxLength: 60 });
    const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(text, lengths, (given, cuts) => {
        expect(split(given, cuts)).toEqual(split(given));
      }),
      { seed: 20260131, numRuns: 2000 },
    );
  });
});

import { isRefusal, refuse } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import type { CsvRecord } from "./csv-record.ts";
import type { ImportFormat, SourceRow } from "./format.ts";
import { readRecords } from "./source.ts";
import type { ImportSource } from "./source.ts";

/** A row below the header; `broken` where not even its fields are known. */
export interface FileRow extends SourceRow {
  /** The order that the row names; of a broken row what can be told, else "". */
  readonly orderKey: string;
  readonly broken: Refusal | null;
}

/**
 * The rows of a file, a piece at a time, or a refusal where the first line names other columns.
 * Columns may stand in any order.
 */
export async function* readRows(
  source: ImportSource,
  format: ImportFormat,
  onBytes: (bytes: number) => void,
): AsyncGenerator<FileRow[] | Refusal> {
  let reader: RowReader | null = null;
  for await (const records of readRecords(source, onBytes)) {
    let rest = records;
    if (reader === null && rest[0] !== undefined) {
      const header = headerOf(rest[0], format);
      if (isRefusal(header)) {
        yield header;
        return;
      }
      reader = new RowReader(format, header);
      rest = rest.slice(1);
    }
    if (reader !== null) yield reader.rows(rest);
  }
  if (reader === null) yield missingColumns(format, []) ?? refuse("import_header_quoting");
}

/** The names of the columns, or the first that is unknown or double, or those that are missing. */
function headerOf(record: CsvRecord, format: ImportFormat): readonly string[] | Refusal {
  if (record.broken === "encoding") return refuse("import_encoding_unknown");
  if (record.broken === "quoting") return refuse("import_header_quoting");
  const names = record.fields.map((name) => name.trim());
  // A spreadsheet keeps columns that were emptied, without a name at the end.
  while (names.at(-1) === "") names.pop();
  const columns = format.columns.join(", ");
  const unknown = names.find((name) => !format.columns.includes(name));
  const double = names.find((name, at) => names.indexOf(name) < at);
  if (unknown !== undefined) {
    return refuse("import_column_unknown", { column: unknown.slice(0, 60), columns });
  }
  if (double !== undefined) return refuse("import_column_twice", { column: double });
  return missingColumns(format, names) ?? names;
}

function missingColumns(format: ImportFormat, names: readonly string[]): Refusal | null {
  const missing = format.required.filter((name) => !names.includes(name));
  if (missing.length === 0) return null;
  return refuse("import_columns_missing", { missing: missing.join(", ") });
}

class RowReader {
  readonly #header: readonly string[];
  readonly #orderAt: number;
  /** Rows of each order so far: what an ordinal is counted by. */
  readonly #counts = new Map<string, number>();

  constructor(format: ImportFormat, header: readonly string[]) {
    this.#header = header;
    this.#orderAt = header.indexOf(format.orderColumn);
  }

  rows(records: readonly CsvRecord[]): FileRow[] {
    return records.map((record) => this.#row(record));
  }

  #row({ line, fields, broken }: CsvRecord): FileRow {
    const orderKey = fields[this.#orderAt]?.trim() ?? "";
    const ordinal = (this.#counts.get(orderKey) ?? 0) + 1;
    this.#counts.set(orderKey, ordinal);
    const values: Record<string, string> = {};
    this.#header.forEach((name, index) => {
      values[name] = fields[index] ?? "";
    });
    return { line, ordinal, orderKey, values, broken: this.#problem(fields, broken) };
  }

  #problem(fields: readonly string[], broken: CsvRecord["broken"]): Refusal | null {
    if (broken === "quoting") return refuse("row_quoting");
    if (broken === "encoding") return refuse("row_encoding");
    const [expected, found] = [this.#header.length, fields.length];
    const beyond = fields.slice(expected).every((field) => field.trim() === "");
    const isBlank = fields.every((field) => field.trim() === "");
    return (found >= expected && beyond) || isBlank
      ? null
      : refuse("row_fields", { expected, found });
  }
}

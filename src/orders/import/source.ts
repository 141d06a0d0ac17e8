import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Transform } from "node:stream";
import { createGunzip } from "node:zlib";
import { refuse } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import { CsvSplitter } from "./csv-record.ts";
import type { CsvRecord, Separator } from "./csv-record.ts";
import { FileText } from "./text-decoder.ts";

/** A file that can be read twice: once to check it, once to write it. */
export interface ImportSource {
  readonly path: string;
  readonly bytes: number;
}

/** A file that breaks off or is no file; thrown while reading and turned into a refusal. */
export class SourceError extends Error {
  override readonly name = "SourceError";
}

export async function openSource(path: string): Promise<ImportSource | Refusal> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return unreadable(path, "it is not a file");
    return { path, bytes: found.size };
  } catch (error) {
    return unreadable(path, reasonOf(error));
  }
}

export function unreadable(file: string, reason: string): Refusal {
  if (reason.startsWith("workbook_")) return refuse("import_workbook", { file });
  return refuse("import_unreadable", { file, reason });
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "it is not there",
  EACCES: "permission denied",
  Z_DATA_ERROR: "the compressed data are damaged",
  Z_BUF_ERROR: "the compressed data break off",
};

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons[code ?? ""] ?? message;
}

/**
 * The records of a file, a piece at a time; `onBytes` hears how much of the file has been read. A
 * gzip file is known by its first two bytes, whatever its name.
 * @throws SourceError when the file cannot be read to its end.
 */
export async function* readRecords(
  { path }: ImportSource,
  onBytes: (bytes: number) => void,
): AsyncGenerator<CsvRecord[]> {
  let splitter: CsvSplitter | null = null;
  let begun = "";
  const text = new FileText();
  try {
    for await (const chunk of await byteStream(path, onBytes)) {
      if (splitter === null) refuseWorkbook(chunk as Uint8Array);
      const piece = text.push(chunk as Uint8Array);
      // What separates fields is told by the first line.
      if (splitter === null) {
        begun += piece;
        if (!begun.includes("\n") && begun.length < firstLineMax) continue;
        splitter = new CsvSplitter(separatorOf(begun));
        yield splitter.push(begun);
      } else yield splitter.push(piece);
    }
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceError(reasonOf(error), { cause: error });
  }
  const rest = splitter === null ? begun + text.end() : text.end();
  splitter ??= new CsvSplitter(separatorOf(rest));
  yield [...splitter.push(rest), ...splitter.end()];
}

/** A first line that goes on for longer is none. */
const firstLineMax = 65_536;

const separators: readonly Separator[] = [",", "\t", ";"];

/** What the first line has most of, outside quotes. */
function separatorOf(text: string): Separator {
  const [line = ""] = text.split("\n", 1);
  const plain = line.replaceAll(/"[^"]*"/g, "");
  const counted = separators.map((each) => [plain.split(each).length, each] as const);
  return counted.reduce((best, each) => (each[0] > best[0] ? each : best))[1];
}

/** @throws SourceError for the formats of spreadsheets, which are no text. */
function refuseWorkbook(bytes: Uint8Array): void {
  const starts = (...mark: number[]) => mark.every((byte, at) => bytes[at] === byte);
  if (starts(0x50, 0x4b, 3, 4)) throw new SourceError("workbook_xlsx");
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) throw new SourceError("workbook_xls");
}

async function byteStream(path: string, onBytes: (bytes: number) => void) {
  const counted = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      onBytes(chunk.length);
      done(null, chunk);
    },
  });
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  const bytes = file.on("error", (error) => counted.destroy(error)).pipe(counted);
  if (!(await isGzip(path))) return bytes;
  const unzipped = createGunzip({ chunkSize: 256 * 1024 });
  bytes.on("error", (error) => unzipped.destroy(error));
  return bytes.pipe(unzipped);
}

async function isGzip(path: string): Promise<boolean> {
  for await (const chunk of createReadStream(path, { start: 0, end: 1 })) {
    const [first, second] = chunk as Uint8Array;
    return first === 0x1f && second === 0x8b;
  }
  return false;
}

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Transform } from "node:stream";
import { createGunzip } from "node:zlib";
import { refuse } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import { CsvSplitter } from "./csv-record.ts";
import type { CsvRecord } from "./csv-record.ts";

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
  const splitter = new CsvSplitter();
  const decoder = new TextDecoder();
  try {
    for await (const chunk of await byteStream(path, onBytes)) {
      yield splitter.push(decoder.decode(chunk as Uint8Array, { stream: true }));
    }
  } catch (error) {
    throw new SourceError(reasonOf(error), { cause: error });
  }
  yield [...splitter.push(decoder.decode()), ...splitter.end()];
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

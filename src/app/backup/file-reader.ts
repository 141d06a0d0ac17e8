import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { CommandError } from "../cli/failure.ts";
import { formatName } from "./format.ts";
import type { BackupBlock, BackupEnd, BackupHeader } from "./format.ts";

export interface VerifiedBackup {
  readonly header: BackupHeader;
  readonly end: BackupEnd;
}

/** Reads the whole file once and throws unless it is whole. */
export async function verifyBackup(path: string): Promise<VerifiedBackup> {
  const hash = createHash("sha256");
  let header: string | null = null;
  let last: string | null = null;
  for await (const line of linesOf(path)) {
    if (last !== null) hash.update(`${last}\n`);
    header ??= line;
    last = line;
  }
  const read = headerOf(header, path);
  const end = parsed<BackupEnd>(last);
  if (end === null || end.sha256 !== hash.digest("hex")) {
    throw new CommandError(`\`${path}\` is damaged or cut short; take another backup`);
  }
  return { header: read, end };
}

function headerOf(line: string | null, path: string): BackupHeader {
  const header = parsed<BackupHeader>(line);
  if (header !== null && header.format === formatName) return header;
  throw new CommandError(`\`${path}\` is no backup of Makegood; name a file of makegood backup`);
}

/** The blocks of a file that was verified. */
export async function* blocksOf(path: string): AsyncGenerator<BackupBlock & { text: string }> {
  let block: BackupBlock | null = null;
  let isHeader = true;
  for await (const line of linesOf(path)) {
    if (isHeader) isHeader = false;
    else if (block === null) block = parsed<BackupBlock>(line);
    else {
      yield { ...block, text: line };
      block = null;
    }
  }
}

function parsed<T>(line: string | null): T | null {
  try {
    return line === null ? null : (JSON.parse(line) as T);
  } catch {
    return null;
  }
}

/** Lines end with a line feed alone: PostgreSQL escapes every other one inside its JSON. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const gunzip = createGunzip();
  file.on("error", (error) => gunzip.destroy(error));
  let parts: Buffer[] = [];
  try {
    for await (const chunk of file.pipe(gunzip) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        parts.push(chunk.subarray(from, at));
        yield Buffer.concat(parts).toString("utf8");
        parts = [];
        from = at + 1;
      }
      parts.push(chunk.subarray(from));
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new CommandError(`there is no file \`${path}\``);
    throw new CommandError(`\`${path}\` cannot be read as a backup (${message})`);
  } finally {
    file.destroy();
  }
}

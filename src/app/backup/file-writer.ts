import { createHash } from "node:crypto";
import { createWriteStream, existsSync, renameSync, rmSync } from "node:fs";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { CommandError } from "../cli/failure.ts";
import type { BackupBlock, BackupEnd, BackupHeader } from "./format.ts";

export interface BackupWriter {
  header(header: BackupHeader): Promise<void>;
  /** `rowsText` is a JSON array as PostgreSQL printed it, without a line break. */
  block(block: BackupBlock, rowsText: string): Promise<void>;
  /** Seals the file and gives it its name. */
  end(): Promise<BackupEnd>;
  /** Leaves nothing behind. */
  abandon(): void;
}

export function createBackupFile(path: string): BackupWriter {
  if (existsSync(path)) throw new CommandError(`\`${path}\` is there already; name another file`);
  const partial = `${path}.part`;
  const file = createWriteStream(partial, { mode: 0o600, flush: true });
  const gzip = createGzip();
  gzip.pipe(file);
  const written = finished(file).catch((error: Error) => {
    throw new CommandError(`\`${path}\` cannot be written (${error.message}); name another file`);
  });
  // Met where it is waited for.
  written.catch(() => undefined);
  const hash = createHash("sha256");
  const rows: Record<string, number> = {};
  const line = async (text: string): Promise<void> => {
    hash.update(`${text}\n`);
    // A file that failed never drains.
    if (!gzip.write(`${text}\n`)) await Promise.race([once(gzip, "drain"), written]);
  };
  return {
    header: (header) => line(JSON.stringify(header)),
    async block(block, rowsText) {
      rows[block.table] = (rows[block.table] ?? 0) + block.rows;
      await line(JSON.stringify(block));
      await line(rowsText);
    },
    async end() {
      const end = { rows, sha256: hash.digest("hex") };
      gzip.end(`${JSON.stringify(end)}\n`);
      await written;
      renameSync(partial, path);
      return end;
    },
    abandon() {
      gzip.destroy();
      file.destroy();
      rmSync(partial, { force: true });
    },
  };
}

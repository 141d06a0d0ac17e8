import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  write,
} from "node:fs";
import { fdatasync } from "node:fs";
import { dirname } from "node:path";

/**
 * An append-only file of JSON lines. `append` resolves when the line is on the disk; lines that
 * arrive while a write is under way share the next write and the next sync.
 */
export type Journal<T> = {
  append(entries: readonly T[]): Promise<void>;
  close(): Promise<void>;
};

type Waiting = { readonly resolve: () => void; readonly reject: (reason: Error) => void };

/** Reads what was written; a last line cut by a crash was never acknowledged and is removed. */
function recover<T>(path: string, replay: (entry: T) => void): void {
  if (!existsSync(path)) return;
  const bytes = readFileSync(path);
  const whole = bytes.lastIndexOf(10) + 1;
  if (whole < bytes.length) truncateSync(path, whole);
  let start = 0;
  while (start < whole) {
    const end = bytes.indexOf(10, start);
    replay(JSON.parse(bytes.toString("utf8", start, end)) as T);
    start = end + 1;
  }
}

function writeAll(
  file: number,
  bytes: Buffer,
  offset: number,
  done: (error?: Error) => void,
): void {
  write(file, bytes, offset, bytes.length - offset, null, (error, written) => {
    if (error) done(error);
    else if (offset + written < bytes.length) writeAll(file, bytes, offset + written, done);
    else fdatasync(file, (failure) => done(failure ?? undefined));
  });
}

export function openJournal<T>(path: string, replay: (entry: T) => void): Journal<T> {
  mkdirSync(dirname(path), { recursive: true });
  recover(path, replay);
  const file = openSync(path, "a", 0o600);
  let lines: string[] = [];
  let waiting: Waiting[] = [];
  let writing: Promise<void> | null = null;

  const flush = (): Promise<void> =>
    new Promise((resolve) => {
      const bytes = Buffer.from(lines.join(""));
      const served = waiting;
      lines = [];
      waiting = [];
      writeAll(file, bytes, 0, (error) => {
        for (const one of served) {
          if (error) one.reject(error);
          else one.resolve();
        }
        writing = lines.length > 0 ? flush() : null;
        resolve();
      });
    });

  return {
    append(entries) {
      if (entries.length === 0) return Promise.resolve();
      for (const entry of entries) lines.push(`${JSON.stringify(entry)}\n`);
      const written = new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }));
      // Waiting one turn of the loop lets requests that arrived together share one sync.
      writing ??= new Promise((resolve) => setImmediate(() => resolve(flush())));
      return written;
    },
    async close() {
      while (writing !== null) await writing;
      closeSync(file);
    },
  };
}

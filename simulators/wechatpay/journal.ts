import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  write,
  writeSync,
} from "node:fs";
import { fdatasync } from "node:fs";
import { dirname } from "node:path";

/**
 * An append-only file of JSON lines. `append` resolves when the line is on the disk; lines that
 * arrive while a write is under way share the next write and the next sync.
 */
export type Journal<T> = {
  append(entries: readonly T[]): Promise<void>;
  /**
   * Writes the file anew from what `state` says when its turn has come: whatever was appended until
   * then must be in it. A crash leaves the old file or the new one, whole.
   */
  replace(state: () => readonly T[]): Promise<void>;
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

/** Puts a whole file in the place of another; its directory is synced, so that it stays there. */
function swap(path: string, lines: readonly string[]): void {
  const fresh = `${path}.new`;
  const file = openSync(fresh, "w", 0o600);
  for (const line of lines) writeSync(file, line);
  fsyncSync(file);
  closeSync(file);
  renameSync(fresh, path);
  const folder = openSync(dirname(path), "r");
  fsyncSync(folder);
  closeSync(folder);
}

const linesAtOnce = 1000;

function linesOf<T>(entries: readonly T[]): string[] {
  const chunks: string[] = [];
  for (let at = 0; at < entries.length; at += linesAtOnce) {
    const some = entries.slice(at, at + linesAtOnce);
    chunks.push(some.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
  }
  return chunks;
}

export function openJournal<T>(path: string, replay: (entry: T) => void): Journal<T> {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(`${path}.new`, { force: true });
  recover(path, replay);
  let file = openSync(path, "a", 0o600);
  let anew: (() => readonly T[]) | null = null;
  let lines: string[] = [];
  let waiting: Waiting[] = [];
  let writing: Promise<void> | null = null;

  const flush = (): Promise<void> =>
    new Promise((resolve) => {
      const bytes = Buffer.from(lines.join(""));
      const served = waiting;
      const state = anew;
      lines = [];
      waiting = [];
      anew = null;
      const done = (error?: Error): void => {
        for (const one of served) {
          if (error) one.reject(error);
          else one.resolve();
        }
        writing = waiting.length > 0 ? flush() : null;
        resolve();
      };
      if (state === null) writeAll(file, bytes, 0, done);
      else {
        const failure = rewrite(state);
        // Not before this flush is the one under way: `done` may begin the next.
        setImmediate(() => done(failure));
      }
    });

  /** What waited to be appended is in the state already. */
  const rewrite = (state: () => readonly T[]): Error | undefined => {
    try {
      swap(path, linesOf(state()));
      closeSync(file);
      file = openSync(path, "a", 0o600);
      return undefined;
    } catch (error) {
      return error as Error;
    }
  };
  const queued = (): Promise<void> => {
    const written = new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }));
    // Waiting one turn of the loop lets requests that arrived together share one sync.
    writing ??= new Promise((resolve) => setImmediate(() => resolve(flush())));
    return written;
  };

  return {
    append(entries) {
      if (entries.length === 0) return Promise.resolve();
      for (const entry of entries) lines.push(`${JSON.stringify(entry)}\n`);
      return queued();
    },
    replace(state) {
      anew = state;
      return queued();
    },
    async close() {
      while (writing !== null) await writing;
      closeSync(file);
    },
  };
}

import { closeSync, openSync, statSync, writeSync } from "node:fs";

const bytesMax = 20_000_000;

/** A log beside the data. It is begun anew at the next start once it has grown large. */
export function openLogFile(path: string) {
  let file: number | null = null;
  return {
    /** Opened at the first line: before that the folder may not be there. */
    write(line: string): void {
      file ??= openSync(path, isLarge(path) ? "w" : "a", 0o600);
      writeSync(file, line);
    },
    close(): void {
      if (file !== null) closeSync(file);
      file = null;
    },
  };
}

function isLarge(path: string): boolean {
  try {
    return statSync(path).size > bytesMax;
  } catch {
    return false;
  }
}

import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, rmdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { StartError } from "./start-error.ts";

/**
 * Like mkdir -p. Node's own `recursive` never returns, and takes no signal, where a file system
 * such as /proc denies by ENOENT.
 */
export function makeFolder(folder: string, mode = 0o700): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent, mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Another process may have been first.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

/** Makes the data folder, or says in one sentence why it cannot be used. */
export function requireFolder(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(unfitFolder(folder, error));
  }
}

/** The folder itself, or the nearest above it that is there. */
export function nearestFolder(folder: string): string {
  let nearest = folder;
  while (!existsSync(nearest)) nearest = dirname(nearest);
  return nearest;
}

/**
 * Null where the data folder can be written or made, one sentence otherwise. It is tried: rights
 * alone let root into file systems that take no folders. Nothing stays behind.
 */
export function folderTrouble(folder: string): string | null {
  try {
    rmdirSync(mkdtempSync(join(nearestFolder(folder), ".makegood-")));
    return null;
  } catch (error) {
    return unfitFolder(folder, error);
  }
}

function unfitFolder(folder: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  const place = `the data folder \`${folder}\``;
  return `${place} cannot be written (${reason}); set MAKEGOOD_DATA to another`;
}

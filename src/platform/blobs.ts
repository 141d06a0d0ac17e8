import { createHash } from "node:crypto";
import { access, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { makeFolder } from "./folder.ts";
import { newId } from "./ids.ts";

/** Bytes named by their SHA-256, on disk. What holds personal data is sealed before it comes. */
export interface Blobs {
  /** Returns the SHA-256 in lower-case hex. Safe to repeat. */
  put(content: Uint8Array): Promise<string>;
  /** Null when there are none. Throws when the bytes are not what they were. */
  get(sha256: string): Promise<Uint8Array | null>;
}

const hashOf = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex");

export function createBlobs(folder: string): Blobs {
  // Two levels keep each folder small.
  const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash.slice(2, 4), hash);
  return {
    async put(content) {
      const hash = hashOf(content);
      const path = pathOf(hash);
      if (!(await exists(path))) await writeWhole(path, content);
      return hash;
    },
    async get(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
      const content = await readFile(pathOf(sha256)).catch(absentIsNull);
      if (content !== null && hashOf(content) !== sha256) {
        throw new Error(`blob ${sha256} is damaged on disk; restore it from a backup`);
      }
      return content;
    },
  };
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

function absentIsNull(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

/** Under another name first, and on disk before it gets its own: no reader sees half of it. */
async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  makeFolder(dirname(path));
  const partial = `${path}.${newId()}`;
  try {
    const file = await open(partial, "wx", 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

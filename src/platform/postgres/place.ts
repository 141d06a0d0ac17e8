import { createHash, randomBytes } from "node:crypto";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder, requireFolder } from "../folder.ts";
import { StartError } from "../start-error.ts";
import { serverUser } from "./user.ts";
import type { ServerUser } from "./user.ts";

/** Where the embedded server lies and as whom it runs; null is the user that runs us. */
export interface Place {
  readonly folder: string;
  readonly user: ServerUser | null;
}

const recordName = "postgres.json";

/**
 * The recorded place of this data folder's server, or a new one. PostgreSQL refuses to run as
 * root, and another user may not see into a private home: root's server lies in the system.
 */
export function findPlace(dataFolder: string): Place {
  requireFolder(dataFolder);
  const recorded = readRecord(dataFolder);
  if (recorded !== null) return recorded;
  const place = newPlace(dataFolder);
  makeFolder(place.folder, 0o711);
  // A restrictive umask would keep the server's user out.
  if (place.user !== null) chmodSync(place.folder, 0o711);
  writeFileSync(join(dataFolder, recordName), `${JSON.stringify(place, null, 2)}\n`);
  return place;
}

function readRecord(dataFolder: string): Place | null {
  try {
    return JSON.parse(readFileSync(join(dataFolder, recordName), "utf8")) as Place;
  } catch {
    return null;
  }
}

function newPlace(dataFolder: string): Place {
  if (process.getuid?.() !== 0) return { folder: join(dataFolder, "postgres"), user: null };
  const hash = createHash("sha256").update(dataFolder).digest("hex").slice(0, 12);
  // The random part keeps a deleted data folder from coming back with data it has no keys for.
  const name = `${hash}-${randomBytes(3).toString("hex")}`;
  return { folder: join(systemFolder(), name), user: serverUser() };
}

function systemFolder(): string {
  const folder = "/var/lib/makegood";
  try {
    makeFolder(folder, 0o711);
    chmodSync(folder, 0o711);
    return folder;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`\`${folder}\` cannot be made (${reason}); set DATABASE_URL to a server`);
  }
}

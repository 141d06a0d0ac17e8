import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { StartError } from "../start-error.ts";
import { credentials } from "./binaries.ts";
import type { Binaries } from "./binaries.ts";
import type { Place } from "./place.ts";

/** Passwords of the four roles; in a file that only its owner reads. */
export interface Passwords {
  readonly admin: string;
  readonly owner: string;
  readonly app: string;
  readonly keys: string;
}

export const adminName = "postgres";
export const dataOf = (place: Place): string => join(place.folder, "data");

/** Makes the cluster the first time. One cut short is thrown away: nothing was in it yet. */
export async function ensureCluster(place: Place, binaries: Binaries): Promise<Passwords> {
  const file = join(place.folder, "passwords.json");
  if (existsSync(dataOf(place))) return JSON.parse(readFileSync(file, "utf8")) as Passwords;
  const passwords = newPasswords();
  writeFileSync(file, JSON.stringify(passwords), { mode: 0o600 });
  const partial = join(place.folder, "data.partial");
  rmSync(partial, { recursive: true, force: true });
  await runInitdb(place, binaries, partial, passwords.admin);
  renameSync(partial, dataOf(place));
  return passwords;
}

function newPasswords(): Passwords {
  const password = (): string => randomBytes(24).toString("base64url");
  return { admin: password(), owner: password(), app: password(), keys: password() };
}

async function runInitdb(place: Place, binaries: Binaries, folder: string, password: string) {
  const passwordFile = join(place.folder, "initdb-password");
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  for (const path of place.user === null ? [] : [folder, passwordFile]) {
    chownSync(path, place.user?.uid ?? 0, place.user?.gid ?? 0);
  }
  try {
    await promisify(execFile)(
      binaries.initdb,
      [
        `--pgdata=${folder}`,
        `--username=${adminName}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--no-instructions",
      ],
      { cwd: "/", ...credentials(place) },
    );
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim().replace(/\s+/g, " ");
    throw new StartError(`the database cluster could not be made: ${said ?? String(error)}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

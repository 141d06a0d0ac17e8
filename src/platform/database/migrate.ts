import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Client } from "pg";
import { StartError } from "../start-error.ts";

export interface Migration {
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

/** Which of the two databases; each has its own folder of migrations. */
export type Which = "main" | "keys";

const fileName = /^\d{4}-[a-z0-9-]+\.sql$/;

/** The migrations that this version of the program knows, in order. */
export function knownMigrations(which: Which): Migration[] {
  const folder = join(rootFolder(), "migrations", which === "keys" ? "keys" : ".");
  const names = readdirSync(folder)
    .filter((name) => fileName.test(name))
    .sort();
  return names.map((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    return { name, text, checksum: createHash("sha256").update(text).digest("hex") };
  });
}

/** Found by walking up: the bundle lies in another depth than the sources. */
function rootFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "migrations"))) {
    if (folder === dirname(folder)) throw new StartError("the folder `migrations` is missing");
    folder = dirname(folder);
  }
  return folder;
}

/**
 * Applies what is missing, each file in its own transaction, one process at a time. Rooms number
 * their files in ranges of their own, so a lower number can come after a higher one.
 */
export async function applyMigrations(
  client: Client,
  migrations: readonly Migration[],
  appRole: string | null,
): Promise<string[]> {
  await client.query("select pg_advisory_lock(4600, 1)");
  try {
    await client.query("select set_config('makegood.app_role', $1, false)", [appRole ?? ""]);
    await client.query(createTable);
    const applied = await appliedMigrations(client);
    refuseChanged(migrations, applied);
    refuseNewer(migrations, applied);
    const missing = migrations.filter(({ name }) => !applied.has(name));
    for (const migration of missing) await applyOne(client, migration);
    if (appRole !== null) await grantReading(client, appRole);
    return missing.map(({ name }) => name);
  } finally {
    await client.query("select pg_advisory_unlock(4600, 1)");
  }
}

const createTable = `
  create table if not exists schema_migrations (
    name text primary key,
    checksum text not null,
    applied_at timestamptz not null default now()
  )`;

async function grantReading(client: Client, appRole: string): Promise<void> {
  await client.query(`grant select on schema_migrations to ${client.escapeIdentifier(appRole)}`);
}

async function applyOne(client: Client, { name, text, checksum }: Migration): Promise<void> {
  try {
    await client.query("begin");
    await client.query(text);
    await client.query("insert into schema_migrations (name, checksum) values ($1, $2)", [
      name,
      checksum,
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`migration \`${name}\` failed: ${(error as Error).message}`, { cause: error });
  }
}

type Queryable = Pick<Client, "query">;

export async function appliedMigrations(client: Queryable): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "select name, checksum from schema_migrations",
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function refuseChanged(known: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  for (const { name, checksum } of known) {
    if ((applied.get(name) ?? checksum) === checksum) continue;
    throw new StartError(
      `migration \`${name}\` was changed after it was applied; restore it and add a new one`,
    );
  }
}

/** A schema that this program does not know may mean anything: it does not touch it. */
export function refuseNewer(
  known: readonly Migration[],
  applied: ReadonlyMap<string, string>,
): void {
  const names = new Set(known.map(({ name }) => name));
  const unknown = [...applied.keys()].filter((name) => !names.has(name)).sort();
  if (unknown.length === 0) return;
  throw new StartError(
    `the database has the newer migration \`${unknown[0]}\`; start the version that brought it`,
  );
}

/** Why a process cannot serve this database yet, or null. */
export function behind(
  known: readonly Migration[],
  applied: ReadonlyMap<string, string>,
): string | null {
  const missing = known.filter(({ name }) => !applied.has(name));
  return missing.length === 0 ? null : `${missing.length} migrations are to be applied`;
}

import type { Pool } from "pg";
import { openEmbedded } from "../postgres/embedded.ts";
import type { Settings } from "../settings.ts";
import { StartError } from "../start-error.ts";
import type { Database } from "./database.ts";
import { connected, migrateDatabase, placeOf, unfitRole, unreachable } from "./install.ts";
import type { DatabaseUrls } from "./install.ts";
import { appliedMigrations, behind, knownMigrations, refuseNewer } from "./migrate.ts";
import type { Which } from "./migrate.ts";
import { bindPools, createPool } from "./pools.ts";

interface Access {
  readonly urls: DatabaseUrls;
  readonly place: string;
  readonly release: () => Promise<void>;
}

type DatabaseSettings = Pick<
  Settings,
  "databaseUrl" | "ownerUrl" | "keysUrl" | "dataFolder" | "connectionsMax"
>;

/** The embedded server, or the one that the settings name: the same code from here on. */
async function access(settings: DatabaseSettings): Promise<Access> {
  const { databaseUrl, ownerUrl, keysUrl } = settings;
  if (databaseUrl !== null && keysUrl !== null) {
    const urls = { app: databaseUrl, owner: ownerUrl, keys: keysUrl };
    return { urls, place: placeOf(databaseUrl), release: () => Promise.resolve() };
  }
  const server = await openEmbedded(settings.dataFolder);
  return { urls: server.urls, place: server.folder, release: server.release };
}

/**
 * Opens the database. `migrate` brings the schema up to date first, where the owner's URL is
 * known; without it an older schema is refused like a newer one.
 */
export async function openDatabase(
  settings: DatabaseSettings,
  options: { readonly migrate: boolean },
): Promise<Database> {
  const found = await access(settings);
  try {
    if (options.migrate && found.urls.owner !== null) await migrateDatabase(found.urls);
    return await openPools(found, settings.connectionsMax);
  } catch (error) {
    await found.release();
    throw error;
  }
}

/** For `makegood migrate`: applies what is missing and leaves. */
export async function migrate(settings: DatabaseSettings): Promise<string[]> {
  const found = await access(settings);
  try {
    return await migrateDatabase(found.urls);
  } finally {
    await found.release();
  }
}

/** A connection of its own beside all pools: for backup, restore and doctor. */
export interface Session {
  /** Host and database, or the folder of the embedded server. */
  readonly place: string;
  /** Values come as pg gives them: ask for text where exactness counts. */
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** As whom a session speaks: the schema's owner, the program's own role, or the keys' role. */
export type SessionRole = "owner" | "app" | "keys";

const settingOf = {
  owner: "DATABASE_OWNER_URL",
  app: "DATABASE_URL",
  keys: "MAKEGOOD_KEYS_URL",
} as const;

export async function withSession<T>(
  settings: DatabaseSettings,
  role: SessionRole,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  const found = await access(settings);
  try {
    const url = found.urls[role];
    if (url === null) throw new StartError("set DATABASE_OWNER_URL: this needs the owner's rights");
    const place = settings.databaseUrl === null ? found.place : placeOf(url);
    return await connected(url, settingOf[role], (client) =>
      use({
        place,
        async query<Row>(text: string, values: readonly unknown[] = []) {
          const { rows } = await client.query(text, [...values]);
          return rows as Row[];
        },
      }),
    );
  } finally {
    await found.release();
  }
}

export async function openPools(found: Access, connectionsMax: number): Promise<Database> {
  const app = createPool(found.urls.app, connectionsMax);
  const keys = createPool(found.urls.keys, Math.max(2, Math.ceil(connectionsMax / 4)));
  let closed: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    await Promise.all([app.end(), keys.end()]);
    await found.release();
  };
  const database: Database = { place: found.place, close: () => (closed ??= close()) };
  try {
    await requireCurrent(app, found.urls.app, "main", "DATABASE_URL");
    await requireCurrent(keys, found.urls.keys, "keys", "MAKEGOOD_KEYS_URL");
    await requireHeld(app);
  } catch (error) {
    await Promise.all([app.end(), keys.end()]);
    throw error;
  }
  bindPools(database, { app, keys });
  return database;
}

/** A role that row security does not hold serves nobody: one slip would show all merchants. */
async function requireHeld(app: Pool): Promise<void> {
  const { rows } = await app.query<{ role: string; unfit: boolean }>(
    `select rolname as role, rolsuper or rolbypassrls or oid = (
       select relowner from pg_class where oid = 'merchants'::regclass
     ) as unfit
     from pg_roles where rolname = current_user`,
  );
  const unheld = rows.find(({ unfit }) => unfit);
  if (unheld !== undefined) throw unfitRole(unheld.role);
}

const versions = { oldest: 15, newest: 18 };

function requireVersion(major: number, setting: string): void {
  if (major >= versions.oldest && major <= versions.newest) return;
  throw new StartError(
    `the server of ${setting} is PostgreSQL ${major};` +
      ` use one of ${versions.oldest} to ${versions.newest}`,
  );
}

async function requireCurrent(pool: Pool, url: string, which: Which, setting: string) {
  const { rows } = await pool
    .query<{ version: number }>("select current_setting('server_version_num')::int as version")
    .catch((error: unknown) => {
      throw unreachable(url, setting, error);
    });
  requireVersion(Math.floor((rows[0]?.version ?? 0) / 10_000), setting);
  const known = knownMigrations(which);
  const applied = await appliedMigrations(pool).catch(() => new Map<string, string>());
  refuseNewer(known, applied);
  const reason = behind(known, applied);
  if (reason !== null) throw new StartError(`${reason}; run \`makegood migrate\` first`);
}

import PgBoss from "pg-boss";
import { Client } from "pg";
import { StartError } from "../start-error.ts";
import { applyMigrations, knownMigrations } from "./migrate.ts";

export interface DatabaseUrls {
  readonly app: string;
  /** Null where the process may not change the schema. */
  readonly owner: string | null;
  readonly keys: string;
}

/** Brings both databases to this version's schema. Returns the names of what was applied. */
export async function migrateDatabase(urls: DatabaseUrls): Promise<string[]> {
  if (urls.owner === null) {
    throw new StartError("set DATABASE_OWNER_URL: only the owner may change the schema");
  }
  const appRole = decodeURIComponent(new URL(urls.app).username);
  const keys = await connected(urls.keys, "MAKEGOOD_KEYS_URL", (client) =>
    applyMigrations(client, knownMigrations("keys"), null),
  );
  const main = await connected(urls.owner, "DATABASE_OWNER_URL", async (client) => {
    await requireApart(client, appRole);
    const applied = await applyMigrations(client, knownMigrations("main"), appRole);
    await installJobs(client, appRole);
    return applied;
  });
  return [...keys, ...main];
}

/** Connects once and says in one sentence why it cannot. */
export async function connected<T>(
  url: string,
  setting: string,
  use: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw unreachable(url, setting, error);
  }
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

export function unreachable(url: string, setting: string, error: unknown): StartError {
  const { code, message } = error as { code?: string; message: string };
  return new StartError(
    `the database at \`${placeOf(url)}\` cannot be reached (${code ?? message});` +
      ` start it or correct ${setting}`,
  );
}

/** Host, port and database: what may be shown. */
export function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/** Row security does not hold a superuser, and an owner can switch it off. */
async function requireApart(client: Client, appRole: string): Promise<void> {
  const { rows } = await client.query<{ unfit: boolean }>(
    `select rolsuper or rolbypassrls or rolname = current_user as unfit
     from pg_roles where rolname = $1`,
    [appRole],
  );
  const [role] = rows;
  if (role === undefined) {
    throw new StartError(`there is no role \`${appRole}\`; create it or correct DATABASE_URL`);
  }
  if (role.unfit) throw unfitRole(appRole);
}

export const unfitRole = (role: string): StartError =>
  new StartError(
    `the role \`${role}\` of DATABASE_URL must be neither owner nor superuser; make it its own`,
  );

async function installJobs(client: Client, appRole: string): Promise<void> {
  const boss = new PgBoss({
    db: {
      executeSql: async (text, values) => {
        const result = await client.query<never>(text, values);
        return { rows: Array.isArray(result) ? [] : result.rows };
      },
    },
    supervise: false,
    schedule: false,
  });
  await boss.start();
  await boss.stop({ graceful: false });
  const role = client.escapeIdentifier(appRole);
  await client.query(`
    grant usage on schema pgboss to ${role};
    grant select, insert, update, delete on all tables in schema pgboss to ${role}`);
}

import { Client, escapeIdentifier, escapeLiteral } from "pg";
import { adminName } from "./cluster.ts";
import type { Passwords } from "./cluster.ts";
import type { Running } from "./server.ts";

export interface Urls {
  /** Neither owner nor superuser: row security binds it. */
  readonly app: string;
  /** Owner of the schema, no superuser. */
  readonly owner: string;
  readonly keys: string;
}

const roles = { owner: "makegood_owner", app: "makegood_app", keys: "makegood_keys" } as const;
const databases = { main: "makegood", keys: "makegood_keys" } as const;

/** Roles and databases, made when missing. Returns how each role reaches its database. */
export async function provision(running: Running, passwords: Passwords): Promise<Urls> {
  const admin = new Client({ connectionString: adminUrl(running, passwords.admin) });
  await admin.connect();
  try {
    for (const role of ["owner", "app", "keys"] as const) {
      await ensureRole(admin, roles[role], passwords[role]);
    }
    await ensureDatabase(admin, databases.main, roles.owner, [roles.app]);
    await ensureDatabase(admin, databases.keys, roles.keys, []);
  } finally {
    await admin.end();
  }
  const at = (role: keyof typeof roles, database: string): string =>
    urlOf(running.port, roles[role], passwords[role], database);
  return {
    app: at("app", databases.main),
    owner: at("owner", databases.main),
    keys: at("keys", databases.keys),
  };
}

export const adminUrl = (running: Running, password: string): string =>
  urlOf(running.port, adminName, password, "postgres");

function urlOf(port: number, user: string, password: string, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}

async function ensureRole(admin: Client, name: string, password: string): Promise<void> {
  const found = await admin.query("select 1 from pg_roles where rolname = $1", [name]);
  if (found.rows.length > 0) return;
  const quoted = escapeIdentifier(name);
  await admin.query(`create role ${quoted} login password ${escapeLiteral(password)}`);
}

async function ensureDatabase(
  admin: Client,
  name: string,
  owner: string,
  guests: readonly string[],
): Promise<void> {
  const found = await admin.query("select 1 from pg_database where datname = $1", [name]);
  if (found.rows.length > 0) return;
  const quoted = escapeIdentifier(name);
  await admin.query(`create database ${quoted} owner ${escapeIdentifier(owner)}`);
  await admin.query(`revoke all on database ${quoted} from public`);
  for (const guest of guests) {
    await admin.query(`grant connect on database ${quoted} to ${escapeIdentifier(guest)}`);
  }
}

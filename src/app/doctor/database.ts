import { existsSync } from "node:fs";
import { join } from "node:path";
import { knownMigrations, withSession } from "../../platform/index.ts";
import type { Session, Settings, Which } from "../../platform/index.ts";
import { note, ok, wrong } from "./finding.ts";
import type { Finding } from "./finding.ts";

const oldestMajor = 15;
const newestMajor = 18;

/** Both databases: reachable, of a known version, with this schema, and the app's role held. */
export async function databaseFindings(settings: Settings): Promise<readonly Finding[]> {
  if (settings.databaseUrl === null && !existsSync(join(settings.dataFolder, "postgres.json"))) {
    return [note("database", "the embedded server is not made yet; `makegood start` makes it")];
  }
  const main = await withSession(settings, "app", async (session) => [
    await versionFinding(session),
    await roleFinding(session),
    await schemaFinding(session, "main"),
  ]);
  const keys = await withSession(settings, "keys", async (session) => [
    ok("keys", `the keys database in \`${session.place}\` answers`),
    await schemaFinding(session, "keys"),
    await masterKeyFinding(session, settings),
  ]);
  return [...main, ...keys];
}

async function versionFinding(session: Session): Promise<Finding> {
  const [row] = await session.query<{ number: number; text: string }>(
    `select current_setting('server_version_num')::int as number,
       current_setting('server_version') as text`,
  );
  const major = Math.floor((row?.number ?? 0) / 10_000);
  const text = `PostgreSQL ${row?.text ?? "?"} in \`${session.place}\``;
  if (major >= oldestMajor && major <= newestMajor) return ok("database", `${text} answers`);
  return wrong("database", `${text} is not of version ${oldestMajor} to ${newestMajor}`);
}

async function roleFinding(session: Session): Promise<Finding> {
  const [row] = await session.query<{ role: string; unfit: boolean }>(
    `select rolname as role, rolsuper or rolbypassrls as unfit
     from pg_roles where rolname = current_user`,
  );
  const role = `the role \`${row?.role ?? "?"}\``;
  if (row?.unfit === false) return ok("role", `${role} is held to one merchant at a time`);
  return wrong("role", `${role} of DATABASE_URL can pass row security; make it an ordinary one`);
}

async function schemaFinding(session: Session, which: Which): Promise<Finding> {
  const about = which === "main" ? "schema" : "keys schema";
  const known = knownMigrations(which).map(({ name }) => name);
  const applied = await appliedNames(session);
  const newer = applied.filter((name) => !known.includes(name));
  if (newer.length > 0) {
    return wrong(about, `\`${newer[0]}\` is newer than this version; start the one it came with`);
  }
  const missing = known.length - applied.length;
  if (missing > 0) return wrong(about, `${missing} migrations are missing; run makegood migrate`);
  return ok(about, `all ${known.length} migrations are applied`);
}

async function appliedNames(session: Session): Promise<string[]> {
  const [found] = await session.query<{ there: boolean }>(
    "select to_regclass('public.schema_migrations') is not null as there",
  );
  if (found?.there !== true) return [];
  const rows = await session.query<{ name: string }>("select name from schema_migrations");
  return rows.map(({ name }) => name);
}

/** Without it nothing personal can be read, and a new one would be made in silence. */
async function masterKeyFinding(session: Session, settings: Settings): Promise<Finding> {
  const file = join(settings.dataFolder, "master.key");
  if (settings.masterKey !== null || existsSync(file)) {
    return ok("master key", settings.masterKey === null ? `in \`${file}\`` : "set");
  }
  const [row] = await session.query<{ there: boolean }>(
    "select to_regclass('public.keys') is not null as there",
  );
  const keys = row?.there === true ? await session.query("select 1 from keys limit 1") : [];
  if (keys.length === 0) return note("master key", "none yet; the first start makes one");
  return wrong("master key", `there are keys, but no \`${file}\` to open them; bring it back`);
}

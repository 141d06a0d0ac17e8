import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { migrateDatabase } from "../src/platform/database/install.ts";
import { knownMigrations } from "../src/platform/database/migrate.ts";
import { forgetfulSettings, openEmbedded } from "../src/platform/postgres/embedded.ts";
import { testServerVariable } from "../src/platform/testing.ts";
import type { TestServer } from "../src/platform/testing.ts";

/**
 * Starts (or attaches to) one embedded server for all test files and makes the migrated templates
 * that each file's databases are cloned from. A missing database is a failure, never a skip.
 */
export async function setup(): Promise<() => Promise<void>> {
  const dataFolder = join(import.meta.dirname, "..", ".cache", "test-postgres");
  mkdirSync(dataFolder, { recursive: true });
  const server = await openEmbedded(dataFolder, forgetfulSettings);
  try {
    const templates = await ensureTemplates(server.adminUrl, server.urls);
    const about: TestServer = { adminUrl: server.adminUrl, urls: server.urls, templates };
    process.env[testServerVariable] = JSON.stringify(about);
  } catch (error) {
    await server.release();
    throw error;
  }
  return () => server.release();
}

/** Named by what is in the migrations, so that a changed file makes new templates. */
async function ensureTemplates(
  adminUrl: string,
  urls: TestServer["urls"],
): Promise<TestServer["templates"]> {
  const checksums = [...knownMigrations("main"), ...knownMigrations("keys")];
  const hash = createHash("sha256").update(JSON.stringify(checksums)).digest("hex").slice(0, 16);
  const templates = { main: `template_${hash}`, keys: `template_${hash}_keys` };
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query("select pg_advisory_lock(4600, 3)");
    await dropForgotten(admin);
    const { rows } = await admin.query("select 1 from pg_database where datname = $1", [
      `${templates.main}_ready`,
    ]);
    if (rows.length === 0) await makeTemplates(admin, templates, urls);
  } finally {
    await admin.end();
  }
  return { main: `${templates.main}_ready`, keys: templates.keys };
}

async function makeTemplates(
  admin: Client,
  templates: TestServer["templates"],
  urls: TestServer["urls"],
): Promise<void> {
  const owners = { main: new URL(urls.owner).username, keys: new URL(urls.keys).username };
  for (const which of ["main", "keys"] as const) {
    await admin.query(`drop database if exists ${templates[which]} with (force)`);
    await admin.query(`create database ${templates[which]} owner ${owners[which]}`);
  }
  const on = (url: string, name: string): string =>
    Object.assign(new URL(url), { pathname: `/${name}` }).toString();
  await migrateDatabase({
    app: on(urls.app, templates.main),
    owner: on(urls.owner, templates.main),
    keys: on(urls.keys, templates.keys),
  });
  // The name says that it is whole: a run that was cut short never gets here.
  await admin.query(`alter database ${templates.main} rename to ${templates.main}_ready`);
}

/** Databases of runs that were killed; a test file never takes two hours. */
async function dropForgotten(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(
    "select datname as name from pg_database where datname ~ '^test_[0-9]+_'",
  );
  const oldest = Date.now() / 1000 - 2 * 3600;
  for (const { name } of rows.filter((row) => Number(row.name.split("_")[1]) < oldest)) {
    await admin.query(`drop database if exists ${name} with (force)`);
  }
}

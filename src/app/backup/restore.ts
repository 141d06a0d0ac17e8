import { migrate, readSettings, withSession } from "../../platform/index.ts";
import type { Session, Settings, Which } from "../../platform/index.ts";
import { CommandError } from "../cli/failure.ts";
import type { Terminal } from "../cli/terminal.ts";
import { blocksOf, verifyBackup } from "./file-reader.ts";
import type { VerifiedBackup } from "./file-reader.ts";
import { jobsTable, quoted } from "./format.ts";
import type { BackupHeader } from "./format.ts";
import { requireCurrentSchema, setMerchant } from "./tables.ts";

/** `makegood restore`: verified, then all in one transaction into an empty database. */
export async function restore(terminal: Terminal, path: string): Promise<void> {
  const settings: Settings = readSettings();
  terminal.note("verifying the file");
  const backup = await verifyBackup(path);
  const { which } = backup.header;
  await migrate(settings);
  const place = await withSession(
    settings,
    which === "keys" ? "keys" : "owner",
    async (session) => {
      await requireSameSchema(session, backup.header);
      await session.query("begin");
      await requireEmpty(session, which);
      await load(session, terminal, path, backup);
      await session.query("commit");
      return session.place;
    },
  );
  const { rows } = backup.end;
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  terminal.answer({ which, rows, place, takenAt: backup.header.takenAt }, [
    `${total} rows of ${Object.keys(rows).length} tables are in ${place}`,
    `as they were at ${backup.header.takenAt}`,
  ]);
}

async function requireSameSchema(session: Session, header: BackupHeader): Promise<void> {
  const known = await requireCurrentSchema(session, header.which);
  const checksums = new Map(header.migrations.map(({ name, checksum }) => [name, checksum]));
  const same =
    checksums.size === known.length &&
    known.every(({ name, checksum }) => checksums.get(name) === checksum);
  if (same) return;
  throw new CommandError(
    `the backup has the schema of version ${header.version}; restore it with that version`,
  );
}

const whatMakesItFull = { main: "merchant_routes", keys: "keys" } as const;

async function requireEmpty(session: Session, which: Which): Promise<void> {
  const table = whatMakesItFull[which];
  await session.query(`lock table ${table} in exclusive mode`);
  const rows = await session.query(`select 1 from ${table} limit 1`);
  if (rows.length === 0) return;
  throw new CommandError(
    `the database in \`${session.place}\` is not empty; restore into a new one (set MAKEGOOD_DATA)`,
  );
}

async function load(
  session: Session,
  terminal: Terminal,
  path: string,
  { header, end }: VerifiedBackup,
): Promise<void> {
  const shown = terminal.progress("restoring");
  const total = Object.values(end.rows).reduce((sum, count) => sum + count, 0);
  // Whoever serves first makes its subscriptions known; those of the backup take their place.
  if (header.which === "main") await session.query("delete from event_subscriptions");
  for (const { name, options } of header.queues) {
    await session.query("select makegood_declare_queue($1, $2)", [name, JSON.stringify(options)]);
  }
  const links = await dropLinks(session);
  let done = 0;
  for await (const { table, merchantId, rows, text } of blocksOf(path)) {
    if (merchantId !== null) await setMerchant(session, merchantId);
    await insertRows(session, table, text);
    shown.at((done += rows), total);
  }
  for (const link of links) await session.query(link);
  shown.end();
}

/** Jobs that were under way wait again: who had them is not here. */
async function insertRows(session: Session, table: string, rowsText: string): Promise<void> {
  const name = quoted(table);
  await session.query(
    `insert into ${name} select * from json_populate_recordset(null::${name}, $1::json)`,
    [rowsText],
  );
  if (table === jobsTable) {
    await session.query(
      `update pgboss.job set state = 'created', started_on = null where state = 'active'`,
    );
  }
}

/**
 * Foreign keys go while rows come in whatever order, and are made and checked again before the
 * commit. Returns the statements that make them.
 */
async function dropLinks(session: Session): Promise<string[]> {
  const links = await session.query<{ drop: string; make: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname,
         pg_get_constraintdef(oid)) as make
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
     order by conname`,
  );
  for (const { drop } of links) await session.query(drop);
  return links.map(({ make }) => make);
}

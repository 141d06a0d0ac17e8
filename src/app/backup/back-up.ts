import { readSettings, version, withSession } from "../../platform/index.ts";
import type { Session, Which } from "../../platform/index.ts";
import type { Progress } from "../cli/progress.ts";
import type { Terminal } from "../cli/terminal.ts";
import { createBackupFile } from "./file-writer.ts";
import type { BackupWriter } from "./file-writer.ts";
import { formatName, jobsTable, quoted } from "./format.ts";
import type { BackupHeader } from "./format.ts";
import { backedUpTables, requireCurrentSchema, setMerchant } from "./tables.ts";
import type { Table } from "./tables.ts";

const rowsAtOnce = 2_000;

/** `makegood backup`: one snapshot, streamed, while everything goes on. */
export function backUp(terminal: Terminal, path: string, which: Which): Promise<void> {
  return withSession(readSettings(), which === "keys" ? "keys" : "owner", async (session) => {
    const migrations = await requireCurrentSchema(session, which);
    const file = createBackupFile(path);
    try {
      await session.query("begin isolation level repeatable read read only");
      await file.header({
        format: formatName,
        which,
        version,
        takenAt: new Date().toISOString(),
        migrations: migrations.map(({ name, checksum }) => ({ name, checksum })),
        queues: which === "main" ? await waitingQueues(session) : [],
      });
      await writeTables(session, file, which, terminal.progress("backing up"));
      await session.query("commit");
      const { rows, sha256 } = await file.end();
      const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
      terminal.answer({ file: path, which, rows, sha256 }, [
        `${total} rows of ${Object.keys(rows).length} tables in ${path}`,
        `SHA-256 of the content: ${sha256}`,
      ]);
    } catch (error) {
      file.abandon();
      throw error;
    }
  });
}

async function writeTables(session: Session, file: BackupWriter, which: Which, shown: Progress) {
  const tables = await backedUpTables(session);
  const expected = await expectedRows(session);
  let done = 0;
  const count = (rows: number): void => {
    done += rows;
    shown.at(done, Math.max(done, expected));
  };
  for (const table of tables.filter(({ isProtected }) => !isProtected)) {
    await writeTable(session, file, table.name, null, count);
  }
  for (const merchantId of which === "main" ? await merchantIds(session) : []) {
    await setMerchant(session, merchantId);
    for (const table of tables.filter(isUnderTenant)) {
      await writeTable(session, file, table.name, merchantId, count);
    }
  }
  if (which === "main") await writeTable(session, file, jobsTable, null, count);
  shown.end();
}

const isUnderTenant = ({ isProtected }: Table): boolean => isProtected;

async function merchantIds(session: Session): Promise<string[]> {
  const rows = await session.query<{ id: string }>(
    "select merchant_id as id from merchant_routes order by merchant_id",
  );
  return rows.map(({ id }) => id);
}

/** By the planner's estimate: counting would read everything twice. */
async function expectedRows(session: Session): Promise<number> {
  const [row] = await session.query<{ rows: number }>(
    `select coalesce(sum(greatest(reltuples, 0)), 0)::float8 as rows from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  return Math.round(row?.rows ?? 0);
}

/** What finished or failed for good is history; what was under way starts again. */
const jobsThatWait = "where state < 'completed'";

/** With a cursor: no table has to fit into memory, on either side. */
async function writeTable(
  session: Session,
  file: BackupWriter,
  table: string,
  merchantId: string | null,
  count: (rows: number) => void,
): Promise<void> {
  const condition = table === jobsTable ? jobsThatWait : "";
  await session.query(
    `declare rows no scroll cursor for
     select row_to_json(t)::text as row from ${quoted(table)} t ${condition}`,
  );
  for (;;) {
    const rows = await session.query<{ row: string }>(`fetch ${rowsAtOnce} from rows`);
    if (rows.length === 0) break;
    const text = `[${rows.map(({ row }) => row).join(",")}]`;
    await file.block({ table, merchantId, rows: rows.length }, text);
    count(rows.length);
  }
  await session.query("close rows");
}

function waitingQueues(session: Session): Promise<BackupHeader["queues"]> {
  return session.query(
    `select name, json_build_object('policy', policy, 'retryLimit', retry_limit,
       'retryDelay', retry_delay, 'retryBackoff', retry_backoff,
       'expireInSeconds', expire_seconds, 'retentionMinutes', retention_minutes) as options
     from pgboss.queue order by name`,
  );
}

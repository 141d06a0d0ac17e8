import type { Migration, Which } from "../../platform/index.ts";

/**
 * A backup is a gzip file of lines. The first is the header; then come blocks of two lines each,
 * what follows and its rows as PostgreSQL printed them; the last line counts and seals the others.
 * Rows are never parsed here: no number passes through a float.
 */
export const formatName = "makegood-backup/1";

export interface BackupHeader {
  readonly format: typeof formatName;
  readonly which: Which;
  readonly version: string;
  readonly takenAt: string;
  /** The schema it was taken from; only the same one takes it in. */
  readonly migrations: readonly Pick<Migration, "name" | "checksum">[];
  /** Queues of the jobs that wait, with their settings. */
  readonly queues: readonly { readonly name: string; readonly options: object }[];
}

export interface BackupBlock {
  readonly table: string;
  /** Null for tables without row security. */
  readonly merchantId: string | null;
  readonly rows: number;
}

export interface BackupEnd {
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** SHA-256 in hex of all bytes before this line. */
  readonly sha256: string;
}

/** Jobs lie in pg-boss's schema; only those that wait are kept. */
export const jobsTable = "pgboss.job";

export const quoted = (table: string): string =>
  table === jobsTable ? table : `"${table.replaceAll('"', '""')}"`;

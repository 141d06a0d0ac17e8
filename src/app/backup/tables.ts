import { knownMigrations } from "../../platform/index.ts";
import type { Migration, Session, Which } from "../../platform/index.ts";
import { CommandError } from "../cli/failure.ts";

export interface Table {
  readonly name: string;
  /** Under row security: read and written merchant by merchant. */
  readonly isProtected: boolean;
}

/** Computed from other tables, or about this server alone. */
const left = ["schema_migrations", "ledger_checkpoints"];

export async function backedUpTables(session: Session): Promise<Table[]> {
  return session.query<Table>(
    `select c.relname as name, c.relrowsecurity as "isProtected"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> all ($1)
     order by c.relname`,
    [left],
  );
}

/** The schema, which must be just what this version knows: columns are taken as they are. */
export async function requireCurrentSchema(session: Session, which: Which): Promise<Migration[]> {
  const known = knownMigrations(which);
  const [found] = await session.query<{ there: boolean }>(
    "select to_regclass('public.schema_migrations') is not null as there",
  );
  const applied =
    found?.there === true
      ? await session.query<{ name: string }>("select name from schema_migrations")
      : [];
  const names = new Set(applied.map(({ name }) => name));
  const differs = names.size !== known.length || known.some(({ name }) => !names.has(name));
  if (!differs) return known;
  throw new CommandError(
    "the database does not have this version's schema; run `makegood migrate` first",
  );
}

export const setMerchant = (session: Session, merchantId: string): Promise<unknown> =>
  session.query("select set_config('app.merchant', $1, true)", [merchantId]);

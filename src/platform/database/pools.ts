import { Pool, types } from "pg";
import type { PoolClient } from "pg";
import type { Database } from "./database.ts";

export interface Pools {
  readonly app: Pool;
  readonly keys: Pool;
}

/** Only this room can get from a handle to its pools: a flow has nothing but its `tx`. */
const poolsOf = new WeakMap<Database, Pools>();

export function bindPools(database: Database, pools: Pools): void {
  poolsOf.set(database, pools);
}

export function pools(database: Database): Pools {
  const found = poolsOf.get(database);
  if (found === undefined) throw new Error("the database is closed");
  return found;
}

const oid = { bigint: 20, date: 1082, timestamptz: 1184, bigintArray: 1016 } as const;

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`\`${text}\` is beyond 2^53 - 1`);
  return value;
}

// pg's own reader handles every form that PostgreSQL prints, years before 1 included.
const readTimestamp = types.getTypeParser(oid.timestamptz) as (text: string) => Date;

function parserOf(type: number, format: "text" | "binary"): (text: string) => unknown {
  if (type === oid.bigint) return safeInteger;
  if (type === oid.date) return (text) => text;
  if (type === oid.timestamptz) return (text) => readTimestamp(text).getTime();
  return types.getTypeParser(type, format) as (text: string) => unknown;
}

const parsers = { getTypeParser: parserOf as typeof types.getTypeParser };

/** Instants are milliseconds, big integers exact numbers, dates stay text. */
export function createPool(url: string, connectionsMax: number): Pool {
  const pool = new Pool({
    connectionString: url,
    max: connectionsMax,
    pipeline: true,
    application_name: "makegood",
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    options: "-c timezone=UTC -c lock_timeout=20s -c idle_in_transaction_session_timeout=60s",
    types: parsers,
  });
  // An idle connection that breaks is replaced; whoever was using one hears of it there.
  pool.on("error", () => undefined);
  return pool;
}

/**
 * Lends a connection. After an error it is rolled back; where that fails it is thrown away, since
 * nobody knows what state it is in.
 */
export async function withClient<T>(
  database: Database,
  use: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pools(database).app.connect();
  let broken = false;
  const onError = (): void => {
    broken = true;
  };
  client.on("error", onError);
  try {
    return await use(client);
  } catch (error) {
    await client.query("rollback").catch(onError);
    throw error;
  } finally {
    client.off("error", onError);
    client.release(broken);
  }
}

/** What a parameter of type timestamptz is given as. */
export const timestamp = (instant: number): Date => new Date(instant);

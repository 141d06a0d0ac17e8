import type { PoolClient, QueryConfig } from "pg";
import type { Statement } from "./tx.ts";

export type Send = (query: QueryConfig | string) => Promise<unknown[]>;

/** Sends without waiting; a refusal of the database stays with the promise that is returned. */
export function sender(client: PoolClient): Send {
  return (query) => {
    const sent = client.query<never>(query).then((result) => result.rows);
    // What a failed transaction leaves unread must not end the process.
    sent.catch(() => undefined);
    return sent;
  };
}

export function queryOf(
  statement: Statement | string,
  values: readonly unknown[] = [],
): QueryConfig {
  const parts = typeof statement === "string" ? { text: statement } : statement;
  return { ...parts, values: [...values] };
}

export const scopeTo = (merchantId: string): QueryConfig => ({
  name: "scope-to-merchant",
  text: "select set_config('app.merchant', $1, true)",
  values: [merchantId],
});

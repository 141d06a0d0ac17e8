import type { Platform } from "../platform.ts";
import { withClient } from "./pools.ts";
import { queryOf } from "./session.ts";
import type { Statement } from "./tx.ts";

/**
 * One statement before the merchant is known: a callback, a sign-in, the dispatcher. No tenant is
 * set, so row security hides every merchant's table and only routing tables can be read or written.
 */
export async function routingQuery<Row>(
  platform: Pick<Platform, "database">,
  statement: Statement | string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return withClient(platform.database, async (client) => {
    const { rows } = await client.query<never>(queryOf(statement, values));
    return rows;
  });
}

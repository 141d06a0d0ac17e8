import { decodeCursor, encodeCursor, isRefusal, refuse } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import { isId } from "../ids.ts";

interface PageQuery {
  readonly cursor?: string;
  readonly limit?: number;
}

export interface ListPage<Row> {
  readonly items: Row[];
  readonly next: string | null;
}

const usualLimit = 50;

/**
 * A page of a list that is ordered by one id. `read` gets the id where the last page ended (null on
 * the first), and is asked for one row more, which tells that there is another page.
 */
export async function pageById<Row>(
  query: PageQuery | undefined,
  read: (place: string | null, limit: number) => Promise<Row[]>,
  idOf: (row: Row) => string,
): Promise<ListPage<Row> | Refusal> {
  const parts = decodeCursor(query?.cursor, 1);
  if (isRefusal(parts)) return parts;
  const place = parts?.[0] ?? null;
  if (place !== null && !isId(place)) {
    return refuse("cursor_invalid", { cursor: query?.cursor ?? "" }, "cursor");
  }
  const limit = query?.limit ?? usualLimit;
  const rows = await read(place, limit + 1);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, next: more ? encodeCursor([idOf(last)]) : null };
}

export function viewPage<Row, View>(
  page: ListPage<Row> | Refusal,
  view: (row: Row) => View,
): ListPage<View> | Refusal {
  return isRefusal(page) ? page : { items: page.items.map(view), next: page.next };
}

import { decodeCursor, encodeCursor, isRefusal, refuse } from "../contract/index.ts";
import type { ApiKeyView, Me, Refusal, StaffView } from "../contract/index.ts";
import { isId, readTransaction } from "../platform/index.ts";
import type { Actor, Platform } from "../platform/index.ts";
import { selectMerchant } from "./store.ts";
import type { ApiKeyRow, StaffRow } from "./store.ts";

const instantText = (instant: number): string => new Date(instant).toISOString();

/** Who is signed in, with the merchant they act for. */
export async function describe(platform: Platform, actor: Actor): Promise<Me> {
  const found = await readTransaction(platform, actor.merchantId, selectMerchant);
  if (found === null || actor.kind === "system") {
    throw new Error(`nobody can be signed in as ${actor.kind} ${actor.id}`);
  }
  const { merchantId, slug, name, zone, onePerson, financial } = found;
  return {
    kind: actor.kind,
    id: actor.id,
    name: actor.name,
    rights: [...actor.rights],
    orderIds: actor.orderIds === null ? null : [...actor.orderIds],
    merchant: { merchantId, slug, name, zone, onePerson, financial },
  };
}

export const staffView = (row: StaffRow): StaffView => ({
  staffId: row.staffId,
  signInName: row.signInName,
  displayName: row.displayName,
  rights: row.rights,
  createdAt: instantText(row.createdAt),
});

export const apiKeyView = (row: ApiKeyRow): ApiKeyView => ({
  keyId: row.keyId,
  label: row.label,
  shownPrefix: row.shownPrefix,
  rights: row.rights,
  createdAt: instantText(row.createdAt),
  revokedAt: row.revokedAt === null ? null : instantText(row.revokedAt),
});

const usualLimit = 50;

interface PageQuery {
  readonly cursor?: string;
  readonly limit?: number;
}

/** A page of a list that is ordered by one id, newest first. `read` is asked for one row more. */
export async function pageById<Row>(
  query: PageQuery | undefined,
  read: (before: string | null, limit: number) => Promise<Row[]>,
  idOf: (row: Row) => string,
): Promise<{ items: Row[]; next: string | null } | Refusal> {
  const parts = decodeCursor(query?.cursor, 1);
  if (isRefusal(parts)) return parts;
  const before = parts?.[0] ?? null;
  if (before !== null && !isId(before)) {
    return refuse("cursor_invalid", { cursor: query?.cursor ?? "" }, "cursor");
  }
  const limit = query?.limit ?? usualLimit;
  const rows = await read(before, limit + 1);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, next: more ? encodeCursor([idOf(last)]) : null };
}

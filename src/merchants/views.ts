import type { ApiKeyView, Me, StaffView } from "../contract/index.ts";
import { readTransaction } from "../platform/index.ts";
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

import { createHash, randomBytes } from "node:crypto";
import type { Right } from "../../contract/index.ts";
import type { Instant } from "../../core/index.ts";
import type { Actor } from "../actor.ts";
import { timestamp } from "../database/pools.ts";
import { routingQuery } from "../database/routing.ts";
import type { Tx } from "../database/tx.ts";
import type { Platform } from "../platform.ts";

export type CredentialKind = "staff" | "key" | "customer";

export interface NewCredential {
  readonly kind: CredentialKind;
  /** The member of staff, the key, or the customer's person. */
  readonly subjectId: string;
  readonly name: string;
  readonly rights: readonly Right[];
  readonly orderIds: readonly string[] | null;
  readonly expiresAt: Instant | null;
}

const prefixes = { staff: "mgs_", key: "mgk_", customer: "mgc_" } as const;

/** What the caller holds: shown once, kept as a hash. 256 random bits need no slow hash. */
const newToken = (kind: CredentialKind): string =>
  `${prefixes[kind]}${randomBytes(32).toString("base64url")}`;

const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Makes a credential in the transaction that records why. Returns the token. */
export async function issueCredential(tx: Tx, credential: NewCredential): Promise<string> {
  const token = newToken(credential.kind);
  const { kind, subjectId, name, rights, orderIds, expiresAt } = credential;
  await tx.query(
    `insert into credentials
       (token_hash, merchant_id, kind, subject_id, name, rights, order_ids, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      hashOf(token),
      tx.merchantId,
      kind,
      subjectId,
      name,
      rights,
      orderIds,
      timestamp(tx.now),
      expiresAt === null ? null : timestamp(expiresAt),
    ],
  );
  return token;
}

/** Ends every session of a person, or a key. */
export async function revokeCredentials(tx: Tx, subjectId: string): Promise<void> {
  await tx.query("delete from credentials where merchant_id = $1 and subject_id = $2", [
    tx.merchantId,
    subjectId,
  ]);
  forgetAll();
}

/** Ends the one session whose token this is. */
export async function revokeToken(tx: Tx, token: string): Promise<void> {
  await tx.query("delete from credentials where merchant_id = $1 and token_hash = $2", [
    tx.merchantId,
    hashOf(token),
  ]);
  forgetAll();
}

interface CredentialRow {
  readonly merchantId: string;
  readonly kind: CredentialKind;
  readonly subjectId: string;
  readonly name: string;
  readonly rights: Right[];
  readonly orderIds: string[] | null;
  readonly expiresAt: Instant | null;
}

/** Whom a token stands for, or null when it is unknown, revoked or over. */
export async function actorOfToken(platform: Platform, token: string): Promise<Actor | null> {
  const row = await findCredential(platform, token);
  if (row === null) return null;
  if (row.expiresAt !== null && row.expiresAt <= platform.clock.now()) return null;
  const { kind, subjectId, merchantId, name, orderIds } = row;
  return { kind, id: subjectId, merchantId, rights: new Set(row.rights), name, orderIds };
}

/** In other processes a revoked token works for at most this long. */
const rememberedMs = 1000;
const rememberedMax = 10_000;
const remembered = new Map<string, { row: CredentialRow; until: number }>();
const forgetAll = (): void => remembered.clear();

async function findCredential(platform: Platform, token: string): Promise<CredentialRow | null> {
  const hash = hashOf(token);
  const name = `${platform.database.place} ${hash.toString("base64")}`;
  const known = remembered.get(name);
  if (known !== undefined && known.until > performance.now()) return known.row;
  const [row] = await routingQuery<CredentialRow>(platform, selectCredential, [hash]);
  if (row === undefined) return null;
  if (remembered.size >= rememberedMax) forgetAll();
  remembered.set(name, { row, until: performance.now() + rememberedMs });
  return row;
}

const selectCredential = {
  name: "select-credential",
  text: `select merchant_id as "merchantId", kind, subject_id as "subjectId", name, rights,
      order_ids as "orderIds", expires_at as "expiresAt"
    from credentials where token_hash = $1`,
};

import { isRefusal, refuse } from "../contract/index.ts";
import type { Refusal } from "../contract/index.ts";
import {
  addressOwner,
  countAttempt,
  forgiveAttempt,
  isPassword,
  issueCredential,
  readTransaction,
  revokeToken,
  routingQuery,
  systemActor,
  transact,
} from "../platform/index.ts";
import type { Actor, AttemptLimit, Platform } from "../platform/index.ts";
import { recordDeed } from "./audit.ts";
import { signInHash } from "./flow.ts";
import { selectStaff } from "./store.ts";
import type { StaffRow } from "./store.ts";

export const staffSessionSeconds = 12 * 3600;
export const customerSessionSeconds = 2 * 3600;

export interface Session {
  readonly token: string;
  readonly actor: Actor;
}

/**
 * A member of staff by name and password. Attempts that were not right count against the name and,
 * more generously, against the address. A name that nobody has takes as long and answers the same.
 */
export async function signIn(
  platform: Platform,
  given: { readonly signInName: string; readonly password: string; readonly address: string },
): Promise<Session | Refusal> {
  const address = `address:${addressOwner(given.address)}`;
  const limits: AttemptLimit[] = [
    { subject: `name:${signInHash(given.signInName).toString("hex")}`, attemptsMax: 10 },
    { subject: address, attemptsMax: 50 },
  ];
  const waitSeconds = await countAttempt(platform, limits);
  if (waitSeconds !== null) return refuse("too_many_requests", { retryAfterSeconds: waitSeconds });
  const found = await findStaff(platform, given.signInName);
  const right = await isPassword(address, given.password, found?.staff.passwordHash ?? null);
  // Nothing was looked at, so nothing was guessed.
  if (isRefusal(right)) {
    await forgiveAttempt(platform, limits);
    return right;
  }
  if (found === null || !right) return refuse("sign_in_failed");
  await forgiveAttempt(platform, limits);
  return openStaffSession(platform, found.merchantId, found.staff);
}

async function findStaff(platform: Platform, signInName: string) {
  const [place] = await routingQuery<{ merchantId: string; staffId: string }>(
    platform,
    `select merchant_id as "merchantId", staff_id as "staffId" from staff_routes
     where name_hash = $1`,
    [signInHash(signInName)],
  );
  if (place === undefined) return null;
  const { merchantId, staffId } = place;
  const staff = await readTransaction(platform, merchantId, (tx) => selectStaff(tx, staffId));
  return staff === null ? null : { merchantId, staff };
}

async function openStaffSession(
  platform: Platform,
  merchantId: string,
  { staffId, displayName, rights }: StaffRow,
): Promise<Session | Refusal> {
  const actor: Actor = {
    kind: "staff",
    id: staffId,
    merchantId,
    rights: new Set(rights),
    name: displayName,
    orderIds: null,
  };
  return transact(platform, { merchantId, actor, route: "signIn" }, async (tx) => {
    const token = await issueCredential(tx, {
      kind: "staff",
      subjectId: staffId,
      name: displayName,
      rights,
      orderIds: null,
      expiresAt: tx.now + staffSessionSeconds * 1000,
    });
    await recordDeed(tx, { action: "staff.signed_in", subject: staffId });
    return { token, actor };
  });
}

export async function signOut(platform: Platform, actor: Actor, token: string): Promise<void> {
  const unit = { merchantId: actor.merchantId, actor, route: "signOut" };
  await transact(platform, unit, async (tx) => {
    await revokeToken(tx, token);
    if (actor.kind === "staff") {
      await recordDeed(tx, { action: "staff.signed_out", subject: actor.id });
    }
    return null;
  });
}

export interface ProvedOrders {
  readonly merchantId: string;
  /** The customer; the order's own id where an order has no person. */
  readonly personId: string;
  readonly orderIds: readonly string[];
}

/** A session of a customer who proved these orders; it opens nothing else. */
export async function issueCustomerSession(
  platform: Platform,
  { merchantId, personId, orderIds }: ProvedOrders,
): Promise<Session> {
  const actor: Actor = {
    kind: "customer",
    id: personId,
    merchantId,
    rights: new Set(),
    name: "",
    orderIds,
  };
  const unit = { merchantId, actor: systemActor(merchantId, "portal"), route: "customerSession" };
  const token = await transact(platform, unit, (tx) =>
    issueCredential(tx, {
      kind: "customer",
      subjectId: personId,
      name: "",
      rights: [],
      orderIds,
      expiresAt: tx.now + customerSessionSeconds * 1000,
    }),
  );
  if (isRefusal(token)) throw new Error("a session is never refused");
  return { token, actor };
}

/** The merchant whose portal has this address, or null. */
export async function merchantOfSlug(platform: Platform, slug: string): Promise<string | null> {
  const [row] = await routingQuery<{ merchantId: string }>(
    platform,
    {
      name: "merchant-of-slug",
      text: `select merchant_id as "merchantId" from merchant_routes where slug = $1`,
    },
    [slug],
  );
  return row?.merchantId ?? null;
}

/** Every merchant, for work that goes over all of them. */
export async function allMerchantIds(platform: Platform): Promise<string[]> {
  const rows = await routingQuery<{ merchantId: string }>(
    platform,
    `select merchant_id as "merchantId" from merchant_routes order by merchant_id`,
  );
  return rows.map((row) => row.merchantId);
}

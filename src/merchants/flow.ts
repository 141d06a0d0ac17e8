import { createHash } from "node:crypto";
import { isRefusal, passwordCharactersMin, refuse } from "../contract/index.ts";
import type { Refusal, Right } from "../contract/index.ts";
import {
  hashPassword,
  issueCredential,
  newId,
  revokeCredentials,
  systemActor,
  transact,
} from "../platform/index.ts";
import type { Platform, Tx, Unit } from "../platform/index.ts";
import { recordDeed } from "./audit.ts";
import * as store from "./store.ts";
import type { ApiKeyRow, StaffRow } from "./store.ts";

export interface NewMerchant {
  /** The address of its portal: lower-case letters, digits and hyphens. */
  readonly slug: string;
  readonly name: string;
  /** IANA zone, Asia/Shanghai when absent. */
  readonly zone?: string;
  readonly onePerson?: boolean;
  readonly financial?: boolean;
}

/** Makes a tenant. There is no route: the command line and the seed do it. */
export async function createMerchant(
  platform: Platform,
  merchant: NewMerchant,
): Promise<string | Refusal> {
  const merchantId = newId(platform.clock.now());
  const actor = systemActor(merchantId, "set-up");
  return transact(platform, { merchantId, actor, route: "createMerchant" }, async (tx) => {
    if (!(await store.insertRoute(tx, merchant.slug))) {
      return refuse("merchant_slug_taken", { slug: merchant.slug }, "/slug");
    }
    await store.insertMerchant(tx, {
      slug: merchant.slug,
      name: merchant.name,
      zone: merchant.zone ?? "Asia/Shanghai",
      onePerson: merchant.onePerson ?? false,
      financial: merchant.financial ?? false,
      defaultPolicySetId: null,
    });
    await recordDeed(tx, { action: "merchant.created", subject: merchantId });
    return merchantId;
  });
}

export interface NewStaff {
  /** Unique over all merchants; upper and lower case are the same. */
  readonly signInName: string;
  readonly displayName: string;
  readonly password: string;
  readonly rights: readonly Right[];
}

export async function createStaff(
  platform: Platform,
  unit: Unit,
  staff: NewStaff,
): Promise<StaffRow | Refusal> {
  if ([...staff.password].length < passwordCharactersMin) {
    return refuse("password_weak", { charactersMin: passwordCharactersMin }, "/password");
  }
  // Slow on purpose, so it is done before a connection is held.
  const passwordHash = await hashPassword(unit.actor.id, staff.password);
  if (isRefusal(passwordHash)) return passwordHash;
  return transact(platform, unit, async (tx) => {
    const row = { ...staffRow(tx, staff) };
    if (!(await store.insertStaffRoute(tx, signInHash(staff.signInName), row.staffId))) {
      return refuse("sign_in_name_taken", { signInName: staff.signInName }, "/signInName");
    }
    await store.insertStaff(tx, row, passwordHash);
    await recordDeed(tx, {
      action: "staff.created",
      subject: row.staffId,
      detail: { rights: row.rights },
    });
    return row;
  });
}

const staffRow = (tx: Tx, { signInName, displayName, rights }: NewStaff): StaffRow => ({
  staffId: tx.newId(),
  signInName,
  displayName,
  rights: [...rights],
  createdAt: tx.now,
});

/** The routing table holds no names. */
export const signInHash = (signInName: string): Buffer =>
  createHash("sha256").update(signInName.normalize("NFKC").trim().toLowerCase()).digest();

export type IssuedApiKey = ApiKeyRow & { readonly key: string };

export async function createApiKey(
  platform: Platform,
  unit: Unit,
  { label, rights }: { readonly label: string; readonly rights: readonly Right[] },
): Promise<IssuedApiKey | Refusal> {
  return transact(platform, unit, async (tx) => {
    const keyId = tx.newId();
    const key = await issueCredential(tx, {
      kind: "key",
      subjectId: keyId,
      name: label,
      rights,
      orderIds: null,
      expiresAt: null,
    });
    const row: ApiKeyRow = {
      keyId,
      label,
      shownPrefix: key.slice(0, 10),
      rights: [...rights],
      createdAt: tx.now,
      revokedAt: null,
    };
    await store.insertApiKey(tx, row);
    await recordDeed(tx, { action: "key.created", subject: keyId, detail: { rights } });
    return { ...row, key };
  });
}

export async function revokeApiKey(
  platform: Platform,
  unit: Unit,
  keyId: string,
): Promise<undefined | Refusal> {
  const done = await transact(platform, unit, async (tx) => {
    const state = await store.markKeyRevoked(tx, keyId);
    if (state === "absent") return refuse("not_found", { what: keyId });
    if (state === "now") {
      await revokeCredentials(tx, keyId);
      await recordDeed(tx, { action: "key.revoked", subject: keyId });
    }
    return null;
  });
  return isRefusal(done) ? done : undefined;
}

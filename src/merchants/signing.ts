import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";
import type { KeyObject } from "node:crypto";
import type { Platform, Tx } from "../platform/index.ts";
import { recordDeed } from "./audit.ts";
import * as store from "./signing-store.ts";
import type { SigningKeyRow } from "./signing-store.ts";

/**
 * The key that the merchant signs with today, made at first need. Its secret half is the 32 bytes
 * that the keys store holds under the key's id, so that it is sealed, backed up and restored as
 * every other key is, and stands in no other place.
 */
export async function activeSigningKey(platform: Platform, tx: Tx): Promise<SigningKeyRow> {
  return (await store.selectActiveKey(tx)) ?? makeKey(platform, tx);
}

/** From now on a new key signs; what the one before signed stays verifiable. */
export async function rotateSigningKey(platform: Platform, tx: Tx): Promise<SigningKeyRow> {
  const retired = await store.retireActiveKey(tx);
  const key = await makeKey(platform, tx);
  const detail = { retired: retired ?? null, fingerprint: fingerprintOf(key.publicKey) };
  await recordDeed(tx, { action: "signing_key.rotated", subject: key.keyId, detail });
  return key;
}

async function makeKey(platform: Platform, tx: Tx): Promise<SigningKeyRow> {
  const keyId = tx.newId();
  // Nobody sweeps a confirmed key; one that a rolled-back transaction leaves signs nothing.
  await platform.keyring.create(tx.merchantId, [keyId], true);
  const secret = await secretKey(platform, tx.merchantId, keyId);
  const publicKey = createPublicKey(secret).export({ format: "der", type: "spki" });
  const key = { keyId, publicKey, createdAt: tx.now, retiredAt: null };
  if (await store.insertSigningKey(tx, key)) return key;
  await platform.keyring.destroy(tx.merchantId, [keyId]);
  const other = await store.selectActiveKey(tx);
  if (other === undefined) throw new Error("a signing key was taken and is not there");
  return other;
}

/** Ed25519 (RFC 8032) over the bytes: 64 bytes, the same ones each time. */
export async function signBytes(
  platform: Platform,
  merchantId: string,
  keyId: string,
  bytes: Uint8Array,
): Promise<Buffer> {
  return sign(null, bytes, await secretKey(platform, merchantId, keyId));
}

async function secretKey(
  platform: Platform,
  merchantId: string,
  keyId: string,
): Promise<KeyObject> {
  const seed = (await platform.keyring.find(merchantId, [keyId])).get(keyId);
  if (seed === undefined) throw new Error(`signing key ${keyId} is not in the keys store`);
  return keyFromSeed(seed);
}

/** PKCS #8 of an Ed25519 key is this head and the seed (RFC 8410). */
const pkcs8Head = Buffer.from("302e020100300506032b657004220420", "hex");

export const keyFromSeed = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: "der", type: "pkcs8" });

export const fingerprintOf = (publicKey: Uint8Array): string =>
  createHash("sha256").update(publicKey).digest("hex");

export const publicKeyText = (publicKey: Buffer): string =>
  createPublicKey({ key: publicKey, format: "der", type: "spki" })
    .export({ format: "pem", type: "spki" })
    .toString();

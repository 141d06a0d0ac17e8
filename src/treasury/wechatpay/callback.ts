import { createPublicKey } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { Aes, Formatter, Rsa } from "wechatpay-axios-plugin";
import type { CallbackHeaders, Hint } from "../gateway.ts";

const skewMaxSeconds = 300;

export type CallbackKeys = {
  readonly mchid: string;
  readonly apiV3Key: string;
  /** The platform's public keys by serial: two of them while a key is being changed. */
  readonly platformKeys: Readonly<Record<string, string>>;
};

function header(headers: CallbackHeaders, name: string): string {
  const value = headers[name];
  return typeof value === "string" ? value : "";
}

/** A signature probe (`WECHATPAY/SIGNTEST/…`) fails here like any other forgery, as it should. */
function isSigned(
  headers: CallbackHeaders,
  rawBody: string,
  keys: CallbackKeys,
  nowSeconds: number,
): boolean {
  const timestamp = header(headers, "wechatpay-timestamp");
  const key = keys.platformKeys[header(headers, "wechatpay-serial")];
  if (key === undefined || !(Math.abs(Number(timestamp) - nowSeconds) < skewMaxSeconds))
    return false;
  const publicKey = readOnce(key);
  const message = Formatter.response(timestamp, header(headers, "wechatpay-nonce"), rawBody);
  return Rsa.verify(message, header(headers, "wechatpay-signature"), publicKey);
}

const keysMax = 1000;
const readKeys = new Map<string, KeyObject>();

/** Reading the text of a key takes five times as long as verifying with it. */
function readOnce(pem: string): KeyObject {
  const known = readKeys.get(pem);
  if (known !== undefined) return known;
  if (readKeys.size >= keysMax) readKeys.clear();
  const key = createPublicKey(pem);
  readKeys.set(pem, key);
  return key;
}

type Envelope = {
  readonly id?: unknown;
  readonly resource?: {
    readonly ciphertext?: unknown;
    readonly nonce?: unknown;
    readonly associated_data?: unknown;
  };
};

const meanings: Readonly<Record<string, Hint["says"]>> = {
  SUCCESS: "settled",
  ABNORMAL: "parked",
  CLOSED: "closed",
};

function open(rawBody: string, keys: CallbackKeys): Hint | null {
  const { id, resource } = JSON.parse(rawBody) as Envelope;
  const { ciphertext, nonce, associated_data: associated } = resource ?? {};
  if (typeof id !== "string" || typeof ciphertext !== "string" || typeof nonce !== "string") {
    return null;
  }
  const bound = typeof associated === "string" ? associated : "";
  const plain = JSON.parse(Aes.AesGcm.decrypt(ciphertext, keys.apiV3Key, nonce, bound)) as Record<
    string,
    unknown
  >;
  const number = plain["out_refund_no"];
  if (plain["mchid"] !== keys.mchid || typeof number !== "string") return null;
  return { eventId: id, number, says: meanings[String(plain["refund_status"])] ?? "other" };
}

/**
 * Verified on the raw body within five minutes, then decrypted with the APIv3 key; null for
 * anything else. What it says has no currency, so it is a hint and never booked (4013070388).
 */
export function readCallback(
  headers: CallbackHeaders,
  rawBody: string,
  keys: CallbackKeys,
  nowSeconds: number,
): Hint | null {
  try {
    return isSigned(headers, rawBody, keys, nowSeconds) ? open(rawBody, keys) : null;
  } catch {
    // Not JSON, not base64, not our key: whatever it is, it is not the gateway's.
    return null;
  }
}

import {
  createCipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
} from "node:crypto";
import { randomBytes, randomUUID, sign, verify } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const schema = "WECHATPAY2-SHA256-RSA2048";
const skewMaxSeconds = 300;

export type Authorization = {
  readonly merchantId: string;
  readonly nonce: string;
  readonly signature: string;
  readonly timestamp: string;
  readonly serial: string;
};

/** Reads `Authorization: WECHATPAY2-SHA256-RSA2048 mchid="…",nonce_str="…",…`, or null. */
export function readAuthorization(header: string | undefined): Authorization | null {
  if (header === undefined || !header.startsWith(`${schema} `)) return null;
  const fields = new Map<string, string>();
  for (const match of header.slice(schema.length).matchAll(/([a-z_]+)="([^"]*)"/g)) {
    fields.set(match[1] ?? "", match[2] ?? "");
  }
  const [merchantId, nonce, signature, timestamp, serial] = [
    ...["mchid", "nonce_str", "signature", "timestamp", "serial_no"].map((name) =>
      fields.get(name),
    ),
  ];
  if (!merchantId || !nonce || !signature || !timestamp || !serial) return null;
  return { merchantId, nonce, signature, timestamp, serial };
}

const publicKeys = new Map<string, KeyObject>();

function publicKeyOf(pem: string): KeyObject {
  const known = publicKeys.get(pem);
  if (known !== undefined) return known;
  const key = createPublicKey(pem);
  publicKeys.set(pem, key);
  return key;
}

export type SignedRequest = {
  readonly method: string;
  readonly url: string;
  readonly body: string;
};

/** True when the request was signed by the merchant's key within five minutes of `nowSeconds`. */
export function isSigned(
  request: SignedRequest,
  authorization: Authorization,
  merchantPublicKey: string,
  nowSeconds: number,
): boolean {
  if (!(Math.abs(Number(authorization.timestamp) - nowSeconds) <= skewMaxSeconds)) return false;
  const { timestamp, nonce } = authorization;
  const message = `${request.method}\n${request.url}\n${timestamp}\n${nonce}\n${request.body}\n`;
  const signature = Buffer.from(authorization.signature, "base64");
  return verify("sha256", Buffer.from(message), publicKeyOf(merchantPublicKey), signature);
}

export type PlatformKey = {
  readonly serial: string;
  readonly publicKey: string;
  readonly privateKey: KeyObject;
};

export const platformKeyFile = "platform-key.pem";

/** The platform's key pair, made once and kept beside the journal. */
export function openPlatformKey(folder: string): PlatformKey {
  const path = join(folder, platformKeyFile);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    writeFileSync(path, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  }
  const privateKey = createPrivateKey(readFileSync(path));
  const publicKey = createPublicKey(privateKey).export({ type: "spki", format: "pem" }).toString();
  return { serial: "PUB_KEY_ID_0100000000002026", publicKey, privateKey };
}

/** On the event loop: handing it to another thread costs half as much again as signing. */
function signText(message: string, key: KeyObject): string {
  return sign("sha256", Buffer.from(message), key).toString("base64");
}

/** The signature headers of a response or a callback. */
export function signatureHeaders(
  platform: PlatformKey,
  body: string,
  nowSeconds: number,
): Record<string, string> {
  const timestamp = String(nowSeconds);
  const nonce = randomUUID().replaceAll("-", "");
  return {
    "Wechatpay-Timestamp": timestamp,
    "Wechatpay-Nonce": nonce,
    "Wechatpay-Serial": platform.serial,
    "Wechatpay-Signature": signText(`${timestamp}\n${nonce}\n${body}\n`, platform.privateKey),
  };
}

export type SealedResource = {
  readonly algorithm: "AEAD_AES_256_GCM";
  readonly ciphertext: string;
  readonly nonce: string;
  readonly associated_data: string;
  readonly original_type: string;
};

/** Encrypts a callback's resource with the APIv3 key; the tag follows the cipher text. */
export function seal(plain: string, apiV3Key: string, originalType: string): SealedResource {
  const nonce = randomBytes(6).toString("hex");
  const associated = originalType;
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(apiV3Key), Buffer.from(nonce));
  cipher.setAAD(Buffer.from(associated));
  const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return {
    algorithm: "AEAD_AES_256_GCM",
    ciphertext: sealed.toString("base64"),
    nonce,
    associated_data: associated,
    original_type: originalType,
  };
}

import { createHash, createPublicKey } from "node:crypto";
import type { KeyObject } from "node:crypto";

/** An Ed25519 public key from its PEM; null for anything else. */
export function publicKey(pem: string): KeyObject | null {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === "ed25519" ? key : null;
  } catch {
    return null;
  }
}

export const fingerprintOf = (key: KeyObject): string =>
  createHash("sha256")
    .update(key.export({ format: "der", type: "spki" }))
    .digest("hex");

import { createHash } from "node:crypto";
import type { Clock } from "../clock.ts";
import { bind, seal, unseal } from "./cipher.ts";
import type { Keyring } from "./keyring.ts";

interface Sealed {
  /** UTC day whose key seals the answer, `YYYY-MM-DD`. */
  readonly day: string;
  readonly sealed: Buffer;
}

/**
 * Stored answers can hold personal data of several people, so they are sealed under a key per
 * merchant and day, and both go when the answers of that day are dropped.
 */
export interface SealedAnswers {
  seal(merchantId: string, scope: Buffer, text: string): Promise<Sealed>;
  open(merchantId: string, scope: Buffer, answer: Sealed): Promise<string>;
}

export function createSealedAnswers(keyring: Keyring, clock: Clock): SealedAnswers {
  const boundTo = (merchantId: string, scope: Buffer): string =>
    bind(merchantId, "answer", scope.toString("hex"));
  return {
    async seal(merchantId, scope, text) {
      const day = new Date(clock.now()).toISOString().slice(0, 10);
      const key = await keyOfDay(keyring, merchantId, day);
      return { day, sealed: seal(key, boundTo(merchantId, scope), Buffer.from(text)) };
    },
    async open(merchantId, scope, { day, sealed }) {
      const key = await keyOfDay(keyring, merchantId, day);
      return unseal(key, boundTo(merchantId, scope), sealed).toString();
    },
  };
}

async function keyOfDay(keyring: Keyring, merchantId: string, day: string): Promise<Buffer> {
  const holderId = answersHolder(day);
  const found = await keyring.find(merchantId, [holderId]);
  const key = found.get(holderId);
  if (key !== undefined) return key;
  await keyring.create(merchantId, [holderId], true);
  const made = await keyring.find(merchantId, [holderId]);
  return made.get(holderId) ?? Buffer.alloc(0);
}

/** A name-based UUID (RFC 9562, version 8): the same day has the same holder everywhere. */
export function answersHolder(day: string): string {
  const hex = createHash("sha256").update(`answers:${day}`).digest("hex");
  const part = (from: number, to: number): string => hex.slice(from, to);
  return [part(0, 8), part(8, 12), `8${part(13, 16)}`, `8${part(17, 20)}`, part(20, 32)].join("-");
}

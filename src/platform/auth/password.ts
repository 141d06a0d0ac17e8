import { randomBytes, timingSafeEqual } from "node:crypto";
import { isRefusal } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import { deriveInLine } from "./hashing.ts";

/** 32 MiB a time: of OWASP's equal settings for scrypt one that suits a small server. */
const cost = { N: 2 ** 15, r: 8, p: 3 };
const keyBytes = 32;
const saltBytes = 16;

/**
 * `scrypt$N$r$p$salt$key`: the cost travels along, so that it can be raised later. `caller` is who
 * asks, such as an address: whoever asks for many at once is refused.
 */
export async function hashPassword(caller: string, password: string): Promise<string | Refusal> {
  const salt = randomBytes(saltBytes);
  const key = await derive(caller, password, salt, cost);
  if (isRefusal(key)) return key;
  const { N, r, p } = cost;
  const text = Buffer.from(key).toString("base64url");
  return ["scrypt", N, r, p, salt.toString("base64url"), text].join("$");
}

/** Null stands for a name that nobody has: it takes the same time and is never right. */
export async function isPassword(
  caller: string,
  password: string,
  stored: string | null,
): Promise<boolean | Refusal> {
  const [, N, r, p, salt = "", key = ""] = (stored ?? decoy).split("$");
  const wanted = Buffer.from(key, "base64url");
  const settings = { N: Number(N), r: Number(r), p: Number(p) };
  const found = await derive(caller, password, Buffer.from(salt, "base64url"), settings);
  if (isRefusal(found)) return found;
  return wanted.length === keyBytes && timingSafeEqual(found, wanted) && stored !== null;
}

const decoy = ["scrypt", cost.N, cost.r, cost.p, "A".repeat(22), "A".repeat(43)].join("$");

const derive = (caller: string, password: string, salt: Uint8Array, settings: typeof cost) =>
  deriveInLine(caller, { secret: password.normalize("NFKC"), salt, keyBytes, settings });

import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import type { ScryptOptions } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** 32 MiB a time: of OWASP's equal settings for scrypt one that suits a small server. */
const cost = { N: 2 ** 15, r: 8, p: 3 };
const keyBytes = 32;
const saltBytes = 16;

/** `scrypt$N$r$p$salt$key`: the cost travels along, so that it can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const key = await deriveKey(password, salt, cost);
  const { N, r, p } = cost;
  return ["scrypt", N, r, p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/** Null stands for a name that nobody has: it takes the same time and is never right. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [, N, r, p, salt = "", key = ""] = (stored ?? decoy).split("$");
  const wanted = Buffer.from(key, "base64url");
  const settings = { N: Number(N), r: Number(r), p: Number(p) };
  const found = await deriveKey(password, Buffer.from(salt, "base64url"), settings);
  return wanted.length === keyBytes && timingSafeEqual(found, wanted) && stored !== null;
}

const decoy = ["scrypt", cost.N, cost.r, cost.p, "A".repeat(22), "A".repeat(43)].join("$");

function deriveKey(password: string, salt: Buffer, settings: typeof cost): Promise<Buffer> {
  const { N, r } = settings;
  return derive(password.normalize("NFKC"), salt, keyBytes, { ...settings, maxmem: 256 * N * r });
}

import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import { timestamp } from "../database/pools.ts";
import { routingQuery } from "../database/routing.ts";
import type { Platform } from "../platform.ts";

const windowMs = 15 * 60_000;

/** What attempts are counted against: `name:alice`, `address:203.0.113.7`, `order:…`. */
export interface AttemptLimit {
  readonly subject: string;
  readonly attemptsMax: number;
}

const hashOf = (subject: string): Buffer => createHash("sha256").update(subject).digest();

/**
 * Counts an attempt before anything of it is looked at, in one statement over all processes, so
 * that a burst finds the limit as one after the other would. Null lets it through, a number is the
 * seconds to wait. Call `forgiveAttempt` with the same limits where it turns out to be right.
 */
export async function countAttempt(
  platform: Platform,
  limits: readonly AttemptLimit[],
): Promise<number | null> {
  const now = platform.clock.now();
  const hashes = limits.map(({ subject }) => hashOf(subject));
  const rows = await routingQuery<{ hash: Buffer; count: number; since: number }>(
    platform,
    // In one order for everybody, so that two attempts never wait for each other.
    `insert into sign_in_attempts as known (subject_hash, since, count)
     select subject_hash, $2, 1 from unnest($1::bytea[]) as given (subject_hash)
     order by subject_hash
     on conflict (subject_hash) do update set
       since = case when known.since <= $3 then excluded.since else known.since end,
       count = case when known.since <= $3 then 1 else least(known.count + 1, 1000000) end
     returning subject_hash as hash, count, since`,
    [hashes, timestamp(now), timestamp(now - windowMs)],
  );
  const waits = rows.flatMap(({ hash, count, since }) => {
    const limit = limits.find((_, at) => hashes[at]?.equals(hash));
    const isFull = limit !== undefined && count > limit.attemptsMax;
    return isFull ? [Math.max(1, Math.ceil((since + windowMs - now) / 1000))] : [];
  });
  return waits.length === 0 ? null : Math.max(...waits);
}

/** The attempt was right: it counts against nobody. */
export async function forgiveAttempt(
  platform: Platform,
  limits: readonly AttemptLimit[],
): Promise<void> {
  await routingQuery(
    platform,
    `update sign_in_attempts set count = count - 1
     where count > 0 and subject_hash in (
       select subject_hash from sign_in_attempts where subject_hash = any($1::bytea[])
       order by subject_hash for update)`,
    [limits.map(({ subject }) => hashOf(subject))],
  );
}

/** Attempts that count no more, and sessions that are over. */
export async function sweepAttempts(platform: Platform): Promise<void> {
  const now = platform.clock.now();
  await routingQuery(platform, "delete from sign_in_attempts where since < $1", [
    timestamp(now - windowMs),
  ]);
  await routingQuery(platform, "delete from credentials where expires_at < $1", [timestamp(now)]);
}

/**
 * Whom an address stands for: the address itself, or of IPv6 the network of 64 bits, within which
 * one household or attacker has as many addresses as it likes.
 */
export function addressOwner(address: string): string {
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [head = "", tail] = address.split("%")[0]?.toLowerCase().split("::") ?? [];
  const groups = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const missing = tail === undefined ? 0 : 8 - groups.length - after.length;
  const whole = [...groups, ...Array<string>(Math.max(0, missing)).fill("0"), ...after];
  return `${whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}

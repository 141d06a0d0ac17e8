import { createHash } from "node:crypto";
import { timestamp } from "../database/pools.ts";
import { routingQuery } from "../database/routing.ts";
import { newId } from "../ids.ts";
import type { Platform } from "../platform.ts";

const windowMs = 15 * 60_000;

/** What failures are counted against: `name:alice`, `address:203.0.113.7`, `order:…`. */
export interface AttemptLimit {
  readonly subject: string;
  readonly failuresMax: number;
}

const hashOf = (subject: string): Buffer => createHash("sha256").update(subject).digest();

/**
 * Seconds until another attempt is let through, or null when it is now. Failures count over all
 * processes for a quarter of an hour.
 */
export async function attemptBlocked(
  platform: Platform,
  limits: readonly AttemptLimit[],
): Promise<number | null> {
  const now = platform.clock.now();
  for (const { subject, failuresMax } of limits) {
    const [row] = await routingQuery<{ count: number; first: number | null }>(
      platform,
      `select count(*) as count, min(at) as first from sign_in_failures
       where subject_hash = $1 and at > $2`,
      [hashOf(subject), timestamp(now - windowMs)],
    );
    if (row !== undefined && row.count >= failuresMax) {
      return Math.max(1, Math.ceil(((row.first ?? now) + windowMs - now) / 1000));
    }
  }
  return null;
}

export async function recordFailure(
  platform: Platform,
  limits: readonly AttemptLimit[],
): Promise<void> {
  const now = platform.clock.now();
  await routingQuery(
    platform,
    `insert into sign_in_failures (failure_id, subject_hash, at)
     select failure_id, subject_hash, $3
     from unnest($1::uuid[], $2::bytea[]) as given (failure_id, subject_hash)`,
    [limits.map(() => newId(now)), limits.map(({ subject }) => hashOf(subject)), timestamp(now)],
  );
}

/** Failures that count no more, and sessions that are over. */
export async function sweepAttempts(platform: Platform): Promise<void> {
  const now = platform.clock.now();
  await routingQuery(platform, "delete from sign_in_failures where at < $1", [
    timestamp(now - windowMs),
  ]);
  await routingQuery(platform, "delete from credentials where expires_at < $1", [timestamp(now)]);
}

import { createHash } from "node:crypto";
import type { QueryConfig } from "pg";
import type { Actor } from "../actor.ts";

export interface StoredAnswer {
  readonly requestHash: Buffer;
  readonly day: string;
  readonly sealed: Buffer;
}

/** Where one key counts: this actor on this route. The merchant is the row's own. */
export function scopeOf(actor: Actor, route: string, key: string): Buffer {
  const parts = [actor.kind, actor.id, route, key];
  return createHash("sha256").update(JSON.stringify(parts)).digest();
}

/**
 * A second call with the same key waits here for the first one. Otherwise it would run into what
 * the first has done so far and be refused, instead of getting the first one's answer.
 */
export const waitForTwin = (scope: Buffer): QueryConfig => ({
  name: "wait-for-twin",
  text: "select pg_advisory_xact_lock($1)",
  values: [scope.readBigInt64BE(0).toString()],
});

export const findAnswer = (merchantId: string, scope: Buffer): QueryConfig => ({
  name: "find-answer",
  text: `select request_hash as "requestHash", day, sealed from answers
    where merchant_id = $1 and scope = $2`,
  values: [merchantId, scope],
});

export const insertAnswer = (
  merchantId: string,
  scope: Buffer,
  answer: StoredAnswer,
): QueryConfig => ({
  name: "insert-answer",
  text: `insert into answers (merchant_id, scope, request_hash, day, sealed)
    values ($1, $2, $3, $4, $5)`,
  values: [merchantId, scope, answer.requestHash, answer.day, answer.sealed],
});

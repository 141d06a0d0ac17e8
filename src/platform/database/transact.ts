import type { PoolClient, QueryConfig } from "pg";
import { isRefusal, refuse } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import type { Actor } from "../actor.ts";
import type { Platform } from "../platform.ts";
import { findAnswer, insertAnswer, scopeOf, waitForTwin } from "./answers.ts";
import type { StoredAnswer } from "./answers.ts";
import { beginAttempt, readView } from "./attempt.ts";
import type { Attempt } from "./attempt.ts";
import { eventsQuery } from "./flush.ts";
import { eventsSignal } from "../signals.ts";
import { timestamp, withClient } from "./pools.ts";
import { sqlState, withRetries } from "./retry.ts";
import { scopeTo, sender } from "./session.ts";
import type { Send } from "./session.ts";
import type { ReadTx, Tx } from "./tx.ts";

export interface Unit {
  readonly merchantId: string;
  readonly actor: Actor;
  /** The route's operationId, or the job's or command's name: part of the idempotency scope. */
  readonly route: string;
  /** The caller's Idempotency-Key; absent for work that is idempotent by its own state. */
  readonly key?: string | undefined;
  /** SHA-256 of the request in hex; a key that comes again with another one is refused. */
  readonly requestHash?: string | undefined;
  /** For rules over several rows that no lock covers; read committed when absent. */
  readonly isolation?: "serializable";
}

/**
 * The one way to write. Everything in `work` and its events and jobs is committed together, or
 * nothing. `work` may run several times: it acts through `tx` only. Its answer must be plain JSON
 * when there is a key, since a repeated call gets the stored one. A refusal rolls back and is not
 * stored. Serialization failures and deadlocks are tried again here and nowhere else.
 */
export async function transact<T>(
  platform: Platform,
  unit: Unit,
  work: (tx: Tx) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return withRetries(
    () => withClient(platform.database, (client) => attemptOnce(platform, unit, work, client)),
    (code) => platform.metrics.transactionRetries.inc({ code }),
  );
}

async function attemptOnce<T>(
  platform: Platform,
  unit: Unit,
  work: (tx: Tx) => Promise<T | Refusal>,
  client: PoolClient,
): Promise<T | Refusal> {
  const { attempt, send } = beginAttempt(client, unit.actor, unit.merchantId, platform.clock.now());
  try {
    const begun = Promise.all([send(beginStatement(unit)), send(scopeTo(unit.merchantId))]);
    const stored = await storedAnswer<T>(platform, unit, send);
    const answer = stored === null ? await work(attempt.tx) : stored.answer;
    attempt.end();
    await begun;
    if (stored !== null || isRefusal(answer)) await send("rollback");
    else await commit(platform, unit, attempt, answer, client);
    return answer;
  } finally {
    attempt.end();
  }
}

const beginStatement = ({ isolation }: Unit): string =>
  isolation === undefined ? "begin" : `begin isolation level ${isolation}`;

async function storedAnswer<T>(
  platform: Platform,
  unit: Unit,
  send: Send,
): Promise<{ answer: T | Refusal } | null> {
  if (unit.key === undefined) return null;
  const scope = scopeOf(unit.actor, unit.route, unit.key);
  const waited = send(waitForTwin(scope));
  const found = send(findAnswer(unit.merchantId, scope));
  try {
    await waited;
  } catch (error) {
    if (sqlState(error) === lockTimeout) return { answer: refuse("request_in_progress") };
    throw error;
  }
  const [row] = (await found) as StoredAnswer[];
  if (row === undefined) return null;
  if (!row.requestHash.equals(hashOf(unit))) return { answer: refuse("idempotency_key_reused") };
  const text = await platform.sealedAnswers.open(unit.merchantId, scope, row);
  return { answer: (JSON.parse(text) as { value: T }).value };
}

const lockTimeout = "55P03";
const hashOf = (unit: Unit): Buffer => Buffer.from(unit.requestHash ?? "", "hex");

async function answerQuery(
  platform: Platform,
  unit: Unit,
  answer: unknown,
): Promise<QueryConfig | null> {
  if (unit.key === undefined) return null;
  const scope = scopeOf(unit.actor, unit.route, unit.key);
  const text = JSON.stringify({ value: answer });
  const sealed = await platform.sealedAnswers.seal(unit.merchantId, scope, text);
  return insertAnswer(unit.merchantId, scope, { ...sealed, requestHash: hashOf(unit) });
}

/** Everything that leaves goes out in one round trip, with the commit behind it. */
async function commit(
  platform: Platform,
  unit: Unit,
  attempt: Attempt,
  answer: unknown,
  client: PoolClient,
): Promise<void> {
  const { events, jobs } = attempt.outgoing;
  const send = sender(client);
  const queues = jobs.map((job) => job.queue);
  const stored = await answerQuery(platform, unit, answer);
  await platform.jobs.ensure(queues);
  await platform.faults("before-commit");
  const at = timestamp(attempt.tx.now);
  const sent: Promise<unknown>[] = [];
  if (events.length > 0) sent.push(send(eventsQuery(unit.merchantId, events, at)));
  if (jobs.length > 0) sent.push(platform.jobs.insert(unit.merchantId, jobs, send));
  if (stored !== null) sent.push(send(stored));
  await Promise.all([...sent, commitNow(client)]);
  platform.signals.wake([...queues, ...(events.length > 0 ? [eventsSignal] : [])]);
  await platform.faults("after-commit");
}

async function commitNow(client: PoolClient): Promise<void> {
  const { command } = await client.query("commit");
  // PostgreSQL answers a commit of a failed transaction with a rollback, and no error.
  if (command !== "COMMIT") throw new Error("a flow went on after a statement had failed");
}

/** Reads one state of one merchant; the database refuses any write. */
export async function readTransaction<T>(
  platform: Platform,
  merchantId: string,
  work: (tx: ReadTx) => Promise<T>,
): Promise<T> {
  return withClient(platform.database, async (client) => {
    const send = sender(client);
    const begun = Promise.all([
      send("begin isolation level repeatable read read only"),
      send(scopeTo(merchantId)),
    ]);
    const answer = await work(readView(send, merchantId, platform.clock.now()));
    await Promise.all([begun, send("commit")]);
    return answer;
  });
}

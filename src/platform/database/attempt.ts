import type { PoolClient } from "pg";
import type { Instant } from "../../core/index.ts";
import type { Actor } from "../actor.ts";
import { newId } from "../ids.ts";
import type { Outgoing } from "./flush.ts";
import { queryOf, sender } from "./session.ts";
import type { Send } from "./session.ts";
import type { ReadTx, Tx } from "./tx.ts";

/** A transaction under way: what the flow sees, and what only this room sees. */
export interface Attempt {
  readonly tx: Tx;
  readonly outgoing: Outgoing;
  /** After this a forgotten `await` in a flow is an error instead of a write outside. */
  end(): void;
}

export function readView(send: Send, merchantId: string, now: Instant): ReadTx {
  return {
    merchantId,
    now,
    query: <Row>(statement: Parameters<ReadTx["query"]>[0], values?: readonly unknown[]) =>
      send(queryOf(statement, values)) as Promise<Row[]>,
  };
}

export function beginAttempt(client: PoolClient, actor: Actor, merchantId: string, now: Instant) {
  const outgoing: Outgoing = { events: [], jobs: [] };
  const send = sender(client);
  let open = true;
  const whileOpen: Send = (query) => {
    if (!open) throw new Error("the transaction has ended: an `await` is missing in its flow");
    return send(query);
  };
  const tx: Tx = {
    ...readView(whileOpen, merchantId, now),
    actor,
    newId: () => newId(now),
    emit: (event) => void outgoing.events.push({ ...event, eventId: newId(now) }),
    enqueue: (job) => void outgoing.jobs.push({ ...job, jobId: newId(now) }),
  };
  const attempt: Attempt = {
    tx,
    outgoing,
    end: () => {
      open = false;
    },
  };
  return { attempt, send };
}

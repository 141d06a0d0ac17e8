import type { Instant } from "../../core/index.ts";
import type { Actor } from "../actor.ts";

/** A statement with a name is prepared once per connection; its text never changes. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** What later rooms hear about. The payload holds ids and amounts, never personal data. */
export interface NewEvent {
  readonly type: string;
  /** The id of what it is about. */
  readonly subject: string;
  readonly payload: unknown;
}

export interface NewJob {
  readonly queue: string;
  /** Ids, never personal data. `merchantId` is added by `enqueue`. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly startAfterMs?: number;
  /** Of several waiting jobs with one key in a queue of policy `short` only one is kept. */
  readonly key?: string;
  /** Higher first. */
  readonly priority?: number;
}

/** Reading within one merchant. */
export interface ReadTx {
  readonly merchantId: string;
  /** The same instant during the whole transaction, also when it is tried again. */
  readonly now: Instant;
  query<Row>(statement: Statement | string, values?: readonly unknown[]): Promise<Row[]>;
}

/** One transaction of one merchant. Events and jobs are kept and written just before the commit. */
export interface Tx extends ReadTx {
  readonly actor: Actor;
  newId(): string;
  emit(event: NewEvent): void;
  enqueue(job: NewJob): void;
}

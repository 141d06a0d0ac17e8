import { join } from "node:path";
import { agenda } from "./agenda.ts";
import { apply, emptyBook } from "./book.ts";
import type { Book, Entry, Refund, RefundStatus } from "./book.ts";
import { openJournal } from "./journal.ts";

export type Finished = { readonly merchantId: string; readonly refund: Refund };

export type Engine = {
  readonly book: Book;
  /** Business time: the machine's clock plus what `advance` entries added. */
  now(): number;
  /** Applies at once, in the order of calls, and resolves when the entries are on the disk. */
  record(entries: readonly Entry[]): Promise<void>;
  close(): Promise<void>;
};

type DueStep = {
  readonly merchantId: string;
  readonly number: string;
  readonly status: RefundStatus;
};

/** A step counts once: from PROCESSING, or SUCCESS that the bank reverses. */
function isOpen(refund: Refund, status: RefundStatus): boolean {
  return refund.status === "PROCESSING" || (refund.status === "SUCCESS" && status === "ABNORMAL");
}

function callbackKey(merchantId: string, number: string, status: RefundStatus): string {
  return `${merchantId}/${number}/${status}`;
}

/** Final states whose callback was never acknowledged before the process ended. */
function unannounced(book: Book, notified: ReadonlySet<string>): Finished[] {
  const finished: Finished[] = [];
  for (const { merchantId, refunds } of book.accounts.values()) {
    for (const refund of refunds.values()) {
      if (refund.status === "PROCESSING" || refund.notifyUrl === null) continue;
      if (notified.has(callbackKey(merchantId, refund.number, refund.status))) continue;
      finished.push({ merchantId, refund: { ...refund } });
    }
  }
  return finished;
}

/** The book, its journal and what falls due. `announce` is called after a final state is durable. */
export function openEngine(
  folder: string,
  clock: () => number,
  announce: (finished: Finished) => void,
): Engine {
  const book = emptyBook();
  const due = agenda<DueStep>();
  const notified = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let armedFor = Infinity;
  let closed = false;

  const take = (entry: Entry): void => {
    apply(book, entry);
    // The timer was set by the old time; `arm` sets it anew.
    if (entry.type === "advance") armedFor = Infinity;
    if (entry.type === "refund" || entry.type === "released") {
      const { merchantId, number } = entry;
      for (const { at, status } of entry.steps) due.add(at, { merchantId, number, status });
    }
  };
  const journal = openJournal<Entry>(join(folder, "journal.ndjson"), (entry) => {
    take(entry);
    if (entry.type === "notified") {
      notified.add(callbackKey(entry.merchantId, entry.number, entry.status));
    }
  });
  const now = (): number => clock() + book.offsetMs;

  const record = async (entries: readonly Entry[]): Promise<void> => {
    const finished: Finished[] = [];
    for (const entry of entries) {
      take(entry);
      if (entry.type !== "step") continue;
      const refund = book.accounts.get(entry.merchantId)?.refunds.get(entry.number);
      if (refund?.notifyUrl) finished.push({ merchantId: entry.merchantId, refund: { ...refund } });
    }
    arm();
    await journal.append(entries);
    finished.forEach(announce);
  };

  const runDue = async (): Promise<void> => {
    const entries: Entry[] = [];
    const at = now();
    for (let step = due.take(at); step !== undefined; step = due.take(at)) {
      const refund = book.accounts.get(step.merchantId)?.refunds.get(step.number);
      if (refund === undefined || !isOpen(refund, step.status)) continue;
      entries.push({ type: "step", ...step, at });
      if (entries.length >= 500) break;
    }
    await record(entries);
  };

  const arm = (): void => {
    const next = due.next();
    if (closed || next === undefined || (timer !== null && armedFor <= next)) return;
    if (timer !== null) clearTimeout(timer);
    armedFor = next;
    timer = setTimeout(
      () => {
        timer = null;
        armedFor = Infinity;
        void runDue();
      },
      Math.min(Math.max(0, next - now()), 2 ** 31 - 1),
    );
  };

  unannounced(book, notified).forEach(announce);
  arm();
  return {
    book,
    now,
    record,
    async close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      await journal.close();
    },
  };
}

import { join } from "node:path";
import { apply, emptyBook } from "./book.ts";
import type { Book, Entry, Refund, RefundStatus } from "./book.ts";
import { dueTimer } from "./due.ts";
import type { DueTimer } from "./due.ts";
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

const stepsAtOnce = 500;

function refundOf(book: Book, merchantId: string, number: string): Refund | undefined {
  return book.accounts.get(merchantId)?.refunds.get(number);
}

/** A step counts once: from PROCESSING, or SUCCESS that the bank reverses. */
function isOpen(refund: Refund, status: RefundStatus): boolean {
  return refund.status === "PROCESSING" || (refund.status === "SUCCESS" && status === "ABNORMAL");
}

function stepsDue(book: Book, due: DueTimer<DueStep>, at: number): Entry[] {
  return due.takeDue(stepsAtOnce).flatMap((step): Entry[] => {
    const refund = refundOf(book, step.merchantId, step.number);
    return refund !== undefined && isOpen(refund, step.status)
      ? [{ type: "step", ...step, at }]
      : [];
  });
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

/** What has just come to a final state and has somebody to tell, as it is now. */
function toAnnounce(book: Book, entries: readonly Entry[]): Finished[] {
  return entries.flatMap((entry) => {
    if (entry.type !== "step") return [];
    const refund = refundOf(book, entry.merchantId, entry.number);
    if (refund === undefined || refund.notifyUrl === null) return [];
    return [{ merchantId: entry.merchantId, refund: { ...refund } }];
  });
}

/** Book, journal, and what falls due. `announce` is called once a final state is durable. */
export function openEngine(
  folder: string,
  clock: () => number,
  announce: (finished: Finished) => void,
): Engine {
  const book = emptyBook();
  const notified = new Set<string>();
  const now = (): number => clock() + book.offsetMs;
  const due = dueTimer<DueStep>(now, () => void record(stepsDue(book, due, now())));

  const take = (entry: Entry): void => {
    apply(book, entry);
    if (entry.type !== "refund" && entry.type !== "released") return;
    const { merchantId, number } = entry;
    // What ends with its booking has its step beside it.
    const booked = entry.type === "refund" ? entry.createdAt : -Infinity;
    for (const { at, status } of entry.steps) {
      if (at > booked) due.add(at, { merchantId, number, status });
    }
  };
  const journal = openJournal<Entry>(join(folder, "journal.ndjson"), (entry) => {
    take(entry);
    if (entry.type !== "notified") return;
    notified.add(callbackKey(entry.merchantId, entry.number, entry.status));
  });

  const record = async (entries: readonly Entry[]): Promise<void> => {
    const finished = entries.flatMap((entry) => {
      take(entry);
      return toAnnounce(book, [entry]);
    });
    due.arm();
    await journal.append(entries);
    finished.forEach(announce);
  };

  unannounced(book, notified).forEach(announce);
  due.arm();
  return {
    book,
    now,
    record,
    async close() {
      due.stop();
      await journal.close();
    },
  };
}

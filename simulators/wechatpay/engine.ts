import { join } from "node:path";
import { apply, emptyBook } from "./book.ts";
import type { Book, Entry, PlannedStep, Refund, RefundStatus } from "./book.ts";
import { dueTimer } from "./due.ts";
import type { DueTimer } from "./due.ts";
import { openJournal } from "./journal.ts";
import { callbackKey, entriesOf, sizeOf } from "./keep.ts";

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
/** A journal shorter than this is not worth writing anew. */
const longJournalEntries = 10_000;

function refundOf(book: Book, merchantId: string, number: string): Refund | undefined {
  return book.accounts.get(merchantId)?.refunds.get(number);
}

/** A step is taken while it is still planned; what was done by hand has done away with the plan. */
function isPlanned(refund: Refund, status: RefundStatus): boolean {
  return refund.steps.some((step) => step.status === status);
}

function stepsDue(book: Book, due: DueTimer<DueStep>, at: number): Entry[] {
  return due.takeDue(stepsAtOnce).flatMap((step): Entry[] => {
    const refund = refundOf(book, step.merchantId, step.number);
    return refund !== undefined && isPlanned(refund, step.status)
      ? [{ type: "step", ...step, at }]
      : [];
  });
}

/** Final states whose callback was never acknowledged before the process ended. */
function unannounced(book: Book, notified: ReadonlySet<string>): Finished[] {
  const finished: Finished[] = [];
  for (const { merchantId, refunds } of book.accounts.values()) {
    for (const refund of refunds.values()) {
      if (refund.status === "PROCESSING" || refund.notifyUrl === null) continue;
      if (notified.has(callbackKey(merchantId, refund))) continue;
      finished.push({ merchantId, refund: { ...refund } });
    }
  }
  return finished;
}

/** What has just come to a final state and has somebody to tell, as it is now. */
function toAnnounce(book: Book, entries: readonly Entry[]): Finished[] {
  return entries.flatMap((entry) => {
    if (entry.type !== "step" && entry.type !== "resolved") return [];
    const refund = refundOf(book, entry.merchantId, entry.number);
    if (refund === undefined || refund.notifyUrl === null) return [];
    return [{ merchantId: entry.merchantId, refund: { ...refund } }];
  });
}

type Planned = PlannedStep & { readonly merchantId: string; readonly number: string };

/** What an entry makes fall due. */
function plannedBy(entry: Entry): Planned[] {
  const of = (number: string, steps: readonly PlannedStep[]): Planned[] =>
    "merchantId" in entry
      ? steps.map((step) => ({ ...step, merchantId: entry.merchantId, number }))
      : [];
  switch (entry.type) {
    case "refund":
      // What ends with its booking has its step beside it.
      return of(entry.number, entry.steps).filter(({ at }) => at > entry.createdAt);
    case "released":
      return of(entry.number, entry.steps);
    case "kept-refund":
      return of(entry.refund.number, entry.refund.steps);
    default:
      return [];
  }
}

/** Book, journal, and what falls due. `announce` is called once a final state is durable. */
export function openEngine(
  folder: string,
  clock: () => number,
  announce: (finished: Finished) => void,
  longJournal: number = longJournalEntries,
): Engine {
  const book = emptyBook();
  const notified = new Set<string>();
  const now = (): number => clock() + book.offsetMs;
  const due = dueTimer<DueStep>(now, () => void record(stepsDue(book, due, now())));

  const take = (entry: Entry): void => {
    apply(book, entry);
    for (const { merchantId, number, at, status } of plannedBy(entry)) {
      due.add(at, { merchantId, number, status });
    }
    if (entry.type === "notified") notified.add(callbackKey(entry.merchantId, entry));
  };
  let written = 0;
  const journal = openJournal<Entry>(join(folder, "journal.ndjson"), (entry) => {
    take(entry);
    written += 1;
  });
  const compact = async (): Promise<void> => {
    written = 0;
    await journal.replace(() => entriesOf(book, notified, now()));
  };
  const isLong = (): boolean => written > longJournal && written > 2 * sizeOf(book);

  const record = async (entries: readonly Entry[]): Promise<void> => {
    const finished = entries.flatMap((entry) => {
      take(entry);
      return toAnnounce(book, [entry]);
    });
    due.arm();
    written += entries.length;
    await (isLong() ? compact() : journal.append(entries));
    finished.forEach(announce);
  };

  if (isLong()) void compact();
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

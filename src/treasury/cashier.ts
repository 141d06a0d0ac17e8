import { isRefusal } from "../contract/index.ts";
import type { Refusal } from "../contract/index.ts";
import { systemActor, transact } from "../platform/index.ts";
import type { Platform, Tx } from "../platform/index.ts";
import { noteOutcomes } from "./flow/note.ts";
import type { Noted } from "./flow/note.ts";
import { takeDue } from "./flow/take.ts";
import type { Taken } from "./flow/take.ts";
import type { RefundCall } from "./gateway.ts";
import { grouped } from "./grouped.ts";
import type { Grouped } from "./grouped.ts";
import { treasuryMetrics } from "./metrics.ts";
import { payNow } from "./queues.ts";
import type { OpenAccount, Registry } from "./registry.ts";
import type { Outcome } from "./rules/outcome.ts";
import { queueMaxMs } from "./rules/waiting.ts";
import type { DuePayoutRow } from "./store/payouts.ts";

const batchSize = 100;
const noteMax = 200;
/** A job ends after about this long and calls itself again, so that no job blocks the others. */
const shiftMs = 3_000;

/** Moments at which a test lets the process die. */
export type CrashPoint = "marked" | "called";

/** Sends what is due of an account and records what became of it. */
export type Cashier = {
  /** Works until nothing is due or the shift is over; returns how many calls it made. */
  pay(merchantId: string, account: string): Promise<number>;
};

export type CashierSettings = {
  /** How long a payout in hand may wait for its turn; for tests. */
  readonly queueMaxMs?: number;
  readonly crash?: (point: CrashPoint) => Promise<void> | void;
};

function callOf(payout: DuePayoutRow): RefundCall {
  return {
    number: payout.settlement_number,
    transaction: payout.gateway_transaction,
    amountMinor: payout.units,
    totalMinor: payout.captured,
    currency: payout.unit,
  };
}

function assertDone<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`the cashier was refused: ${answer.code}`);
  return answer;
}

/** One for each merchant: what several calls have taught shares a transaction. */
function recorders(note: (merchantId: string, noted: readonly Noted[]) => Promise<void>) {
  const known = new Map<string, Grouped<Noted>>();
  return (merchantId: string): Grouped<Noted> => {
    const recorder =
      known.get(merchantId) ?? grouped<Noted>(noteMax, (noted) => note(merchantId, noted));
    known.set(merchantId, recorder);
    return recorder;
  };
}

export function openCashier(
  platform: Platform,
  registry: Registry,
  settings: CashierSettings = {},
): Cashier {
  const metrics = treasuryMetrics(platform);
  const crash = settings.crash ?? (() => undefined);
  const waitMaxMs = settings.queueMaxMs ?? queueMaxMs;

  const inUnit = async <T>(merchantId: string, route: string, work: (tx: Tx) => Promise<T>) =>
    assertDone(
      await transact<T>(
        platform,
        { merchantId, actor: systemActor(merchantId, "treasury"), route },
        work,
      ),
    );

  const recorderOf = recorders((merchantId, noted) =>
    inUnit(merchantId, "treasury.note", (tx) => noteOutcomes(tx, noted)),
  );

  /** A payout whose turn came too late may be another process's by now: it is not called. */
  const callOnce = async (
    { gateway, row }: OpenAccount,
    { payout, call }: Taken["calls"][number],
    takenAt: number,
  ): Promise<Outcome> => {
    if (performance.now() - takenAt > waitMaxMs) {
      return call === "send" ? { kind: "unsent" } : { kind: "unknown", code: "NOT_ASKED" };
    }
    const about = callOf(payout);
    return call === "send"
      ? metrics.measured(row.gateway, "refund", gateway.refund(about))
      : metrics.measured(row.gateway, "query", gateway.query(about));
  };

  const workOff = async (merchantId: string, taken: Taken): Promise<void> => {
    const takenAt = performance.now();
    await crash("marked");
    const account = await registry.of(merchantId, taken.account);
    const recorder = recorderOf(merchantId);
    await Promise.all(
      taken.calls.map(async (work) => {
        const outcome = await account.turns.take(() => callOnce(account, work, takenAt));
        await crash("called");
        await recorder.add({ payoutId: work.payout.payout_id, outcome });
      }),
    );
  };

  return {
    async pay(merchantId, account) {
      const startedAt = performance.now();
      let calls = 0;
      while (performance.now() - startedAt < shiftMs) {
        const taken = await inUnit(merchantId, "treasury.take", (tx) =>
          takeDue(tx, account, batchSize),
        );
        if (taken === null || taken.calls.length === 0) return calls;
        await workOff(merchantId, taken);
        calls += taken.calls.length;
      }
      await inUnit(merchantId, "treasury.take", async (tx) => payNow(tx, account));
      return calls;
    },
  };
}

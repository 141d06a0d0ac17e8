import { post } from "../../ledger/index.ts";
import type { Tx } from "../../platform/index.ts";
import { refundLimitsOf } from "../account.ts";
import { payLater, payNow } from "../queues.ts";
import { admit } from "../rules/admission.ts";
import type { Admission, Candidate, RefundLimits } from "../rules/admission.ts";
import { afterOutcome } from "../rules/outcome.ts";
import { nextCall } from "../rules/payout.ts";
import { takePermits } from "../rules/permits.ts";
import { leaseMs } from "../rules/waiting.ts";
import { lockPermits, selectAccount, updatePermits } from "../store/accounts.ts";
import type { AccountRow } from "../store/accounts.ts";
import { moveObligations } from "../store/obligations.ts";
import {
  countSent,
  lockDuePayouts,
  markAsked,
  markSending,
  selectNextDue,
  updatePayouts,
} from "../store/payouts.ts";
import type { DuePayoutRow } from "../store/payouts.ts";
import { transferOf, writeChanges } from "./changes.ts";

export type Taken = {
  readonly account: AccountRow;
  readonly calls: readonly { readonly payout: DuePayoutRow; readonly call: "send" | "ask" }[];
};

/** How many of the wanted calls all processes together may still make in this second. */
async function permitted(tx: Tx, account: AccountRow, wanted: number): Promise<number> {
  const rate = account.settings.limits.ratePerSecond;
  if (rate === null) return wanted;
  const taken = takePermits(await lockPermits(tx, account.account), wanted, rate, tx.now);
  await updatePermits(tx, account.account, taken.state);
  if (taken.granted < wanted) payLater(tx, account.account, [tx.now + 1000]);
  return taken.granted;
}

/** Whoever finds nothing due sees to it that somebody looks when something will be. */
async function lookAgain(tx: Tx, account: string): Promise<void> {
  const dueAt = await selectNextDue(tx, account);
  if (dueAt !== null) payLater(tx, account, [dueAt]);
}

function candidateOf(payout: DuePayoutRow): Candidate {
  return {
    payoutId: payout.payout_id,
    payment: `${payout.order_id} ${payout.tender_id}`,
    sentBefore: payout.attempts > 0,
    capturedAt: payout.captured_at,
    refundsSent: payout.refunds_sent,
    lastSentAt: payout.last_sent_at,
  };
}

/** Puts off what the gateway would not take yet, and fails what it would never take. */
async function turnAway(
  tx: Tx,
  account: string,
  due: readonly DuePayoutRow[],
  admissions: ReadonlyMap<string, Admission>,
): Promise<void> {
  const postponed = due.flatMap((payout) => {
    const admission = admissions.get(payout.payout_id);
    return admission?.admit === "postpone" ? [{ payout, dueAt: admission.dueAt }] : [];
  });
  const refused = due.flatMap((payout) => {
    const admission = admissions.get(payout.payout_id);
    if (admission?.admit !== "refuse") return [];
    const { code } = admission;
    return [
      {
        payout,
        change: afterOutcome(
          { ...payout, replaced: false },
          { kind: "refused", code, retry: "by a person" },
        ),
      },
    ];
  });
  if (postponed.length > 0) {
    const nothingElse = { moves: 0, hint: null, code: null, reference: null };
    const rows = postponed.map(({ payout, dueAt }) => {
      const { payout_id: payoutId, status } = payout;
      return { payoutId, status, dueAt: new Date(dueAt), ...nothingElse };
    });
    await updatePayouts(tx, rows);
    payLater(
      tx,
      account,
      postponed.map(({ dueAt }) => dueAt),
    );
  }
  await writeChanges(tx, refused);
}

/** The number is on the disk and the amount in flight before the gateway hears of it. */
async function markSent(
  tx: Tx,
  payouts: readonly DuePayoutRow[],
  limits: RefundLimits,
  leaseEndsAt: Date,
): Promise<void> {
  const ids = payouts.map((payout) => payout.payout_id);
  const fresh = payouts.filter(({ status }) => status === "planned");
  const transfers = payouts.flatMap((one) => transferOf(one, "sending"));
  const obligationIds = fresh.map((payout) => payout.obligation_id);
  const counts = limits.countMax !== null || limits.spacingMs !== null;
  await Promise.all([
    markSending(tx, ids, leaseEndsAt),
    ...(counts ? [countSent(tx, ids)] : []),
    moveObligations(tx, obligationIds, "start"),
    post(tx, transfers),
  ]);
}

/**
 * Takes due payouts of an account in hand: those to be sent are marked as sent, those to be asked
 * about are leased. Another process leaves them alone until the lease ends; if this one dies, they
 * are asked about first. Null when nothing is due.
 */
export async function takeDue(tx: Tx, name: string, batch: number): Promise<Taken | null> {
  const account = await selectAccount(tx, name);
  if (account === null) return null;
  const limits = refundLimitsOf(account.settings);
  const alone = limits.countMax !== null || limits.spacingMs !== null;
  const found = await lockDuePayouts(tx, name, batch, alone);
  if (found.length === 0) {
    await lookAgain(tx, name);
    return null;
  }
  const due = found.slice(0, await permitted(tx, account, found.length));
  // There is more: another worker may join in.
  if (due.length === batch) payNow(tx, name);
  const [sends, asks] = [
    due.filter(({ status, hint }) => nextCall(status, hint !== null) === "send"),
    due.filter(({ status, hint }) => nextCall(status, hint !== null) === "ask"),
  ];
  const admissions = admit(sends.map(candidateOf), limits, tx.now);
  await turnAway(tx, name, sends, admissions);
  const admitted = sends.filter(({ payout_id: id }) => admissions.get(id)?.admit === "send");
  const leaseEndsAt = tx.now + leaseMs(account.settings.callTimeoutMs);
  const askedIds = asks.map((payout) => payout.payout_id);
  if (admitted.length > 0) await markSent(tx, admitted, limits, new Date(leaseEndsAt));
  if (asks.length > 0) await markAsked(tx, askedIds, new Date(leaseEndsAt));
  if (admitted.length + asks.length > 0) payLater(tx, name, [leaseEndsAt]);
  return {
    account,
    calls: [
      ...admitted.map((payout) => ({ payout, call: "send" as const })),
      ...asks.map((payout) => ({ payout, call: "ask" as const })),
    ],
  };
}

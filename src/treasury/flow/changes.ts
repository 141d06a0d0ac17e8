import { accounts, post } from "../../ledger/index.ts";
import type { Transfer } from "../../ledger/index.ts";
import type { Tx } from "../../platform/index.ts";
import { payLater, payNow } from "../queues.ts";
import type { Change } from "../rules/outcome.ts";
import { placeOf, supersededCode } from "../rules/payout.ts";
import type { MoneyPlace, PayoutStatus } from "../rules/payout.ts";
import { watchDelayMs } from "../rules/watching.ts";
import { moveObligations } from "../store/obligations.ts";
import { updatePayouts } from "../store/payouts.ts";
import type { PayoutRow } from "../store/payouts.ts";
import { announce } from "./announce.ts";
import type { TreasuryEvent } from "./announce.ts";

/** A payout as it was locked, and what becomes of it. */
export type Changed = { readonly payout: PayoutRow; readonly change: Change };

function accountOf(place: MoneyPlace, gatewayAccount: string): string {
  switch (place) {
    case "owed":
      return accounts.customerOwed;
    case "in_flight":
      return accounts.gatewayInFlight(gatewayAccount);
    case "parked":
      return accounts.gatewayParked(gatewayAccount);
    case "cash":
      return accounts.gatewayCash(gatewayAccount);
    default:
      return place satisfies never;
  }
}

const kindOf: Readonly<Record<MoneyPlace, string>> = {
  owed: "returned",
  in_flight: "sent",
  parked: "parked",
  cash: "settled",
};

/** The posting of a change of status: the amount moves when its place does, each time once. */
export function transferOf(payout: PayoutRow, to: PayoutStatus): Transfer[] {
  const [before, after] = [placeOf(payout.status), placeOf(to)];
  if (before === after) return [];
  const gatewayAccount = payout.account ?? "none";
  return [
    {
      kind: to === "reversed" ? "reversed" : kindOf[after],
      reference: `${payout.settlement_number}:${payout.moves + 1}`,
      orderId: payout.order_id,
      debit: accountOf(before, gatewayAccount),
      credit: accountOf(after, gatewayAccount),
      unit: payout.unit,
      amount: payout.units,
    },
  ];
}

const eventOf: Readonly<Partial<Record<PayoutStatus, TreasuryEvent>>> = {
  settled: "PayoutSettled",
  failed: "PayoutFailed",
  uncertain: "PayoutUncertain",
  parked: "PayoutParked",
  reversed: "PayoutReversed",
};

function subjectOf(payout: PayoutRow) {
  return {
    payoutId: payout.payout_id,
    obligationId: payout.obligation_id,
    orderId: payout.order_id,
    claimId: payout.claim_id,
    unit: payout.unit,
    units: payout.units,
  };
}

function tell(tx: Tx, changed: readonly Changed[]): void {
  for (const { payout, change } of changed) {
    const event = eventOf[change.status];
    if (change.contradiction) announce(tx, "PayoutContradicted", subjectOf(payout), change.code);
    if (event === undefined || change.status === payout.status) continue;
    announce(tx, event, subjectOf(payout), change.code);
  }
}

/** A settled payout meets its obligation; a reversed one opens it again; no other touches it. */
async function carryToObligations(tx: Tx, changed: readonly Changed[]): Promise<void> {
  const moved = changed.filter(({ payout, change }) => payout.status !== change.status);
  const settled = moved.filter(({ change }) => change.status === "settled");
  const reversed = moved.filter(({ change }) => change.status === "reversed");
  const idsOf = (some: readonly Changed[]) => some.map(({ payout }) => payout.obligation_id);
  if (settled.length > 0) {
    const met = await moveObligations(tx, idsOf(settled), "meet");
    const ids = new Set(met.map((row) => row.obligation_id));
    for (const { payout } of settled) {
      if (ids.has(payout.obligation_id)) announce(tx, "ObligationMet", subjectOf(payout));
    }
  }
  if (reversed.length > 0) await moveObligations(tx, idsOf(reversed), "reopen");
}

function wake(tx: Tx, changed: readonly Changed[]): void {
  const waits = new Map<string, number[]>();
  for (const { payout, change } of changed) {
    if (change.waitMs === null || payout.account === null) continue;
    waits.set(payout.account, [...(waits.get(payout.account) ?? []), tx.now + change.waitMs]);
  }
  for (const [account, dueAts] of waits) {
    if (dueAts.some((dueAt) => dueAt <= tx.now)) payNow(tx, account);
    const later = dueAts.filter((dueAt) => dueAt > tx.now);
    if (later.length > 0) payLater(tx, account, later);
  }
}

/** Only what rests is watched, and not what a person was told to look at. */
function watchAtOf(tx: Tx, payout: PayoutRow, change: Change): Date | null {
  if (change.waitMs !== null || change.contradiction || payout.route !== "gateway") return null;
  const restMs = change.status === payout.status ? tx.now - payout.updated_at : 0;
  const delayMs = watchDelayMs(change.status, payout.code === supersededCode, restMs);
  return delayMs === null ? null : new Date(tx.now + delayMs);
}

/** Writes what became of locked payouts: rows, obligations, postings, events, the next look. */
export async function writeChanges(tx: Tx, changed: readonly Changed[]): Promise<void> {
  if (changed.length === 0) return;
  const rows = changed.map(({ payout, change }) => ({
    payoutId: payout.payout_id,
    status: change.status,
    moves: transferOf(payout, change.status).length,
    unsent: change.unsent,
    dueAt: change.waitMs === null ? null : new Date(tx.now + change.waitMs),
    watchAt: watchAtOf(tx, payout, change),
    hint: change.hint,
    code: change.code,
    reference: change.reference,
  }));
  const transfers = changed.flatMap(({ payout, change }) => transferOf(payout, change.status));
  await Promise.all([
    updatePayouts(tx, rows),
    post(tx, transfers),
    carryToObligations(tx, changed),
  ]);
  tell(tx, changed);
  wake(tx, changed);
}

import type {
  Language,
  WireConsequence,
  WireGatewayAccount,
  WireMoneyProblem,
  WireObligation,
  WireOrderMoney,
  WirePayout,
  WireTransfer,
} from "../contract/index.ts";
import type { ReadTx } from "../platform/index.ts";
import { callbackUrlOf } from "./account.ts";
import { selectConsequences, selectConsequencesOfClaim } from "./store/consequences.ts";
import type { ConsequenceRow } from "./store/consequences.ts";
import type { AccountRow } from "./store/accounts.ts";
import { problemSentence } from "./problem-words.ts";
import { selectObligations } from "./store/obligations.ts";
import type { ObligationRow } from "./store/obligations.ts";
import { selectPayouts } from "./store/payouts.ts";
import type { PayoutRow } from "./store/payouts.ts";
import type { TransferRow } from "./store/transfers.ts";
import type { ProblemRow } from "./store/problems.ts";
import { selectTenders } from "./store/tenders.ts";

const instantText = (instant: number): string => new Date(instant).toISOString();
const maybeText = (instant: number | null) => (instant === null ? null : instantText(instant));

export const obligationView = (row: ObligationRow): WireObligation => ({
  obligationId: row.obligation_id,
  orderId: row.order_id,
  claimId: row.claim_id,
  tenderId: row.tender_id,
  purpose: row.purpose,
  route: row.route,
  unit: row.unit,
  units: row.units,
  status: row.status,
  createdAt: instantText(row.created_at),
  metAt: maybeText(row.met_at),
  releaseReason: row.release_reason,
});

export const payoutView = (row: PayoutRow): WirePayout => ({
  payoutId: row.payout_id,
  obligationId: row.obligation_id,
  orderId: row.order_id,
  claimId: row.claim_id,
  tenderId: row.tender_id,
  route: row.route,
  account: row.account,
  settlementNumber: row.settlement_number,
  unit: row.unit,
  units: row.units,
  status: row.status,
  attempts: row.attempts,
  code: row.code,
  gatewayReference: row.gateway_reference,
  nextCallAt: maybeText(row.due_at),
  createdAt: instantText(row.created_at),
  updatedAt: instantText(row.updated_at),
  settledAt: maybeText(row.settled_at),
});

export const transferView = (row: TransferRow): WireTransfer => ({
  transferId: row.transfer_id,
  obligationId: row.obligation_id,
  reference: row.reference,
  evidence: row.evidence.map((entry) => ({ ...entry })) as WireTransfer["evidence"],
  status: row.status,
  statedBy: row.stated_by,
  statedAt: instantText(row.stated_at),
  decidedBy: row.decided_by,
  decidedAt: maybeText(row.decided_at),
});

export const accountView = (row: AccountRow): WireGatewayAccount => ({
  account: row.account,
  gateway: row.gateway,
  currency: row.currency,
  settings: row.settings,
  callbackUrl: callbackUrlOf(row.settings, row.callback_id),
  createdAt: instantText(row.created_at),
});

export const problemView = (row: ProblemRow, language: Language): WireMoneyProblem => ({
  problemId: row.problem_id,
  orderId: row.order_id,
  kind: row.kind,
  reference: row.reference,
  unit: row.unit,
  units: row.units,
  otherUnits: row.other_units,
  sentence: problemSentence(row, language),
  toldAt: instantText(row.told_at),
  closedAt: maybeText(row.closed_at),
  closedBy: row.closed_by,
  outcome: row.outcome,
});

const consequenceView = (row: ConsequenceRow): WireConsequence => ({
  orderId: row.order_id,
  kind: row.kind,
  subject: row.subject,
  reference: row.reference,
  unit: row.unit,
  amount: row.amount,
});

const everything = { before: null, limit: 1000 };

/** All money of an order, with what stands beside it; null where nothing was ever captured. */
export async function orderMoney(tx: ReadTx, orderId: string): Promise<WireOrderMoney | null> {
  const tenders = await selectTenders(tx, orderId);
  const obligations = await selectObligations(tx, { ...everything, orderId });
  const payouts = await selectPayouts(tx, { ...everything, orderId });
  if (tenders.length + obligations.length === 0) return null;
  const consequences = await selectConsequences(tx, [orderId]);
  return {
    orderId,
    tenders: tenders.map(({ tender_id: tenderId, ...tender }) => {
      const { kind, unit, account, captured, excess, obliged } = tender;
      return { tenderId, kind, unit, account, captured, excess, obliged };
    }),
    obligations: obligations.map(obligationView),
    payouts: payouts.map(payoutView),
    consequences: consequences.map(consequenceView),
  };
}

/** What the decisions of a claim brought beside what is paid. */
export async function claimConsequences(tx: ReadTx, claimId: string): Promise<WireConsequence[]> {
  return (await selectConsequencesOfClaim(tx, claimId)).map(consequenceView);
}

/** The payouts of a claim, newest first, for its page. */
export async function claimPayouts(tx: ReadTx, claimId: string): Promise<WirePayout[]> {
  return (await selectPayouts(tx, { ...everything, claimId })).map(payoutView);
}

/** The obligations of a claim, newest first. */
export async function claimObligations(tx: ReadTx, claimId: string): Promise<WireObligation[]> {
  return (await selectObligations(tx, { ...everything, claimId })).map(obligationView);
}

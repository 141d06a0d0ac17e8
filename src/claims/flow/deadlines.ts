import { askCustomer, customerAnswered, startClocks } from "../../clocks/index.ts";
import type { ClockStart, Moments } from "../../clocks/index.ts";
import type { Instant } from "../../core/index.ts";
import { loadFactsForClaims, returnedAt } from "../../orders/index.ts";
import type { ReadTx, Tx } from "../../platform/index.ts";
import { deadlinesOf, loadBound } from "../../promises/index.ts";
import type { ClaimStatus } from "../rules/lifecycle.ts";
import { selectItems } from "../store/read.ts";
import type { ClaimRow } from "../store/read.ts";
import type { LoadedOrder } from "./load.ts";

export interface Promised {
  readonly claimId: string;
  readonly kind: string;
  readonly receivedAt: Instant;
  readonly orders: readonly Pick<LoadedOrder, "order" | "policies">[];
}

/** A claim without an order was promised nothing, so that no day of it is ever counted. */
const nowhere = { zone: "UTC", calendar: null } as const;

/** What the orders were promised for such a claim, in their zone; nothing where it has no order. */
function startOf({ claimId, kind, orders }: Promised): Omit<ClockStart, "clocks" | "moments"> {
  const policies = orders.flatMap((order) => [...order.policies]);
  const deadlines = deadlinesOf(policies, kind);
  return { subjectId: claimId, deadlines, days: orders[0]?.order ?? nowhere };
}

/** Filed and not decided: somebody is waited for, and the customer's own time runs when asked. */
export async function startWaiting(tx: Tx, claim: Promised & { readonly status: ClaimStatus }) {
  const moments = { "claim.filed_at": claim.receivedAt };
  await startClocks(tx, { ...startOf(claim), clocks: ["decision", "payment"], moments });
  if (claim.status === "gathering") await ask(tx, claim);
}

/** The customer is told by a letter, which a later commit writes from what is needed then. */
async function ask(tx: Tx, claim: Promised): Promise<void> {
  const { claimId, kind } = claim;
  await askCustomer(tx, startOf(claim));
  tx.emit({ type: "CustomerAsked", subject: claimId, payload: { claimId, kind } });
}

/** The customer's time runs while the customer is asked, and ends when only others are awaited. */
export async function turnTo(
  tx: Tx,
  claim: Promised & { readonly status: ClaimStatus },
  next: ClaimStatus,
): Promise<void> {
  if (next === claim.status) return;
  await (next === "gathering" ? ask(tx, claim) : customerAnswered(tx, claim.claimId));
}

/** Decided, and something is to be paid; one that never waited starts what counts from filing. */
export async function startPayment(tx: Tx, claim: Promised, atOnce: boolean): Promise<void> {
  const filed = atOnce ? { "claim.filed_at": claim.receivedAt } : {};
  const moments = { ...filed, ...(await decided(tx, claim, tx.now)) };
  await startClocks(tx, { ...startOf(claim), clocks: ["payment"], moments });
}

/**
 * What counts from the goods' being back counts from the record of it, and without one from the
 * decision, which is not made before somebody has looked at them. Never from before the claim: what
 * came back earlier came back for another.
 */
async function decided(tx: ReadTx, claim: Promised, at: Instant): Promise<Moments> {
  const back = await goodsBackAt(tx, claim);
  const from = back === null ? at : Math.min(at, Math.max(back, claim.receivedAt));
  return { "claim.decided_at": at, "return.received_at": from };
}

/** When all lines that the claim names were back; null where one of them is not known to be. */
async function goodsBackAt(tx: ReadTx, { claimId, orders }: Promised): Promise<Instant | null> {
  const records = orders.map(({ order }) => order.record);
  // Most orders never had a return, and a claim on them is spared the reading of its items.
  if (!records.some(({ events }) => events.some(({ kind }) => kind === "returned"))) return null;
  const items = await selectItems(tx, claimId);
  const backs = orders.map(({ order }) => {
    const lineIds = items.flatMap(({ order_id, line_id }) =>
      order_id === order.orderId && line_id !== null ? [line_id] : [],
    );
    return returnedAt(order.record, lineIds);
  });
  const known = backs.filter((back) => back !== null);
  return known.length < backs.length ? null : Math.max(...known);
}

/** What was paid came back: the merchant's own promise begins anew, the law's counts as before. */
export async function restartPayment(tx: Tx, row: ClaimRow): Promise<void> {
  const { claim_id: claimId, kind, received_at: receivedAt } = row;
  const claim = { claimId, kind, receivedAt, orders: await boundOrders(tx, row) };
  const start = startOf(claim);
  const clocks = ["payment"] as const;
  const again = { "claim.decided_at": tx.now, "return.received_at": tx.now };
  const anew = { "claim.filed_at": tx.now, ...again };
  const first = await decided(tx, claim, row.decided_at ?? tx.now);
  const before = { "claim.filed_at": receivedAt, ...first };
  const [own, lawful] = [false, true].map((law) =>
    start.deadlines.filter(({ statutory }) => statutory === law),
  );
  await startClocks(tx, { ...start, deadlines: own ?? [], clocks, moments: anew });
  await startClocks(tx, { ...start, deadlines: lawful ?? [], clocks, moments: before });
}

/** The orders of a claim with the documents that answer it, without any lock. */
export async function boundOrders(
  tx: ReadTx,
  { claim_id, kind }: Pick<ClaimRow, "claim_id" | "kind">,
): Promise<Promised["orders"]> {
  const items = await selectItems(tx, claim_id);
  const orders = await loadFactsForClaims(tx, [...new Set(items.map((item) => item.order_id))]);
  return Promise.all(
    orders.map(async (order) => ({ order, policies: await loadBound(tx, order.pins, kind) })),
  );
}

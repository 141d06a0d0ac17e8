import type { Decision } from "../core/index.ts";
import { loadFactsForClaims } from "../orders/index.ts";
import type { OrderForClaim } from "../orders/index.ts";
import type { ReadTx } from "../platform/index.ts";
import type { PastDecision } from "./rules/backtest/past.ts";
import { selectPastDecisions, selectPastOrders } from "./store/past.ts";
import type { PastDecisionRow, Window } from "./store/past.ts";

/** A decided claim's part on one order. */
export interface PastPart extends PastDecision {
  readonly row: Omit<PastDecisionRow, "decision">;
}

export interface PastOrder {
  readonly order: OrderForClaim;
  readonly channel: string | null;
  /** All decisions on the order, within the window or not, as they were made. */
  readonly parts: readonly PastPart[];
}

const ordersPerPage = 250;

/**
 * The orders on which claims of the window were decided, page after page by id. The next page is
 * asked for before this one is worked on, so that the database and we work at the same time; two
 * pages are the most that is held.
 */
export async function* pastPages(
  tx: ReadTx,
  window: Window,
  perPage = ordersPerPage,
): AsyncGenerator<readonly PastOrder[]> {
  let next: Promise<Page | null> = readPage(tx, window, null, perPage);
  for (;;) {
    const page = await next;
    if (page === null) return;
    next = readPage(tx, window, page.last, perPage);
    // Whoever stops half-way leaves this one unread; its failure is then nobody's.
    next.catch(() => undefined);
    yield page.orders.map((order) => pastOrder(order, page));
  }
}

interface Page {
  readonly last: string;
  readonly orders: readonly OrderForClaim[];
  readonly channels: ReadonlyMap<string, string | null>;
  readonly decisions: ReadonlyMap<string, readonly PastDecisionRow[]>;
}

async function readPage(
  tx: ReadTx,
  window: Window,
  after: string | null,
  limit: number,
): Promise<Page | null> {
  const found = await selectPastOrders(tx, window, after, limit);
  const last = found.at(-1)?.order_id;
  if (last === undefined) return null;
  const ids = found.map(({ order_id }) => order_id);
  const [orders, rows] = await Promise.all([
    loadFactsForClaims(tx, ids),
    selectPastDecisions(tx, ids),
  ]);
  return {
    last,
    orders,
    channels: new Map(found.map(({ order_id, channel }) => [order_id, channel])),
    decisions: byOrder(rows),
  };
}

function byOrder(rows: readonly PastDecisionRow[]): Page["decisions"] {
  const groups = new Map<string, PastDecisionRow[]>();
  for (const row of rows) {
    const group = groups.get(row.order_id);
    if (group === undefined) groups.set(row.order_id, [row]);
    else group.push(row);
  }
  return groups;
}

function pastOrder(order: OrderForClaim, { channels, decisions }: Page): PastOrder {
  const { orderId } = order;
  const rows = decisions.get(orderId) ?? [];
  return { order, channel: channels.get(orderId) ?? null, parts: rows.map(pastPart) };
}

function pastPart({ decision, ...row }: PastDecisionRow): PastPart {
  return {
    decisionId: row.decision_id,
    claimId: row.claim_id,
    corrects: row.corrects,
    accepted: row.accepted,
    decision: JSON.parse(decision) as Decision,
    row,
  };
}

export const isWithin = ({ from, to }: Window, { row }: PastPart): boolean =>
  (from === null || row.received_at >= from) && (to === null || row.received_at < to);

import type { Shortfall } from "./entitlement.ts";
import { lineIndex } from "./frozen-bases.ts";
import type { Dispute, OrderFacts } from "./order-facts.ts";
import { type Cells, tenderIndex } from "./tenders.ts";

export type Disputed = {
  /** What is owed, lost chargebacks included. */
  readonly refund: Cells;
  readonly lost: Cells;
  readonly held: Cells;
  readonly shortfalls: readonly Shortfall[];
};

/**
 * Sets chargebacks against what is owed, by line and tender. A lost one is an accepted claim that
 * is paid: the larger of it and the decisions is owed. An open one holds what is owed beyond that.
 * A won one is as if it had not been. What exceeds the payment of a line is a shortfall.
 */
export function disputed(order: OrderFacts, owed: Cells): Disputed {
  if (order.disputes.every((dispute) => dispute.state === "won")) {
    return { refund: owed, lost: [], held: [], shortfalls: [] };
  }
  const shortfalls: Shortfall[] = [];
  const lost = attributed(order, "lost", (dispute, excess) => {
    const { disputeId: reference } = dispute;
    shortfalls.push({ reason: "chargeback", reference, unit: order.currency, amount: excess });
  });
  const open = attributed(order, "open", () => undefined);
  const refund = owed.map((row, line) => row.map((due, at) => Math.max(due, cell(lost, line, at))));
  const held = refund.map((row, line) =>
    row.map((due, at) => Math.min(due - cell(lost, line, at), cell(open, line, at))),
  );
  return { refund, lost, held, shortfalls };
}

/** Chargebacks of a state by line and tender, at most what the tender paid of the line. */
function attributed(
  order: OrderFacts,
  state: Dispute["state"],
  onExcess: (dispute: Dispute, excessMinor: number) => void,
): Cells {
  const cells = order.split.map((row) => row.map(() => 0));
  for (const dispute of order.disputes.filter((one) => one.state === state)) {
    const tender = tenderIndex(order, dispute.tenderId);
    let excess = 0;
    for (const { lineId, amountMinor } of dispute.allocations) {
      const row = cells[lineIndex(order, lineId)] ?? [];
      const paid = cell(order.split, lineIndex(order, lineId), tender);
      const fits = Math.min(amountMinor, paid - (row[tender] ?? 0));
      row[tender] = (row[tender] ?? 0) + fits;
      excess += amountMinor - fits;
    }
    if (excess > 0) onExcess(dispute, excess);
  }
  return cells;
}

function cell(cells: readonly (readonly number[])[], line: number, tender: number): number {
  return cells[line]?.[tender] ?? 0;
}

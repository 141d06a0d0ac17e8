import type { Shortfall } from "./entitlement.ts";
import { lineIndex } from "./frozen-bases.ts";
import { at } from "./lookup.ts";
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
  // Nearly every order: four matrices of nothing need not be made.
  if (order.disputes.length === 0) return { refund: owed, lost: [], held: [], shortfalls: [] };
  const shortfalls: Shortfall[] = [];
  const lost = attributed(order, "lost", (dispute, excess) => {
    const { disputeId: reference } = dispute;
    shortfalls.push({ reason: "chargeback", reference, unit: order.currency, amount: excess });
  });
  const open = attributed(order, "open", () => undefined);
  const refund = cellwise(owed, lost, Math.max);
  const beyond = cellwise(refund, lost, (due, gone) => due - gone);
  return { refund, lost, held: cellwise(beyond, open, Math.min), shortfalls };
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
      const line = lineIndex(order, lineId);
      const row = at(cells, line);
      const sum = at(row, tender) + amountMinor;
      row[tender] = Math.min(sum, at(at(order.split, line), tender));
      excess += sum - row[tender];
    }
    if (excess > 0) onExcess(dispute, excess);
  }
  return cells;
}

function cellwise(
  left: Cells,
  right: Cells,
  combine: (left: number, right: number) => number,
): Cells {
  return left.map((row, line) =>
    row.map((value, tender) => combine(value, at(at(right, line), tender))),
  );
}

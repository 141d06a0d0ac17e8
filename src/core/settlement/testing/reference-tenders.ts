import type { OrderFacts, Tender } from "../types.ts";
import { ceiling, floor, handOut, rational } from "./rational.ts";

type Lack = { reason: string; reference: string; unit: string; amount: number };

/** The reference's way from lines to tenders, cell by cell. */
export function settleTenders(order: OrderFacts, refund: readonly number[]) {
  const cells = order.lines.map((_, line) => handOut(refund[line]!, order.split[line]!));
  const lost = order.split.map((row) => row.map(() => 0));
  const open = order.split.map((row) => row.map(() => 0));
  const shortfalls: Lack[] = [];
  for (const { disputeId, tenderId, state, allocations } of order.disputes) {
    const tender = order.tenders.findIndex((one) => one.tenderId === tenderId);
    let excess = 0;
    for (const { lineId, amountMinor } of allocations) {
      const line = order.lines.findIndex((one) => one.lineId === lineId);
      for (let minor = 0; minor < amountMinor; minor += 1) {
        const board = state === "lost" ? lost : open;
        if (state === "won") continue;
        if (board[line]![tender]! < order.split[line]![tender]!) board[line]![tender]! += 1;
        else excess += 1;
      }
    }
    if (state !== "lost" || excess === 0) continue;
    shortfalls.push({
      reason: "chargeback",
      reference: disputeId,
      unit: order.currency,
      amount: excess,
    });
  }
  for (const [line, row] of cells.entries()) {
    for (const [tender, due] of row.entries()) row[tender] = Math.max(due, lost[line]![tender]!);
  }
  const lines = order.lines.map(({ lineId, paidMinor }, line) => ({
    lineId,
    paidMinor,
    refundMinor: cells[line]!.reduce((a, b) => a + b, 0),
  }));
  const tenders = order.tenders.map((tender, at) =>
    oneTender(order, tender, at, cells, lost, open),
  );
  for (const unit of new Set(
    tenders.filter((one) => one.outsideUnits > 0).map((one) => one.unit),
  )) {
    const amount = tenders
      .filter((tender) => tender.unit === unit)
      .reduce((sum, it) => sum + it.outsideUnits + it.chargedBackUnits - it.refundUnits, 0);
    if (amount > 0) shortfalls.push({ reason: "outside", reference: unit, unit, amount });
  }
  return { lines, tenders, shortfalls };
}

function oneTender(
  order: OrderFacts,
  tender: Tender,
  at: number,
  cells: readonly number[][],
  lost: readonly number[][],
  open: readonly number[][],
) {
  let [refundMinor, lostMinor, heldMinor] = [0, 0, 0];
  for (const line of order.lines.keys()) {
    refundMinor += cells[line]![at]!;
    lostMinor += lost[line]![at]!;
    heldMinor += Math.min(cells[line]![at]! - lost[line]![at]!, open[line]![at]!);
  }
  const outsideUnits = order.outsideDebits
    .filter((debit) => debit.tenderId === tender.tenderId)
    .reduce((sum, debit) => sum + debit.units, 0);
  const refundUnits = convert(tender, refundMinor);
  const chargedBackUnits = convert(tender, lostMinor);
  const unheld = convert(tender, refundMinor - heldMinor);
  return {
    tenderId: tender.tenderId,
    unit: tender.unit,
    refundMinor,
    refundUnits,
    heldUnits: refundUnits - unheld,
    chargedBackUnits,
    outsideUnits,
    payableUnits: unheld - chargedBackUnits - outsideUnits,
  };
}

function convert({ kind, units, valueMinor }: Tender, minor: number): number {
  const exact = rational(BigInt(units) * BigInt(minor), valueMinor);
  return kind === "points" ? ceiling(exact) : floor(exact);
}

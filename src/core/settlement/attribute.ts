import { apportion, fraction, roundUp, sumMinor, times } from "../money/index.ts";
import { lineIndex } from "./frozen-bases.ts";
import { at, kept } from "./lookup.ts";
import type { Dispute, OrderFacts, Tender } from "./order-facts.ts";
import { tenderIndex } from "./tenders.ts";

/** A chargeback by line, and what no line could take. */
type Placed = { readonly dispute: Dispute; readonly byLine: number[]; readonly restMinor: number };

/**
 * The order with every chargeback on the lines that its tender paid: gateways take money from the
 * payment, whatever lines were named. What was named for a line stays there as far as the tender
 * paid it; the rest is spread over the others, as the order was frozen. What is more than the
 * tender paid in all stays on its last line, where it is seen as a shortfall.
 */
export function attributedToLines(order: OrderFacts): OrderFacts {
  if (order.disputes.length === 0) return order;
  // What each line can still take of a tender, per state.
  const room = new Map<string, number[]>();
  const roomOf = ({ state, tenderId }: Dispute): number[] =>
    kept(room, `${state} ${tenderId}`, () => column(order, tenderId));
  const placed = order.disputes.map((dispute) => named(order, roomOf(dispute), dispute));
  const disputes = placed.map((one) => spread(order, roomOf(one.dispute), one));
  return { ...order, disputes };
}

function column(order: OrderFacts, tenderId: string): number[] {
  const tender = tenderIndex(order, tenderId);
  return order.split.map((row) => at(row, tender));
}

function named(order: OrderFacts, left: number[], dispute: Dispute): Placed {
  const byLine = order.lines.map(() => 0);
  for (const { lineId, amountMinor } of dispute.allocations) {
    const line = lineIndex(order, lineId);
    const fits = Math.min(amountMinor, at(left, line));
    byLine[line] = at(byLine, line) + fits;
    left[line] = at(left, line) - fits;
  }
  const toldMinor = sumMinor(dispute.allocations.map(({ amountMinor }) => amountMinor));
  const tender = at(order.tenders, tenderIndex(order, dispute.tenderId));
  const units = dispute.units ?? null;
  const wholeMinor = units === null ? toldMinor : Math.max(toldMinor, valueOf(tender, units));
  return { dispute, byLine, restMinor: wholeMinor - sumMinor(byLine) };
}

function spread(order: OrderFacts, left: number[], { dispute, byLine, restMinor }: Placed) {
  const fits = Math.min(restMinor, sumMinor(left));
  for (const [line, part] of apportion(fits, left).entries()) {
    byLine[line] = at(byLine, line) + part;
    left[line] = at(left, line) - part;
  }
  const last = column(order, dispute.tenderId).findLastIndex((paidMinor) => paidMinor > 0);
  if (last >= 0) byLine[last] = at(byLine, last) + restMinor - fits;
  const allocations = order.lines
    .map(({ lineId }, line) => ({ lineId, amountMinor: at(byLine, line) }))
    .filter(({ amountMinor }) => amountMinor > 0);
  return { ...dispute, allocations };
}

/** Rounded up: never less in the tender's unit than what was charged back. */
function valueOf({ units: all, valueMinor }: Tender, units: number): number {
  return roundUp(times(fraction(valueMinor, all), units));
}

import type { OrderFacts } from "../types.ts";
import { handOut } from "./rational.ts";

/** The reference's chargebacks on lines: unit by unit into what is left of the tender's cells. */
export function onLines(order: OrderFacts): OrderFacts {
  const lineOf = (lineId: string) => order.lines.findIndex((one) => one.lineId === lineId);
  const tenderOf = (tenderId: string) =>
    order.tenders.findIndex((one) => one.tenderId === tenderId);
  const boards = new Map<string, number[]>();
  for (const { state, tenderId } of order.disputes) {
    boards.set(
      `${state} ${tenderId}`,
      order.split.map((row) => row[tenderOf(tenderId)]!),
    );
  }
  const named = order.disputes.map(({ state, tenderId, allocations, units }) => {
    const free = boards.get(`${state} ${tenderId}`)!;
    const taken = order.lines.map(() => 0);
    let [rest, told] = [0, 0];
    for (const { lineId, amountMinor } of allocations) {
      for (let minor = 0; minor < amountMinor; minor += 1) {
        told += 1;
        if (free[lineOf(lineId)]! === 0) rest += 1;
        else {
          free[lineOf(lineId)]! -= 1;
          taken[lineOf(lineId)]! += 1;
        }
      }
    }
    const tender = order.tenders[tenderOf(tenderId)]!;
    const exact = BigInt(units ?? 0) * BigInt(tender.valueMinor) + BigInt(tender.units) - 1n;
    return { taken, rest: rest + Math.max(0, Number(exact / BigInt(tender.units)) - told) };
  });
  const disputes = order.disputes.map((dispute, index) => {
    const free = boards.get(`${dispute.state} ${dispute.tenderId}`)!;
    const { taken, rest } = named[index]!;
    const fits = Math.min(
      rest,
      free.reduce((sum, one) => sum + one, 0),
    );
    for (const [line, part] of handOut(fits, [...free]).entries()) {
      free[line]! -= part;
      taken[line]! += part;
    }
    const last = order.split.findLastIndex((row) => row[tenderOf(dispute.tenderId)]! > 0);
    if (last >= 0) taken[last]! += rest - fits;
    const rows = order.lines.map(({ lineId }, line) => ({ lineId, amountMinor: taken[line]! }));
    return { ...dispute, allocations: rows.filter(({ amountMinor }) => amountMinor > 0) };
  });
  return { ...order, disputes };
}

import type { RetailRow } from "../../orders/index.ts";

/** Units [from, to) of an imported line. */
export interface LotUnits {
  readonly invoice: string;
  readonly lineId: string;
  readonly from: number;
  readonly to: number;
  /** What was paid for these units. */
  readonly paidMinor: number;
}

export type Outcome =
  "fullyCovered" | "partlyCovered" | "noEarlierPurchase" | "specialCode" | "noCustomer";

/** A cancellation line with the purchases that it takes back. */
export interface Cancellation {
  readonly row: RetailRow;
  readonly outcome: Outcome;
  readonly askedMinor: number;
  /** Newest purchase first; empty unless it is covered whole. */
  readonly lots: readonly LotUnits[];
}

const specialCodes = new Set([
  "M",
  "D",
  "POST",
  "S",
  "AMAZONFEE",
  "BANK CHARGES",
  "CRUK",
  "PADS",
  "DOT",
  "C2",
  "B",
]);

interface Lot {
  readonly row: RetailRow;
  left: number;
}

/**
 * Matches the cancellations of the file, in its order, with what the same customer had bought of
 * the same code before, newest first. A line that asks for more than is left takes nothing.
 */
export function cancellationsOf(rows: readonly RetailRow[]): Cancellation[] {
  const bought = new Map<string, Lot[]>();
  const found: Cancellation[] = [];
  for (const row of rows) {
    const key = `${row.customer} ${row.stockCode}`;
    if (row.imported) {
      const lots = bought.get(key) ?? [];
      lots.push({ row, left: row.quantity });
      bought.set(key, lots);
    } else if (row.invoice.startsWith("C")) {
      found.push(cancellation(row, bought.get(key) ?? []));
    }
  }
  return found;
}

function cancellation(row: RetailRow, lots: Lot[]): Cancellation {
  const outcome = outcomeOf(row, lots);
  const askedMinor = -row.quantity * row.priceMinor;
  const taken = outcome === "fullyCovered" ? take(lots, -row.quantity) : [];
  return { row, outcome, askedMinor, lots: taken };
}

function outcomeOf({ customer, stockCode, quantity }: RetailRow, lots: readonly Lot[]): Outcome {
  if (customer === "") return "noCustomer";
  if (specialCodes.has(stockCode) || stockCode.startsWith("gift_")) return "specialCode";
  const left = lots.reduce((sum, lot) => sum + lot.left, 0);
  if (left === 0) return "noEarlierPurchase";
  return left < -quantity ? "partlyCovered" : "fullyCovered";
}

function take(lots: Lot[], units: number): LotUnits[] {
  const taken: LotUnits[] = [];
  for (let wanted = units; wanted > 0;) {
    const lot = lots.at(-1);
    if (lot === undefined) throw new Error("more units were taken than the lots hold");
    const count = Math.min(wanted, lot.left);
    taken.push(unitsOf(lot, count));
    lot.left -= count;
    wanted -= count;
    if (lot.left === 0) lots.pop();
  }
  return taken;
}

/** Every unit of a line cost the same whole pence, so the first free ones are as good as any. */
function unitsOf({ row, left }: Lot, count: number): LotUnits {
  const from = row.quantity - left;
  return {
    invoice: row.invoice,
    lineId: String(row.ordinal),
    from,
    to: from + count,
    paidMinor: count * row.priceMinor,
  };
}

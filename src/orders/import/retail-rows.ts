import { isRefusal } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import type { Instant } from "../../core/index.ts";
import type { SourceRow } from "./format.ts";
import { isPurchase, onlineRetail, problemsOf, valuesOf } from "./online-retail.ts";
import { readRows } from "./read-rows.ts";
import { openSource, unreadable } from "./source.ts";

/** A row of the file in its own terms, for those who replay its cancellations. */
export interface RetailRow {
  readonly invoice: string;
  /** Counts all rows of the invoice from 1; an imported line has it as its id. */
  readonly ordinal: number;
  readonly stockCode: string;
  /** Below zero on a cancellation. */
  readonly quantity: number;
  readonly priceMinor: number;
  /** "" where the row names none. */
  readonly customer: string;
  readonly at: Instant;
  readonly imported: boolean;
}

/** Reads a row that `problemsOf` finds nothing wrong with. */
function retailRow(row: SourceRow): RetailRow {
  return {
    invoice: row.values["InvoiceNo"] ?? "",
    ordinal: row.ordinal,
    stockCode: row.values["StockCode"] ?? "",
    ...valuesOf(row),
    imported: isPurchase(row),
  };
}

/**
 * All rows of a file in its order. A file that cannot be read, or has a bad row, is refused before
 * the caller gets any of it.
 */
export async function readRetailRows(
  path: string,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<RetailRow[] | Refusal> {
  const source = await openSource(path);
  if (isRefusal(source)) return source;
  const found: RetailRow[] = [];
  for await (const rows of readRows(source, onlineRetail, onBytes)) {
    if (isRefusal(rows)) return rows;
    for (const row of rows) {
      const [bad] = row.broken === null ? problemsOf(row) : [row.broken];
      if (bad !== undefined) return unreadable(path, `line ${row.line}: ${bad.code}`);
      found.push(retailRow(row));
    }
  }
  return found;
}

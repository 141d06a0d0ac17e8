import type { ImportFormat } from "../format.ts";
import { rowProblems } from "./check-row.ts";
import { besideOrders, lineColumns, meterColumns, orderColumns, tenderColumns } from "./columns.ts";
import { orderOf } from "./order.ts";

/** Makegood's own format: docs/import.md has every column. */
export const makegoodCsv: ImportFormat = {
  name: "makegood-csv",
  columns: [...orderColumns, ...lineColumns, ...tenderColumns, ...meterColumns],
  required: ["order_number", "currency", "quantity", "unit_price"],
  orderColumn: "order_number",
  apart: false,
  row({ values }) {
    const beside = besideOrders(values);
    if (beside !== null) return { classes: [beside], imported: false };
    const problems = rowProblems(values);
    return problems.length > 0 ? problems : { classes: ["row"], imported: true };
  },
  order: orderOf,
};

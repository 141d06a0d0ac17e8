/** What a row can say, in three parts: its order, a line of it, a tender of it. */
export const orderColumns = [
  "order_number",
  "currency",
  "ordered_at",
  "signed_at",
  "paid_at",
  "zone",
  "channel",
  "customer_reference",
  "customer_kind",
  "customer_name",
  "customer_phone",
  "customer_email",
  "refunded",
  "cancelled_at",
] as const;

export const lineColumns = [
  "line_id",
  "line_kind",
  "product_code",
  "product_name",
  "quantity",
  "unit_price",
  "discount",
  "paid",
  "tax_of",
  "received_at",
] as const;

export const tenderColumns = [
  "tender_id",
  "tender_kind",
  "tender_unit",
  "tender_units",
  "tender_value",
  "gateway_account",
  "gateway_transaction",
] as const;

/** A metered service of a package, on a row of the package's line or on one of its own. */
export const meterColumns = [
  "meter",
  "meter_line",
  "meter_units",
  "meter_share",
  "meter_full_price",
  "meter_used",
] as const;

export type Column =
  | (typeof orderColumns)[number]
  | (typeof lineColumns)[number]
  | (typeof tenderColumns)[number]
  | (typeof meterColumns)[number];

/** A column that the file does not have is empty on every row. */
export const cell = (values: Readonly<Record<string, string>>, column: Column): string =>
  (values[column] ?? "").trim();

export const hasLine = (values: Readonly<Record<string, string>>): boolean =>
  lineColumns.some((column) => cell(values, column) !== "");

export const hasTender = (values: Readonly<Record<string, string>>): boolean =>
  tenderColumns.some((column) => cell(values, column) !== "");

export const hasMeter = (values: Readonly<Record<string, string>>): boolean =>
  meterColumns.some((column) => cell(values, column) !== "");

const totals = /(grand |sub)?(totals?|sum)|本?[页頁]?[合总總小][计計]/i;

/** What a spreadsheet has beside its orders: rows without anything, and the sum under a column. */
export function besideOrders(values: Readonly<Record<string, string>>): "blank" | "total" | null {
  if (Object.values(values).every((value) => value.trim() === "")) return "blank";
  const named = cell(values, "order_number").replace(/[:：]$/, "");
  const isTotal = named === "" ? Object.values(values).some(isTotalWord) : isTotalWord(named);
  return isTotal && cell(values, "currency") === "" ? "total" : null;
}

const isTotalWord = (value: string): boolean => {
  const word = value.trim().replace(/[:：]$/, "");
  return totals.exec(word)?.[0] === word && word !== "";
};

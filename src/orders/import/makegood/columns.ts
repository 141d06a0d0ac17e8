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
] as const;

export const lineColumns = [
  "line_id",
  "line_kind",
  "product_code",
  "product_name",
  "quantity",
  "unit_price",
  "paid",
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

export type Column =
  (typeof orderColumns)[number] | (typeof lineColumns)[number] | (typeof tenderColumns)[number];

/** A column that the file does not have is empty on every row. */
export const cell = (values: Readonly<Record<string, string>>, column: Column): string =>
  (values[column] ?? "").trim();

export const hasLine = (values: Readonly<Record<string, string>>): boolean =>
  lineColumns.some((column) => cell(values, column) !== "");

export const hasTender = (values: Readonly<Record<string, string>>): boolean =>
  tenderColumns.some((column) => cell(values, column) !== "");

import { isRefusal, refuse, sentenceOf } from "../../../contract/index.ts";
import type { WireCreateOrder, WireTender } from "../../../contract/index.ts";
import { isRefusal as isCoreRefusal, parseInstant } from "../../../core/index.ts";
import type { Currency, Instant } from "../../../core/index.ts";
import { draftOf, draftProblem, freeze } from "../../freeze.ts";
import { amountOf, wholeNumber } from "../../rules/import-values.ts";
import type { ImportOptions, ImportProblem, ImportedOrder, SourceRow } from "../format.ts";
import { cell, hasLine, hasTender, orderColumns } from "./columns.ts";
import type { Column } from "./columns.ts";

type Line = WireCreateOrder["lines"][number];
type Customer = NonNullable<WireCreateOrder["customer"]>;

/** Puts an order together; what its first row says of the order holds for all of them. */
export function orderOf(
  rows: readonly SourceRow[],
  options: ImportOptions,
): ImportedOrder | ImportProblem[] {
  const [first] = rows;
  if (first === undefined) throw new Error("an order has at least one row");
  const differing = rows.slice(1).flatMap((row) => differences(first, row));
  if (differing.length > 0) return differing;
  const lineRows = rows.filter(({ values }) => hasLine(values));
  const lines = lineRows.map((row, index) => ({ row, lineId: lineIdOf(row, index) }));
  const input = inputOf(first, lines, rows, options);
  const refused =
    input.tenders === undefined
      ? draftProblem(draftOf(input, []))
      : freeze(draftOf(input, input.tenders));
  if (isRefusal(refused)) {
    const reason = refused.values["reason"] ?? sentenceOf(refused, "en");
    return [orderProblem(first, String(reason))];
  }
  return { line: first.line, input, receipts: lines.flatMap(receiptOf) };
}

function orderProblem(row: SourceRow, reason: string): ImportProblem {
  const orderNumber = cell(row.values, "order_number");
  return { line: row.line, refusal: refuse("row_order_wrong", { orderNumber, reason }) };
}

/** Later rows of an order may leave out what the first has said, and say nothing else. */
function differences(first: SourceRow, row: SourceRow): ImportProblem[] {
  return orderColumns
    .filter((column) => cell(row.values, column) !== "")
    .filter((column) => cell(row.values, column) !== cell(first.values, column))
    .map((column) => ({
      line: row.line,
      refusal: refuse("row_differs", { column, value: cell(row.values, column) }),
    }));
}

const lineIdOf = ({ values }: SourceRow, index: number): string =>
  cell(values, "line_id") || String(index + 1);

function receiptOf({ row, lineId }: { readonly row: SourceRow; readonly lineId: string }) {
  const receivedAt = instantOf(row, "received_at");
  return receivedAt === null ? [] : [{ lineId, receivedAt }];
}

function instantOf({ values }: SourceRow, column: Column): Instant | null {
  const instant = parseInstant(cell(values, column));
  return isCoreRefusal(instant) ? null : instant;
}

/** The given cells under other names; an empty cell is left out. */
function given<K extends string>(row: SourceRow, names: Readonly<Record<K, Column>>) {
  const pairs = Object.entries<Column>(names).map(([key, column]) => [
    key,
    cell(row.values, column),
  ]);
  return Object.fromEntries(pairs.filter(([, value]) => value !== "")) as { [Key in K]?: string };
}

function inputOf(
  first: SourceRow,
  lines: readonly { readonly row: SourceRow; readonly lineId: string }[],
  rows: readonly SourceRow[],
  options: ImportOptions,
): WireCreateOrder {
  const currency = cell(first.values, "currency");
  const sold = lines.map(({ row, lineId }) => soldLine(row, lineId, currency));
  const tenders = tendersOf(first, rows, sold, currency, options);
  const customer = given(first, {
    reference: "customer_reference",
    kind: "customer_kind",
    name: "customer_name",
    phone: "customer_phone",
    email: "customer_email",
  }) as Customer;
  return {
    orderNumber: cell(first.values, "order_number"),
    currency,
    ...given(first, { zone: "zone", channel: "channel" }),
    ...given(first, { orderedAt: "ordered_at", signedAt: "signed_at" }),
    ...(tenders === undefined ? {} : { ...given(first, { paidAt: "paid_at" }), tenders }),
    ...(Object.keys(customer).length === 0 ? {} : { customer }),
    lines: sold.map(({ line }) => line),
    adjustments: sold.flatMap(({ line, paidMinor }) => discountOf(line, paidMinor)),
  };
}

interface SoldLine {
  readonly line: Line & { readonly lineId: string };
  readonly paidMinor: number;
}

function soldLine(row: SourceRow, lineId: string, currency: Currency): SoldLine {
  const quantity = wholeNumber(cell(row.values, "quantity"), 1, 1_000_000_000) ?? 0;
  const unitPriceMinor = amountOf(cell(row.values, "unit_price"), currency) ?? 0;
  const kind = (cell(row.values, "line_kind") || "goods") as Line["kind"];
  const names = given(row, { productCode: "product_code", productName: "product_name" });
  const paid = cell(row.values, "paid");
  return {
    line: { lineId, kind, quantity, unitPriceMinor, ...names },
    paidMinor: paid === "" ? quantity * unitPriceMinor : (amountOf(paid, currency) ?? 0),
  };
}

/** What was paid below the list price is a discount on that line; above it, the freeze refuses. */
function discountOf(line: SoldLine["line"], paidMinor: number) {
  const off = line.quantity * line.unitPriceMinor - paidMinor;
  if (off === 0) return [];
  return [{ kind: "item_discount" as const, lineId: line.lineId, off: { minor: off } }];
}

/** Without any tender a paid order was paid in money, whole. */
function tendersOf(
  first: SourceRow,
  rows: readonly SourceRow[],
  lines: readonly SoldLine[],
  currency: Currency,
  { gatewayAccount }: ImportOptions,
): WireTender[] | undefined {
  const named = rows.filter(({ values }) => hasTender(values));
  if (named.length > 0) return named.map((row) => tenderOf(row, currency, gatewayAccount));
  if (cell(first.values, "paid_at") === "") return undefined;
  const units = lines.reduce((sum, { paidMinor }) => sum + paidMinor, 0);
  if (units === 0) return [];
  const account = gatewayAccount === null ? {} : { gatewayAccount };
  return [{ kind: "money", unit: currency, units, ...account }];
}

function tenderOf(row: SourceRow, currency: Currency, account: string | null): WireTender {
  const kind = (cell(row.values, "tender_kind") || "money") as WireTender["kind"];
  const unit = cell(row.values, "tender_unit") || (kind === "money" ? currency : kind);
  const text = cell(row.values, "tender_units");
  const units = kind === "money" ? amountOf(text, currency) : wholeNumber(text, 0, 2 ** 53 - 1);
  const value = cell(row.values, "tender_value");
  const gatewayAccount = cell(row.values, "gateway_account") || account;
  return {
    kind,
    unit,
    units: units ?? 0,
    ...given(row, { tenderId: "tender_id", gatewayTransaction: "gateway_transaction" }),
    ...(value === "" ? {} : { value: { minor: amountOf(value, currency) ?? 0 } }),
    ...(kind === "money" && gatewayAccount !== null ? { gatewayAccount } : {}),
  };
}

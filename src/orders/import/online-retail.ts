import { refuse } from "../../contract/index.ts";
import type { Refusal, WireCreateOrder } from "../../contract/index.ts";
import { localInstant, roundedHundredths, wholeNumber } from "../rules/import-values.ts";
import { instantText } from "../views.ts";
import type { ImportFormat, ImportOptions, ImportedOrder, SourceRow } from "./format.ts";

/**
 * UCI Online Retail (10.24432/C5BW33): one row per line of an invoice of a shop in the United
 * Kingdom, prices in pounds. Invoices C… are cancellations, which the replay files as claims; rows
 * without customer, of no quantity and of invoices A… are counted and left aside.
 */
export const onlineRetail: ImportFormat = {
  name: "online-retail",
  columns: [
    "InvoiceNo",
    "StockCode",
    "Description",
    "Quantity",
    "InvoiceDate",
    "UnitPrice",
    "CustomerID",
    "Country",
  ],
  required: [
    "InvoiceNo",
    "StockCode",
    "Description",
    "Quantity",
    "InvoiceDate",
    "UnitPrice",
    "CustomerID",
    "Country",
  ],
  orderColumn: "InvoiceNo",
  apart: true,
  row(row) {
    const problems = problemsOf(row);
    return problems.length > 0 ? problems : classified(row);
  },
  order: orderOf,
};

const zone = "Europe/London";
const currency = "GBP";
/** A line above this could bring an order's sum beyond what is exact. */
const quantityMax = 1_000_000_000;
const priceMaxMinor = 1_000_000_000_000;
const carriage = new Set(["POST", "DOT", "C2"]);

const priceOf = (row: SourceRow): number | null => {
  const price = roundedHundredths(row.values["UnitPrice"] ?? "");
  return price === null || Math.abs(price) > priceMaxMinor ? null : price;
};
const quantityOf = (row: SourceRow): number | null =>
  wholeNumber(row.values["Quantity"] ?? "", -quantityMax, quantityMax);
const momentOf = (row: SourceRow): number | null =>
  localInstant(row.values["InvoiceDate"] ?? "", zone);
const customerOf = (row: SourceRow): string => (row.values["CustomerID"] ?? "").replace(/\.0$/, "");

export function problemsOf(row: SourceRow): Refusal[] {
  const { values } = row;
  const value = (column: string) => ({ column, value: values[column] ?? "" });
  const problems: Refusal[] = [];
  if (!/^[AC]?\d{1,12}$/.test(values["InvoiceNo"] ?? "")) {
    problems.push(refuse("row_not_known", { ...value("InvoiceNo"), known: "536365, C536379" }));
  }
  if (values["StockCode"] === "") problems.push(refuse("row_missing", { column: "StockCode" }));
  if (quantityOf(row) === null) problems.push(refuse("row_not_a_number", value("Quantity")));
  if (momentOf(row) === null) {
    const example = "2011-03-01 12:30:00";
    problems.push(refuse("row_not_a_time", { ...value("InvoiceDate"), example }));
  }
  const price = priceOf(row);
  const isSale = /^\d/.test(values["InvoiceNo"] ?? "");
  if (price === null || (isSale && price < 0)) {
    problems.push(refuse("row_not_an_amount", value("UnitPrice")));
  }
  if (!/^\d*$/.test(customerOf(row))) {
    problems.push(refuse("row_not_a_number", value("CustomerID")));
  }
  return problems;
}

/** What a row without problems says, in minor units and instants. */
export const valuesOf = (row: SourceRow) => ({
  quantity: quantityOf(row) ?? 0,
  priceMinor: priceOf(row) ?? 0,
  customer: customerOf(row),
  at: momentOf(row) ?? 0,
});

/** Only purchases of a known customer are imported. */
export const isPurchase = (row: SourceRow): boolean =>
  /^\d/.test(row.values["InvoiceNo"] ?? "") && customerOf(row) !== "" && (quantityOf(row) ?? 0) > 0;

/** The classes of data/README.md; a row may be of several. */
function classified(row: SourceRow) {
  const invoice = row.values["InvoiceNo"] ?? "";
  const isCancellation = invoice.startsWith("C");
  const isAdjustment = invoice.startsWith("A");
  const hasCustomer = customerOf(row) !== "";
  const isPositive = (quantityOf(row) ?? 0) > 0;
  const imported = isPurchase(row);
  const classes = [
    ...(imported ? ["purchase"] : []),
    ...(isCancellation ? ["cancellation"] : []),
    ...(isAdjustment ? ["adjustment"] : []),
    ...(hasCustomer || isCancellation ? [] : ["noCustomer"]),
    ...(/^0+(\.0+)?$/.test(row.values["UnitPrice"] ?? "") ? ["priceZero"] : []),
    ...(isPositive || isCancellation ? [] : ["notPositive"]),
  ];
  return { classes, imported };
}

/** One order per invoice, paid in full at the time of its first row; lines are named by ordinal. */
function orderOf(rows: readonly SourceRow[], options: ImportOptions): ImportedOrder {
  const first = rows[0];
  if (first === undefined) throw new Error("an order has at least one row");
  const orderNumber = first.values["InvoiceNo"] ?? "";
  const moment = instantText(momentOf(first) ?? 0);
  const lines = rows.map(lineOf);
  const total = lines.reduce((sum, line) => sum + line.quantity * line.unitPriceMinor, 0);
  const { gatewayAccount } = options;
  const account =
    gatewayAccount === null ? {} : { gatewayAccount, gatewayTransaction: orderNumber };
  return {
    line: first.line,
    events: [],
    input: {
      orderNumber,
      currency,
      zone,
      orderedAt: moment,
      paidAt: moment,
      customer: { reference: customerOf(first), kind: "consumer" },
      lines,
      // What costs nothing is paid by nothing.
      tenders: total === 0 ? [] : [{ kind: "money", unit: currency, units: total, ...account }],
    },
  };
}

function lineOf(row: SourceRow): WireCreateOrder["lines"][number] {
  const productCode = row.values["StockCode"] ?? "";
  const productName = (row.values["Description"] ?? "").trim();
  return {
    lineId: String(row.ordinal),
    kind: carriage.has(productCode) ? "shipping" : "goods",
    productCode,
    ...(productName === "" ? {} : { productName }),
    quantity: quantityOf(row) ?? 0,
    unitPriceMinor: priceOf(row) ?? 0,
  };
}

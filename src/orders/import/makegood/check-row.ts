import { lineKinds, refuse, tenderKinds } from "../../../contract/index.ts";
import type { Refusal } from "../../../contract/index.ts";
import { isCurrency, isZone } from "../../../core/index.ts";
import { wholeNumber, writtenAmount, writtenInstant } from "../../rules/import-values.ts";
import type { Values } from "../format.ts";
import { cell, hasLine, hasMeter, hasTender } from "./columns.ts";
import type { Column } from "./columns.ts";

const exampleTime = "2026-01-31T08:00:00+08:00";
const partId = /^[\w.:-]{1,64}$/;

type Check = (values: Values) => Refusal | null;

/** The value of a column where it is filled in and not what it should be. */
function unless(column: Column, fits: (text: string) => boolean, code: Code, values = {}): Check {
  return (row) => {
    const value = cell(row, column);
    return value === "" || fits(value) ? null : refuse(code, { column, value, ...values });
  };
}
type Code = "row_not_a_number" | "row_not_an_amount" | "row_not_a_time" | "row_not_known";

const filled =
  (column: Column): Check =>
  (row) =>
    cell(row, column) === "" ? refuse("row_missing", { column }) : null;

// On whatever clocks: a time is one anywhere.
const isTime = (text: string) => writtenInstant(text, "UTC") !== null;
const time = (column: Column) => unless(column, isTime, "row_not_a_time", { example: exampleTime });
const oneOf = (column: Column, words: readonly string[]) =>
  unless(column, (text) => words.includes(text), "row_not_known", { known: words.join(", ") });
const short = (column: Column, charactersMax: number) =>
  unless(column, (text) => text.length <= charactersMax, "row_not_known", {
    known: `1–${charactersMax}`,
  });
const named = (column: Column) =>
  unless(column, (text) => partId.test(text), "row_not_known", { known: "A-Z a-z 0-9 . : - _" });

const amount =
  (column: Column): Check =>
  (row) => {
    const currency = cell(row, "currency");
    if (!isCurrency(currency)) return null;
    const fits = (text: string) => writtenAmount(text, currency) !== null;
    return unless(column, fits, "row_not_an_amount")(row);
  };

const orderChecks: readonly Check[] = [
  filled("order_number"),
  filled("currency"),
  short("order_number", 64),
  unless("currency", isCurrency, "row_not_known", { known: "ISO 4217" }),
  time("ordered_at"),
  time("signed_at"),
  time("paid_at"),
  unless("zone", isZone, "row_not_known", { known: "Asia/Shanghai, Europe/London, …" }),
  short("channel", 200),
  short("customer_reference", 200),
  oneOf("customer_kind", ["consumer", "business"]),
  short("customer_name", 200),
  unless("customer_phone", (text) => /^[\d+() -]{4,40}$/.test(text), "row_not_known", {
    known: "0-9 + - ( )",
  }),
  unless("customer_email", (text) => /^[^\s@]{1,64}@[^\s@]{1,189}$/.test(text), "row_not_known", {
    known: "name@example.com",
  }),
  amount("refunded"),
  time("cancelled_at"),
];

const units = (text: string) => wholeNumber(text, 1, 1_000_000_000) !== null;
const lineChecks: readonly Check[] = [
  filled("quantity"),
  filled("unit_price"),
  named("line_id"),
  oneOf("line_kind", lineKinds),
  short("product_code", 200),
  short("product_name", 200),
  unless("quantity", units, "row_not_a_number"),
  amount("unit_price"),
  amount("discount"),
  amount("paid"),
  named("tax_of"),
  time("received_at"),
];

const tenderChecks: readonly Check[] = [
  filled("tender_units"),
  named("tender_id"),
  oneOf("tender_kind", tenderKinds),
  short("tender_unit", 100),
  amount("tender_value"),
  short("gateway_account", 200),
  short("gateway_transaction", 200),
  tenderUnits,
];

const meterChecks: readonly Check[] = [
  filled("meter"),
  filled("meter_units"),
  filled("meter_share"),
  filled("meter_full_price"),
  named("meter"),
  named("meter_line"),
  unless("meter_units", units, "row_not_a_number"),
  amount("meter_share"),
  amount("meter_full_price"),
  unless("meter_used", (text) => wholeNumber(text, 0, 1_000_000_000) !== null, "row_not_a_number"),
];

/** Money is written as a decimal, everything else is counted. */
function tenderUnits(row: Values): Refusal | null {
  const kind = cell(row, "tender_kind");
  if (kind === "" || kind === "money") return amount("tender_units")(row);
  const isCount = (text: string) => wholeNumber(text, 0, Number.MAX_SAFE_INTEGER) !== null;
  return unless("tender_units", isCount, "row_not_a_number")(row);
}

/** Everything that is wrong with a row by itself. */
export function rowProblems(values: Values): Refusal[] {
  const checks = [
    ...orderChecks,
    ...(hasLine(values) ? lineChecks : []),
    ...(hasTender(values) ? tenderChecks : []),
    ...(hasMeter(values) ? meterChecks : []),
  ];
  const problems = checks.flatMap((check) => check(values) ?? []);
  const says = hasLine(values) || hasTender(values) || hasMeter(values);
  if (problems.length > 0 || says) return problems;
  return [refuse("row_missing", { column: "quantity" })];
}

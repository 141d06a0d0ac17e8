import { Compile } from "typebox/compile";
import {
  CreateOrder,
  because,
  becauseOf,
  faultOf,
  isRefusal,
  refuse,
} from "../../../contract/index.ts";
import type {
  Refusal,
  WireCreateOrder,
  WireOrderEvent,
  WireTender,
} from "../../../contract/index.ts";
import type { Currency, Instant, Zone } from "../../../core/index.ts";
import { wholeNumber, writtenAmount, writtenInstant } from "../../rules/import-values.ts";
import { unrecordedOrder } from "../../unrecorded.ts";
import { instantText } from "../../views.ts";
import type { ImportOptions, ImportProblem, ImportedOrder, SourceRow } from "../format.ts";
import { cell, hasLine, hasMeter, hasTender, orderColumns } from "./columns.ts";
import type { Column } from "./columns.ts";
import { happened } from "./happened.ts";

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
  if (isRefusal(input)) return [{ line: first.line, refusal: input }];
  const { tenders = [], currency } = input;
  const zone = zoneOf(first, options);
  const begunAt = input.paidAt ?? input.orderedAt;
  const events = happened({ rows, lines, tenders, currency, zone, begunAt });
  if (isRefusal(events)) return [{ line: first.line, refusal: events }];
  const refusal = orderFault(input, events, options.now);
  if (refusal !== null) return [{ line: first.line, refusal }];
  return { line: first.line, input, events };
}

const documented = Compile(CreateOrder);

/** What `POST /v1/orders` and the recording of its events would refuse. */
function orderFault(
  input: WireCreateOrder,
  events: readonly WireOrderEvent[],
  now: Instant,
): Refusal | null {
  const { orderNumber } = input;
  if (!documented.Check(input)) {
    const fault = faultOf(CreateOrder, input);
    const why = because(fault?.reason ?? "otherwise", fault?.values ?? {});
    return refuse("row_order_wrong", { ...why, orderNumber });
  }
  const order = unrecordedOrder(input, events, { now, facts: [] });
  if (!isRefusal(order)) return null;
  if (order.code === "instant_ahead") return order;
  return refuse("row_order_wrong", { ...becauseOf(order), orderNumber });
}

const zoneOf = ({ values }: SourceRow, options: ImportOptions): Zone =>
  cell(values, "zone") || options.zone;

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

/** The times of an order under their wire names, with the offset that its zone gives them. */
function instantsOf(first: SourceRow, zone: Zone, names: Readonly<Record<string, Column>>) {
  const pairs = Object.entries(names).flatMap(([key, column]) => {
    const instant = writtenInstant(cell(first.values, column), zone);
    return instant === null ? [] : [[key, instantText(instant)] as const];
  });
  return Object.fromEntries(pairs) as Partial<Record<"orderedAt" | "signedAt" | "paidAt", string>>;
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
): WireCreateOrder | Refusal {
  const currency = cell(first.values, "currency");
  const zone = zoneOf(first, options);
  const sold = lines.map(({ row, lineId }) => soldLine(row, lineId, currency));
  const unequal = sold.find(({ isUnequal }) => isUnequal);
  if (unequal !== undefined) return unequalPrice(unequal.line.lineId);
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
    ...instantsOf(first, zone, { orderedAt: "ordered_at", signedAt: "signed_at" }),
    ...(tenders === undefined
      ? {}
      : { ...instantsOf(first, zone, { paidAt: "paid_at" }), tenders }),
    ...termsOf(rows, currency),
    ...(Object.keys(customer).length === 0 ? {} : { customer }),
    lines: sold.map(({ line }) => line),
    adjustments: sold.flatMap(({ line, paidMinor }) => discountOf(line, paidMinor)),
  };
}

interface SoldLine {
  readonly line: Line & { readonly lineId: string };
  readonly paidMinor: number;
  /** Whether price, discount and what was paid for it contradict each other. */
  readonly isUnequal: boolean;
}

/** The metered services of the order's packages, where rows name any. */
function termsOf(rows: readonly SourceRow[], currency: Currency): Pick<WireCreateOrder, "terms"> {
  const meters = rows
    .filter(({ values }) => hasMeter(values))
    .map((row) => ({
      meter: cell(row.values, "meter"),
      ...given(row, { lineId: "meter_line" }),
      units: wholeNumber(cell(row.values, "meter_units"), 1, 1_000_000_000) ?? 0,
      shareMinor: writtenAmount(cell(row.values, "meter_share"), currency) ?? 0,
      fullUnitMinor: writtenAmount(cell(row.values, "meter_full_price"), currency) ?? 0,
    }));
  return meters.length === 0 ? {} : { terms: { meters } };
}

const unequalPrice = (line: string): Refusal => refuse("row_discount_differs", { line });

function soldLine(row: SourceRow, lineId: string, currency: Currency): SoldLine {
  const quantity = wholeNumber(cell(row.values, "quantity"), 1, 1_000_000_000) ?? 0;
  const unitPriceMinor = writtenAmount(cell(row.values, "unit_price"), currency) ?? 0;
  const kind = (cell(row.values, "line_kind") || "goods") as Line["kind"];
  const names = given(row, { productCode: "product_code", productName: "product_name" });
  const taxOf = given(row, { taxOf: "tax_of" });
  const listMinor = quantity * unitPriceMinor;
  const paid = cell(row.values, "paid");
  const discountMinor = writtenAmount(cell(row.values, "discount"), currency) ?? 0;
  const afterDiscount = listMinor - discountMinor;
  const paidMinor = paid === "" ? afterDiscount : (writtenAmount(paid, currency) ?? 0);
  const told = cell(row.values, "discount") !== "";
  return {
    line: { lineId, kind, quantity, unitPriceMinor, ...names, ...taxOf },
    paidMinor,
    isUnequal: told && (afterDiscount < 0 || paidMinor !== afterDiscount),
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
  // A wallet holds money of its currency; points, packets and cards are counted for themselves.
  const isMoney = kind === "money" || kind === "wallet";
  const unit = cell(row.values, "tender_unit") || (isMoney ? currency : kind);
  const text = cell(row.values, "tender_units");
  const units =
    kind === "money" ? writtenAmount(text, currency) : wholeNumber(text, 0, 2 ** 53 - 1);
  const value = cell(row.values, "tender_value");
  const gatewayAccount = cell(row.values, "gateway_account") || account;
  return {
    kind,
    unit,
    units: units ?? 0,
    ...given(row, { tenderId: "tender_id", gatewayTransaction: "gateway_transaction" }),
    ...(value === "" ? {} : { value: { minor: writtenAmount(value, currency) ?? 0 } }),
    ...(kind === "money" && gatewayAccount !== null ? { gatewayAccount } : {}),
  };
}

import type { WireMyOrder, WireOrder } from "../../contract/index.ts";
import { calendarOfZone } from "../../core/index.ts";
import type { ReadTx, Vault } from "../../platform/index.ts";
import type { Pin } from "../../promises/index.ts";
import { receivedAt } from "../rules/clock-facts.ts";
import { selectEvents } from "../store/events.ts";
import type { EventRow } from "../store/events.ts";
import { selectHead, selectLines, selectSummary, selectTenders } from "../store/views.ts";
import type { HeadRow, LineRow, TenderRow } from "../store/views.ts";
import { instantText, orNull, orderSummary } from "../views.ts";
import { acceptancesOf } from "./accept.ts";
import type { Contact } from "./customer.ts";
import { loadFactsForClaims } from "./load-orders.ts";
import type { OrderForClaim } from "./load-orders.ts";

/** Everything of one order for those who may read it, or null where there is none. */
export async function orderView(
  tx: ReadTx,
  vault: Vault,
  orderId: string,
): Promise<WireOrder | null> {
  const [row, head, [order]] = await Promise.all([
    selectSummary(tx, orderId),
    selectHead(tx, orderId),
    loadFactsForClaims(tx, [orderId]),
  ]);
  if (row === null || head === null || order === undefined) return null;
  const [lines, tenders, events, acceptances] = await Promise.all([
    selectLines(tx, orderId),
    selectTenders(tx, orderId),
    selectEvents(tx, orderId),
    acceptancesOf(tx, orderId),
  ]);
  const contact = await contactOf(tx, vault, head);
  return {
    ...orderSummary(row),
    zone: order.zone,
    calendar: order.calendar ?? calendarOfZone(order.zone),
    language: order.language,
    signedAt: orNull(order.record.signedAt, instantText),
    channel: head.channel,
    customer: customerView(order, head, contact),
    policies: order.pins.map(pinView),
    policiesFrom: order.pinsFrom,
    acceptances,
    lines: lines.map((line) => lineView(line, order)),
    tenders: tenders.map(tenderView),
    events: events.map(eventView),
  };
}

export const pinView = ({ policyId, ...pin }: Pin): WireOrder["policies"][number] => ({
  id: policyId,
  ...pin,
  params: { ...pin.params },
});

/** An order for its customer; free units and the words of its promises are not known here. */
export type CustomerOrder = Omit<WireMyOrder, "lines" | "promises"> & {
  readonly lines: readonly Omit<WireMyOrder["lines"][number], "freeUnits">[];
};

/** An order without what is personal or the shop's own, or null where there is none. */
export async function customerOrder(tx: ReadTx, orderId: string): Promise<CustomerOrder | null> {
  const [row, [order], lines, tenders] = await Promise.all([
    selectSummary(tx, orderId),
    loadFactsForClaims(tx, [orderId]),
    selectLines(tx, orderId),
    selectTenders(tx, orderId),
  ]);
  if (row === null || order === undefined) return null;
  const packetIds = new Map(order.facts?.lines.map((line) => [line.lineId, line.packetId]));
  return {
    ...orderSummary(row),
    zone: order.zone,
    signedAt: orNull(order.record.signedAt, instantText),
    lines: lines.map((line) => ({
      ...lineView(line, order),
      packetId: packetIds.get(line.line_id) ?? null,
    })),
    packets: packetsOf(order),
    tenders: tenders.map(({ tender_id, kind, unit, units }) => ({
      tenderId: tender_id,
      kind: kind as WireMyOrder["tenders"][number]["kind"],
      unit,
      units,
    })),
  };
}

function packetsOf({ facts }: OrderForClaim): WireMyOrder["packets"] {
  if (facts === null) return [];
  const bought = facts.lines.flatMap(({ packetId, paidMinor }) =>
    packetId === null ? [] : [{ packetId, amountMinor: paidMinor }],
  );
  const granted = facts.granted
    .filter(({ kind }) => kind === "packet")
    .map(({ id, amount }) => ({ packetId: id, amountMinor: amount }));
  return [...bought, ...granted];
}

async function contactOf(tx: ReadTx, vault: Vault, head: HeadRow): Promise<Contact> {
  const nobody: Contact = { name: null, phone: null, email: null };
  if (head.contact_record_id === null) return nobody;
  const text = await vault.get(tx, head.contact_record_id);
  return text === null ? nobody : (JSON.parse(text) as Contact);
}

function customerView(
  { customerId, customerKind }: OrderForClaim,
  { reference }: HeadRow,
  contact: Contact,
): WireOrder["customer"] {
  if (customerId === null) return null;
  return { customerId, kind: customerKind, reference, ...contact };
}

function lineView(line: LineRow, { facts, record }: OrderForClaim): WireOrder["lines"][number] {
  const frozen = facts?.lines.find(({ lineId }) => lineId === line.line_id);
  return {
    lineId: line.line_id,
    kind: line.kind as WireOrder["lines"][number]["kind"],
    productCode: line.product_code,
    productName: line.product_name,
    quantity: line.quantity,
    listMinor: line.list_minor,
    paidMinor: frozen?.paidMinor ?? null,
    receivedAt: orNull(receivedAt({ record }, line.line_id), instantText),
  };
}

const tenderView = (row: TenderRow): WireOrder["tenders"][number] => ({
  tenderId: row.tender_id,
  kind: row.kind as WireOrder["tenders"][number]["kind"],
  unit: row.unit,
  units: row.units,
  valueMinor: row.value_minor,
  gatewayAccount: row.gateway_account,
  gatewayTransaction: row.gateway_transaction,
});

const eventView = (row: EventRow): WireOrder["events"][number] => ({
  eventId: row.event_id,
  kind: row.kind,
  occurredAt: instantText(row.occurred_at),
  recordedAt: instantText(row.recorded_at),
  data: { ...row.data },
});

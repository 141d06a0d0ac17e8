import { isRefusal, refuse } from "../../contract/index.ts";
import type { Refusal, WireCreateOrder, WireOrderSummary } from "../../contract/index.ts";
import type { Instant, OrderFacts } from "../../core/index.ts";
import type { Tx } from "../../platform/index.ts";
import { resolvePins } from "../../promises/index.ts";
import { defaultZone, draftOf, frozenTenders, languageSaid } from "../freeze.ts";
import { atHome } from "../home.ts";
import type { NewEvent, NewLine, NewOrder } from "../new-order.ts";
import type { OrderPorts } from "../ports.ts";
import { givenInstant } from "../rules/instants.ts";
import { frozenSale } from "../sold.ts";
import { orderSummary } from "../views.ts";
import { selectSummary } from "../store/views.ts";
import { recordAcceptance } from "./accept.ts";
import { capture } from "./capture.ts";
import { customersOf } from "./customer.ts";
import { writeOrders } from "./write-orders.ts";

const noCustomer = { customerId: null, contactRecordId: null } as const;

/** Records an order as sold. With tenders it is paid: its facts are frozen and posted at once. */
export async function createOrder(
  tx: Tx,
  ports: OrderPorts,
  asked: WireCreateOrder,
): Promise<WireOrderSummary | Refusal> {
  const input = (await atHome(tx))(asked);
  const facts = frozenSale(input, tx.now);
  if (isRefusal(facts)) return facts;
  const customerKind = input.customer?.kind ?? "consumer";
  const pins = await resolvePins(tx, input.policies ?? null, { customerKind });
  if (isRefusal(pins)) return pins;
  const [customer = noCustomer] = await customersOf(tx, ports.vault, [input]);
  const policies = { pins, from: input.policies ? "accepted" : "default" } as const;
  const order = { ...newOrder(tx, input, facts), ...customer, policies };
  const [written] = await writeOrders(tx, [order]);
  if (written === undefined) {
    const { orderNumber } = input;
    return refuse("order_number_taken", { orderNumber }, "/orderNumber");
  }
  const refused = await recordAcceptance(tx, written.orderId, input);
  if (refused !== null) return refused;
  return announce(tx, ports, written);
}

export type OwnOrder = Omit<NewOrder, "customerId" | "contactRecordId" | "policies">;

/** What an order says of itself; its customer and what binds it are found apart. */
export function newOrder(
  tx: Pick<Tx, "now" | "newId">,
  input: WireCreateOrder,
  facts: OrderFacts | null,
): OwnOrder {
  const orderedAt = givenInstant(input.orderedAt) ?? begunAt(input) ?? tx.now;
  const paidAt = facts === null ? null : (givenInstant(input.paidAt) ?? orderedAt);
  return {
    orderId: tx.newId(),
    orderNumber: input.orderNumber,
    status: facts === null ? (input.status ?? "effective") : "paid",
    currency: input.currency,
    zone: input.zone ?? defaultZone,
    calendar: input.calendar ?? null,
    language: languageSaid(input),
    channel: input.channel ?? null,
    orderedAt,
    signedAt: givenInstant(input.signedAt),
    paidAt,
    draft: facts === null ? draftOf(input, []) : null,
    facts,
    digest: null,
    lines: input.lines.map(newLine),
    tenders: facts === null ? [] : frozenTenders(facts, input.tenders ?? []),
    events: firstEvents(input, orderedAt, paidAt),
  };
}

/** An order begins with the first that is known of it. */
function begunAt({ signedAt, paidAt }: WireCreateOrder): Instant | null {
  const known = [signedAt, paidAt].map(givenInstant).filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function newLine(line: WireCreateOrder["lines"][number], index: number): NewLine {
  return {
    lineId: line.lineId ?? String(index + 1),
    kind: line.kind,
    productCode: line.productCode ?? null,
    productName: line.productName ?? null,
    quantity: line.quantity,
    listMinor: line.quantity * line.unitPriceMinor,
  };
}

type OwnEvent = Omit<NewEvent, "orderId">;

function firstEvents(input: WireCreateOrder, orderedAt: number, paidAt: number | null) {
  const events: OwnEvent[] = [];
  const happened = (kind: OwnEvent["kind"], occurredAt: number | null, data = {}) => {
    if (occurredAt !== null) events.push({ kind, occurredAt, data, reference: null });
  };
  if (input.status !== "draft" || paidAt !== null) happened("confirmed", orderedAt);
  if (input.terms !== undefined) happened("terms_agreed", orderedAt, { terms: input.terms });
  happened("signed", givenInstant(input.signedAt));
  happened("paid", paidAt);
  return events;
}

async function announce(tx: Tx, ports: OrderPorts, order: NewOrder) {
  const { orderId, orderNumber, currency, customerId: holder, paidAt, tenders } = order;
  tx.emit({ type: "OrderCreated", subject: orderId, payload: { orderId } });
  if (paidAt !== null) {
    const refused = await capture(tx, ports, [
      { orderId, orderNumber, currency, holder, paidAt, tenders },
    ]);
    if (refused !== null) return refused;
    tx.emit({ type: "OrderPaid", subject: orderId, payload: { orderId, currency } });
  }
  const row = await selectSummary(tx, orderId);
  if (row === null) throw new Error(`order ${orderId} was written and is not there`);
  return orderSummary(row);
}

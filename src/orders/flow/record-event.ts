import { isRefusal, refuse } from "../../contract/index.ts";
import type { Refusal, WireOrderEvent, WireOrderSummary } from "../../contract/index.ts";
import type { OrderDraft, OrderFacts } from "../../core/index.ts";
import type { Tx } from "../../platform/index.ts";
import { eventData, eventFrom } from "../event-input.ts";
import { draftOf, freeze, frozenTenders } from "../freeze.ts";
import { paidMinor } from "../new-order.ts";
import type { OrderPorts } from "../ports.ts";
import { eventProblem } from "../rules/happening.ts";
import { firstAhead } from "../rules/instants.ts";
import { statusAfter } from "../rules/lifecycle.ts";
import type { OrderStatus } from "../rules/lifecycle.ts";
import type { RecordedEvent } from "../rules/order-record.ts";
import { termsAt } from "../rules/usage.ts";
import { hasEventReference, insertEvents, updateHead } from "../store/events.ts";
import { insertOrderFacts, insertTenders } from "../store/insert-orders.ts";
import { lockOrder, selectFacts } from "../store/select-orders.ts";
import type { LockedRow } from "../store/select-orders.ts";
import { selectSummary } from "../store/views.ts";
import { orderSummary } from "../views.ts";
import { capture } from "./capture.ts";
import { loadFactsForClaims } from "./load-orders.ts";

type EventPorts = Pick<OrderPorts, "onPaid" | "lockMoney">;

/** What settlement reads anew each time: chargebacks, refunds seen outside, granted packets. */
const changesMoney: ReadonlySet<WireOrderEvent["kind"]> = new Set([
  "dispute_changed",
  "debited_outside",
  "packet_changed",
]);

/** Records what happened to an order. The same reference again changes nothing. */
export async function recordEvent(
  tx: Tx,
  ports: EventPorts,
  orderId: string,
  input: WireOrderEvent,
): Promise<WireOrderSummary | Refusal> {
  const ahead = firstAhead([input.occurredAt], tx.now);
  if (ahead !== null) return refuse("instant_ahead", { instant: ahead }, "/occurredAt");
  // Before the order's own row, as a claim does that is filed at the same time.
  if (changesMoney.has(input.kind)) await ports.lockMoney(tx, orderId);
  const order = await lockOrder(tx, orderId);
  if (order === null) return refuse("not_found", { what: orderId }, "orderId");
  if (input.reference !== undefined && (await hasEventReference(tx, orderId, input.reference))) {
    return summaryOf(tx, orderId);
  }
  const status = statusAfter(order.status, input.kind);
  if (status === null) {
    return refuse("order_state", { state: order.status, event: input.kind }, "/kind");
  }
  const event = eventFrom(input, tx.now);
  const refused = await apply(tx, ports, { orderId, order, input, event, status });
  return refused ?? summaryOf(tx, orderId);
}

interface Step {
  readonly orderId: string;
  readonly order: LockedRow;
  readonly input: WireOrderEvent;
  readonly event: RecordedEvent;
  readonly status: OrderStatus;
}

async function apply(tx: Tx, ports: EventPorts, step: Step) {
  const { orderId, order, input, event, status } = step;
  const parts = order.draft ?? (await selectFacts(tx, orderId));
  if (parts === null) throw new Error(`order ${orderId} has neither draft nor facts`);
  const problem = eventProblem(event, parts);
  if (problem !== null) return wireProblem(problem);
  const unknown = await unknownMeter(tx, orderId, event);
  if (unknown !== null) return unknown;
  const facts = input.kind === "paid" ? payment(order.draft, input.tenders) : null;
  if (isRefusal(facts)) return facts;
  await updateHead(tx, {
    orderId,
    status,
    signedAt: event.kind === "signed" ? event.occurredAt : null,
    paidAt: facts === null ? null : event.occurredAt,
    paidMinor: facts === null ? null : paidMinor(facts),
  });
  const { kind, occurredAt } = event;
  const reference = input.reference ?? null;
  await insertEvents(tx, [{ orderId, kind, occurredAt, data: eventData(event), reference }]);
  tx.emit({ type: "OrderChanged", subject: orderId, payload: { orderId, kind, status } });
  if (event.kind === "dispute_changed") {
    const { disputeId, state } = event;
    tx.emit({ type: "DisputeChanged", subject: orderId, payload: { orderId, disputeId, state } });
  }
  return facts === null ? null : pay(tx, ports, step, facts);
}

/** Use of what was never sold would be counted nowhere, so that a slip in its name shows here. */
async function unknownMeter(tx: Tx, orderId: string, event: RecordedEvent) {
  if (event.kind !== "used") return null;
  const [order] = await loadFactsForClaims(tx, [orderId]);
  const terms = order === undefined ? null : termsAt(order.record, event.occurredAt);
  if (terms === null || terms.meters.some(({ meter }) => meter === event.meter)) return null;
  const known = terms.meters.map(({ meter }) => meter).join(", ");
  const reason = `\`${event.meter}\` is none of its meters ${known}`;
  return refuse("event_invalid", { reason }, "/meter");
}

function wireProblem({ code, sentence }: { code: string; sentence: string }): Refusal {
  if (code === "unknown_line") return refuse("order_line_unknown", { line: sentence }, "/lineId");
  return refuse("event_invalid", { reason: sentence });
}

type PaidTenders = Extract<WireOrderEvent, { readonly kind: "paid" }>["tenders"];

/** Money that arrives twice is for treasury to return: an order is frozen once. */
function payment(draft: OrderDraft | null, tenders: PaidTenders): OrderFacts | Refusal {
  if (draft === null) return refuse("order_state", { state: "paid", event: "paid" }, "/kind");
  const unpaid = { currency: draft.currency, lines: [] };
  return freeze({ ...draft, tenders: draftOf(unpaid, tenders).tenders });
}

async function pay(
  tx: Tx,
  ports: EventPorts,
  { orderId, order, input, event }: Step,
  facts: OrderFacts,
) {
  const tenders = frozenTenders(facts, input.kind === "paid" ? input.tenders : []);
  await insertOrderFacts(tx, [{ orderId, facts }]);
  await insertTenders(tx, [{ orderId, tenders }]);
  const { order_number: orderNumber, currency, customer_id: holder } = order;
  tx.emit({ type: "OrderPaid", subject: orderId, payload: { orderId, currency } });
  return capture(tx, ports, [
    { orderId, orderNumber, currency, holder, paidAt: event.occurredAt, tenders },
  ]);
}

async function summaryOf(tx: Tx, orderId: string): Promise<WireOrderSummary> {
  const row = await selectSummary(tx, orderId);
  if (row === null) throw new Error(`order ${orderId} is locked and not there`);
  return orderSummary(row);
}

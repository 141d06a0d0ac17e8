import { isRefusal, refuse } from "../../contract/index.ts";
import type { Refusal, WireOrderEvent, WireRecordedOrderEvent } from "../../contract/index.ts";
import type { OrderFacts } from "../../core/index.ts";
import type { Tx } from "../../platform/index.ts";
import { factsKnown } from "../../promises/index.ts";
import { eventData } from "../event-input.ts";
import { frozenTenders } from "../freeze.ts";
import { paidMinor } from "../new-order.ts";
import type { OrderPorts, StoppedPayout } from "../ports.ts";
import { hasEventReference, insertEvents, updateHead } from "../store/events.ts";
import { appendOrderFacts, insertTenders } from "../store/insert-orders.ts";
import { lockOrder } from "../store/select-orders.ts";
import type { LockedRow } from "../store/select-orders.ts";
import { selectSummary } from "../store/views.ts";
import { factsByName, takeEvent } from "../take-event.ts";
import type { EventTaken } from "../take-event.ts";
import { orderSummary } from "../views.ts";
import { capture } from "./capture.ts";
import { loadFactsForClaims } from "./load-orders.ts";

type EventPorts = Omit<OrderPorts, "vault" | "unknownAccounts">;

/** What settlement reads anew each time: chargebacks, refunds seen outside, granted packets. */
const changesMoney: ReadonlySet<WireOrderEvent["kind"]> = new Set([
  "paid",
  "dispute_changed",
  "debited_outside",
  "packet_changed",
]);

/** Money that went back, or may, past the payouts of claims. */
const takesMoney: ReadonlySet<WireOrderEvent["kind"]> = new Set([
  "dispute_changed",
  "debited_outside",
]);

/**
 * Records what happened to an order. The same reference again changes nothing, nor does a debit
 * that is told twice; one that is told with another sum is left to a person.
 */
export async function recordEvent(
  tx: Tx,
  ports: EventPorts,
  orderId: string,
  input: WireOrderEvent,
): Promise<WireRecordedOrderEvent | Refusal> {
  // Before the order's own row, as a claim does that is filed at the same time.
  if (changesMoney.has(input.kind)) await ports.lockMoney(tx, orderId);
  const order = await lockOrder(tx, orderId);
  if (order === null) return refuse("not_found", { what: orderId }, "orderId");
  if (input.reference !== undefined && (await hasEventReference(tx, orderId, input.reference))) {
    return answer(tx, ports, orderId, []);
  }
  const taken = await take(tx, orderId, order, input);
  if (isRefusal(taken)) return taken;
  const news = await isNews(tx, ports, orderId, input, taken);
  if (isRefusal(news)) return news;
  if (!news) return answer(tx, ports, orderId, []);
  const refused = await apply(tx, ports, { orderId, order, input, taken });
  if (refused !== null) return refused;
  const stopped = takesMoney.has(input.kind) ? await ports.followMoney(tx, orderId) : [];
  if (input.kind === "packet_changed") await ports.followPackets(tx, orderId);
  return answer(tx, ports, orderId, stopped);
}

/** Whether an event is recorded, and not only held against what was told before. */
async function isNews(
  tx: Tx,
  ports: EventPorts,
  orderId: string,
  input: WireOrderEvent,
  { event, told }: EventTaken,
): Promise<boolean | Refusal> {
  if (input.kind === "paid") return paymentNews(tx, ports, orderId, input);
  if (told.told !== "otherwise") return told.told === "anew";
  const { kind, reference, unit, units, otherUnits } = told.difference;
  await ports.noteProblems(tx, orderId, [{ kind, reference, unit, units, otherUnits }]);
  // What a chargeback has become is news, whatever its sum.
  return event.kind === "dispute_changed";
}

/**
 * One payment that is told twice is one payment: it is known by its gateway's number. A second one
 * without any number could be the first again, and its return would give money away.
 */
async function paymentNews(
  tx: Tx,
  ports: EventPorts,
  orderId: string,
  { tenders, reference }: Extract<WireOrderEvent, { readonly kind: "paid" }>,
): Promise<boolean | Refusal> {
  const known = await ports.knownPayments(tx, orderId);
  if (known.length === 0) return true;
  const numbers = tenders.map(({ gatewayTransaction }) => gatewayTransaction);
  const before = tenders.flatMap(({ gatewayTransaction: number, units: otherUnits, unit }) => {
    const found = known.find(({ transaction }) => number !== undefined && transaction === number);
    return found === undefined ? [] : [{ number: String(number), unit, found, otherUnits }];
  });
  const differing = before.filter(({ found, otherUnits }) => found.units !== otherUnits);
  const problems = differing.map(({ number: told, unit, found: { units }, otherUnits }) => {
    return { kind: "payment_differs" as const, reference: told, unit, units, otherUnits };
  });
  if (problems.length > 0) await ports.noteProblems(tx, orderId, problems);
  if (before.length > 0) return false;
  if (reference !== undefined || !numbers.includes(undefined)) return true;
  return refuse("payment_unnumbered", {}, "/reference");
}

interface Step {
  readonly orderId: string;
  readonly order: LockedRow;
  readonly input: WireOrderEvent;
  readonly taken: EventTaken;
}

async function take(
  tx: Tx,
  orderId: string,
  order: LockedRow,
  input: WireOrderEvent,
): Promise<EventTaken | Refusal> {
  const [loaded] = await loadFactsForClaims(tx, [orderId]);
  if (loaded === undefined) throw new Error(`order ${orderId} is locked and not there`);
  const { status, facts, record, pins } = loaded;
  const named = input.kind === "fact_established" ? await factsKnown(tx, pins) : [];
  const standing = { status, draft: order.draft, facts, record };
  return takeEvent(standing, input, tx.now, factsByName(named));
}

async function apply(tx: Tx, ports: EventPorts, step: Step) {
  const { orderId, input } = step;
  const { event, status, facts } = step.taken;
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
  if (event.kind === "debited_outside") {
    const { debitId, tenderId, units } = event;
    const payload = { orderId, debitId, tenderId, units };
    tx.emit({ type: "DebitedOutside", subject: orderId, payload });
  }
  const refused = facts === null ? null : await pay(tx, ports, step, facts);
  if (refused !== null || step.taken.excess.length === 0) return refused;
  return ports.returnExcess(tx, excessOf(step));
}

function excessOf({ orderId, order, taken: { event, excess } }: Step) {
  return {
    orderId,
    holder: order.customer_id,
    paidAt: event.occurredAt,
    payments: excess.map(({ tenderId, ofOrder, tender, units }) => ({
      tenderId,
      ofOrder,
      kind: tender.kind,
      unit: tender.unit,
      units,
      gatewayAccount: tender.gatewayAccount ?? null,
      gatewayTransaction: tender.gatewayTransaction ?? null,
    })),
  };
}

async function pay(
  tx: Tx,
  ports: EventPorts,
  { orderId, order, input, taken: { event, paidBefore } }: Step,
  facts: OrderFacts,
) {
  const given = input.kind === "paid" ? input.tenders : [];
  const tenders = frozenTenders(facts, given, paidBefore);
  await appendOrderFacts(tx, orderId, facts);
  await insertTenders(tx, [{ orderId, tenders }], paidBefore);
  const { order_number: orderNumber, currency, customer_id: holder } = order;
  const type = paidBefore === 0 ? "OrderPaid" : "BalancePaid";
  tx.emit({ type, subject: orderId, payload: { orderId, currency } });
  return capture(tx, ports, [
    { orderId, orderNumber, currency, holder, paidAt: event.occurredAt, tenders },
  ]);
}

async function answer(
  tx: Tx,
  ports: EventPorts,
  orderId: string,
  stopped: readonly StoppedPayout[],
): Promise<WireRecordedOrderEvent> {
  const row = await selectSummary(tx, orderId);
  if (row === null) throw new Error(`order ${orderId} is locked and not there`);
  const problems = await ports.openProblems(tx, orderId);
  return { ...orderSummary(row), stoppedPayouts: [...stopped], problems: [...problems] };
}

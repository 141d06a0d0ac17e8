import { createHash } from "node:crypto";
import { isRefusal, refuse } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import type { Audience } from "../../core/index.ts";
import type { ReadTx, Tx } from "../../platform/index.ts";
import { resolvePins } from "../../promises/index.ts";
import type { Pin } from "../../promises/index.ts";
import { eventData } from "../event-input.ts";
import { capture } from "../flow/capture.ts";
import { newOrder } from "../flow/create-order.ts";
import { customersOf } from "../flow/customer.ts";
import { writeOrders } from "../flow/write-orders.ts";
import { draftOf, freeze } from "../freeze.ts";
import { atHome } from "../home.ts";
import { paidMinor } from "../new-order.ts";
import type { NewOrder } from "../new-order.ts";
import type { OrderPorts } from "../ports.ts";
import { selectDigests } from "../store/select-orders.ts";
import { withEvents } from "../unrecorded.ts";
import type { ImportFormat, ImportProblem, ImportedOrder, SourceRow } from "./format.ts";

export interface BatchOrder extends ImportedOrder {
  readonly digest: Buffer;
}

/** Told from what the columns say, in the format's own order of columns. */
export function digestOf(format: ImportFormat, rows: readonly SourceRow[]): Buffer {
  const hash = createHash("sha256");
  for (const { values } of rows) {
    hash.update(`${JSON.stringify(format.columns.map((name) => values[name] ?? ""))}\n`);
  }
  return hash.digest();
}

export interface BatchResult {
  readonly imported: number;
  readonly existing: number;
  readonly lines: number;
  readonly paid: readonly { readonly currency: string; readonly amountMinor: number }[];
  readonly differing: readonly ImportProblem[];
}

interface Sorted {
  readonly fresh: readonly BatchOrder[];
  readonly existing: number;
  readonly differing: readonly ImportProblem[];
}

/** Tells new orders from those that are there, with the same content or another. */
async function sorted(tx: ReadTx, batch: readonly BatchOrder[]): Promise<Sorted> {
  const known = await selectDigests(
    tx,
    batch.map(({ input }) => input.orderNumber),
  );
  const fresh = batch.filter(({ input }) => !known.has(input.orderNumber));
  const differing = batch
    .filter(({ input, digest }) => {
      const before = known.get(input.orderNumber);
      return before === null || (before !== undefined && !digest.equals(before));
    })
    .map(({ line, input: { orderNumber } }) => ({
      line,
      refusal: refuse("import_order_differs", { orderNumber }),
    }));
  return { fresh, differing, existing: batch.length - fresh.length - differing.length };
}

/** What a batch would do. */
export async function tryBatch(tx: ReadTx, batch: readonly BatchOrder[]): Promise<BatchResult> {
  const { fresh, existing, differing } = await sorted(tx, batch);
  const facts = fresh.map((order) => frozenFacts(order));
  return { ...totals(fresh, facts), existing, differing };
}

/** Writes the orders that are not there yet, all of them or none. */
export async function writeBatch(
  tx: Tx,
  ports: OrderPorts,
  batch: readonly BatchOrder[],
): Promise<BatchResult | Refusal> {
  const { fresh, existing, differing } = await sorted(tx, batch);
  if (fresh.length === 0) return { imported: 0, existing, lines: 0, paid: [], differing };
  const pins = await pinsFor(tx, fresh);
  if (isRefusal(pins)) return pins;
  const customers = await customersOf(
    tx,
    ports.vault,
    fresh.map(({ input }) => input),
  );
  const home = await atHome(tx);
  const sold = fresh.map((order) => ({ ...order, input: home(order.input) }));
  const facts = sold.map((order) => frozenFacts(order));
  const orders = sold.map((order, index): NewOrder => {
    const customer = customers[index] ?? { customerId: null, contactRecordId: null };
    const own = importedOrder(tx, order, facts[index] ?? null);
    const policies = { pins: pins[kindOf(order)], from: "default" } as const;
    return { ...own, ...customer, policies };
  });
  const written = await writeOrders(tx, orders);
  const refused = await capture(tx, ports, written.flatMap(captured));
  if (refused !== null) return refused;
  const orderIds = written.map(({ orderId }) => orderId);
  tx.emit({ type: "OrdersImported", subject: tx.merchantId, payload: { orderIds } });
  return { ...totals(fresh, facts), imported: written.length, existing, differing };
}

const kindOf = ({ input }: BatchOrder): Audience => input.customer?.kind ?? "consumer";

/** Imported orders accepted nothing that we know of: the merchant's default set binds them. */
async function pinsFor(tx: ReadTx, orders: readonly BatchOrder[]) {
  const pins: Record<Audience, readonly Pin[]> = { consumer: [], business: [] };
  for (const customerKind of new Set(orders.map(kindOf))) {
    const resolved = await resolvePins(tx, null, { customerKind });
    if (isRefusal(resolved)) return resolved;
    pins[customerKind] = resolved;
  }
  return pins;
}

function frozenFacts({ input }: BatchOrder) {
  if (input.tenders === undefined) return null;
  const facts = freeze(draftOf(input, input.tenders));
  if (isRefusal(facts)) {
    throw new Error(`order ${input.orderNumber} was checked and cannot be frozen: ${facts.code}`);
  }
  return facts;
}

/** Its events were checked with it: one that cannot be taken now is a fault of ours. */
function importedOrder(tx: Tx, order: BatchOrder, facts: ReturnType<typeof frozenFacts>) {
  const own = newOrder(tx, order.input, facts);
  if (order.events.length === 0) return { ...own, digest: order.digest };
  const told = withEvents(own, order.events, { now: tx.now, facts: [] });
  if (isRefusal(told)) throw new Error(`order ${own.orderNumber} was checked: ${told.code}`);
  const since = told.events.map(({ event, reference }) => {
    const { kind, occurredAt } = event;
    return { kind, occurredAt, data: eventData(event), reference };
  });
  const { status } = told.standing;
  return { ...own, status, digest: order.digest, events: [...own.events, ...since] };
}

function captured(order: NewOrder) {
  const { orderId, orderNumber, currency, customerId: holder, paidAt, tenders } = order;
  return paidAt === null ? [] : [{ orderId, orderNumber, currency, holder, paidAt, tenders }];
}

function totals(orders: readonly BatchOrder[], facts: readonly ReturnType<typeof frozenFacts>[]) {
  const paid = facts
    .filter((frozen) => frozen !== null)
    .map((frozen) => ({ currency: frozen.currency, amountMinor: paidMinor(frozen) }));
  const lines = orders.reduce((sum, { input }) => sum + input.lines.length, 0);
  return { imported: orders.length, lines, paid };
}

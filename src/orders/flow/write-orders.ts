import type { Tx } from "../../platform/index.ts";
import type { NewOrder } from "../new-order.ts";
import { selectProductNames, upsertProducts } from "../store/customers.ts";
import { insertEvents } from "../store/events.ts";
import {
  insertLines,
  insertOrderFacts,
  insertOrderHeads,
  insertTenders,
} from "../store/insert-orders.ts";

/**
 * Writes orders with all their parts in a fixed number of statements, however many there are. An
 * order whose number is taken is left out with all of its parts; gives those that were written.
 */
export async function writeOrders(tx: Tx, orders: readonly NewOrder[]): Promise<NewOrder[]> {
  const numbered = [...orders].sort((left, right) =>
    left.orderNumber < right.orderNumber ? -1 : 1,
  );
  const written = await insertOrderHeads(tx, numbered);
  const fresh = orders.filter(({ orderId }) => written.has(orderId));
  if (fresh.length === 0) return [];
  const events = fresh.flatMap(({ orderId, events: own }) =>
    own.map((event) => ({ ...event, orderId })),
  );
  // Sent one behind the other on one connection; the first that fails fails them all.
  await Promise.all([
    insertOrderFacts(tx, fresh),
    writeLines(tx, fresh),
    insertTenders(tx, fresh),
    insertEvents(tx, events),
  ]);
  return fresh;
}

/** A line keeps its product's name only where it was sold under another. */
async function writeLines(tx: Tx, orders: readonly NewOrder[]): Promise<void> {
  const products = productsOf(orders);
  await upsertProducts(tx, products);
  const names = await selectProductNames(tx, [...products.keys()]);
  const named = orders.map(({ orderId, lines }) => ({
    orderId,
    lines: lines.map((line) =>
      line.productCode !== null && names.get(line.productCode) === line.productName
        ? { ...line, productName: null }
        : line,
    ),
  }));
  await insertLines(tx, named);
}

/** The first name that a code was sold under. */
function productsOf(orders: readonly NewOrder[]): Map<string, string> {
  const products = new Map<string, string>();
  for (const { lines } of orders) {
    for (const { productCode, productName } of lines) {
      if (productCode !== null && !products.has(productCode)) {
        products.set(productCode, productName ?? productCode);
      }
    }
  }
  return products;
}

import type { Language } from "../../contract/index.ts";
import type { CalendarName, OrderFacts } from "../../core/index.ts";
import type { Platform, ReadTx } from "../../platform/index.ts";
import { readTransaction } from "../../platform/index.ts";
import type { Pin } from "../../promises/index.ts";
import { orderContact } from "../rules/contact.ts";
import { currentFacts } from "../rules/current-facts.ts";
import { recordedEvent } from "../rules/happening.ts";
import type { OrderStatus } from "../rules/lifecycle.ts";
import type { OrderRecord } from "../rules/order-record.ts";
import { selectOrderOfPersons } from "../store/customers.ts";
import { selectLoadedOrders } from "../store/select-orders.ts";
import type { LoadedRow } from "../store/select-orders.ts";

/** An order as a claim reads it. `facts` is null until it is paid. */
export interface OrderForClaim {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly status: OrderStatus;
  readonly currency: string;
  readonly zone: string;
  /** Whose days off count; null: the country of the zone. */
  readonly calendar: CalendarName | null;
  /** Of notices and letters; null: nobody has said. */
  readonly language: Language | null;
  readonly facts: OrderFacts | null;
  readonly pins: readonly Pin[];
  readonly pinsFrom: "accepted" | "default";
  readonly customerId: string | null;
  /** The person in the vault; null where no address is known. */
  readonly personId: string | null;
  readonly customerKind: "consumer" | "business";
  readonly record: OrderRecord;
}

/** The orders of these ids in one statement, by id; an id that is not there is absent. */
export async function loadFactsForClaims(
  tx: ReadTx,
  orderIds: readonly string[],
): Promise<OrderForClaim[]> {
  if (orderIds.length === 0) return [];
  return (await selectLoadedOrders(tx, orderIds)).map(orderForClaim);
}

function orderForClaim(row: LoadedRow): OrderForClaim {
  const record: OrderRecord = {
    orderedAt: row.ordered_at,
    signedAt: row.signed_at,
    paidAt: row.paid_at,
    events: row.events.map(({ kind, at, data }) => recordedEvent(kind, at, data)),
  };
  return {
    orderId: row.order_id,
    orderNumber: row.order_number,
    status: row.status,
    currency: row.currency,
    zone: row.zone,
    calendar: row.calendar,
    language: row.language,
    facts: row.facts === null ? null : currentFacts(row.facts, record),
    pins: row.pins,
    pinsFrom: row.pins_from,
    customerId: row.customer_id,
    personId: row.person_id,
    customerKind: row.customer_kind ?? "consumer",
    record,
  };
}

export interface FoundOrder {
  readonly orderId: string;
}

/**
 * The order of this number whose customer has this phone or e-mail, in any spelling; else null.
 * Both statements run in either case, so that time does not tell whether an order exists.
 */
export async function findOrderByContact(
  platform: Platform,
  merchantId: string,
  orderNumber: string,
  contact: string,
): Promise<FoundOrder | null> {
  const index = orderContact(orderNumber, contact);
  const personIds = await platform.vault.find(merchantId, "orderContact", index);
  return readTransaction(platform, merchantId, async (tx) => {
    const orderId = await selectOrderOfPersons(tx, orderNumber.trim(), personIds);
    return orderId === null ? null : { orderId };
  });
}

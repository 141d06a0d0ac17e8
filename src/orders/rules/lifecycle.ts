export type OrderStatus =
  "draft" | "effective" | "paid" | "serving" | "shipped" | "completed" | "cancelled";

export type OrderEventKind =
  | "confirmed"
  | "signed"
  | "paid"
  | "shipped"
  | "received"
  | "returned"
  | "used"
  | "completed"
  | "cancelled"
  | "terms_agreed"
  | "scheduled"
  | "fact_established"
  | "packet_changed"
  | "dispute_changed"
  | "debited_outside";

/** Facts that may become known at any time once the order is effective, and move nothing. */
const notes = {
  signed: "same",
  scheduled: "same",
  fact_established: "same",
  packet_changed: "same",
  dispute_changed: "same",
  debited_outside: "same",
} as const;

type Moves = Readonly<Partial<Record<OrderEventKind, OrderStatus | "same">>>;

/**
 * Which event moves an order where. What is absent is refused. Money that comes twice, or on a
 * cancelled order, is taken in and moves nothing, since it is owed back; records of use and receipt
 * may come late.
 */
export const transitions: Readonly<Record<OrderStatus, Moves>> = {
  draft: {
    confirmed: "effective",
    cancelled: "cancelled",
    terms_agreed: "same",
    scheduled: "same",
  },
  effective: { ...notes, terms_agreed: "same", paid: "paid", cancelled: "cancelled" },
  paid: {
    ...notes,
    paid: "same",
    shipped: "shipped",
    used: "serving",
    received: "shipped",
    completed: "completed",
    cancelled: "cancelled",
  },
  serving: {
    ...notes,
    paid: "same",
    used: "same",
    shipped: "same",
    received: "same",
    returned: "same",
    completed: "completed",
    cancelled: "cancelled",
  },
  shipped: {
    ...notes,
    paid: "same",
    shipped: "same",
    received: "same",
    returned: "same",
    used: "serving",
    completed: "completed",
    cancelled: "cancelled",
  },
  completed: { ...notes, paid: "same", received: "same", returned: "same", used: "same" },
  cancelled: { ...notes, paid: "same", received: "same", returned: "same", used: "same" },
};

/** The status after an event, or null where the event does not fit. */
export function statusAfter(status: OrderStatus, kind: OrderEventKind): OrderStatus | null {
  const move = transitions[status][kind];
  if (move === undefined) return null;
  return move === "same" ? status : move;
}

import { isRefusal, sumMinor } from "../money/index.ts";
import { checkPayment } from "./freeze-check.ts";
import { frozenSplit } from "./freeze-split.ts";
import { frozenTenders } from "./freeze-tenders.ts";
import { at } from "./lookup.ts";
import type { Payment } from "./order-draft.ts";
import type { OrderFacts, OrderLine, Tender } from "./order-facts.ts";
import { type OrderRefusal, refuseOrder } from "./order-refusal.ts";

type FrozenPayment = {
  readonly tenders: readonly Tender[];
  /** [line][tender] */
  readonly split: readonly (readonly number[])[];
  /** Per line: its row. */
  readonly paidMinor: readonly number[];
};

/**
 * Spreads tenders over what lines have left to pay, in proportion to it. The tenders and what is
 * declared as due later must come to all of it: less paid without a word is a mistake.
 */
export function frozenPayment(
  payment: Payment,
  roomMinor: readonly number[],
): FrozenPayment | OrderRefusal {
  const tenders = frozenTenders(payment);
  if (isRefusal(tenders)) return tenders;
  const problem = sumProblem(payment, sumMinor(roomMinor), tenders);
  if (problem !== null) return problem;
  const split = frozenSplit(payment, roomMinor, tenders);
  if (isRefusal(split)) return split;
  return { tenders, split, paidMinor: split.map(sumMinor) };
}

/**
 * An order that was paid in part, once more of it is paid. What was frozen stays as it is: the new
 * tenders come after the earlier ones and pay what these have left open.
 */
export function freezeBalance(
  order: OrderFacts,
  { tenders: given, balanceDueMinor = 0 }: Pick<Payment, "tenders" | "balanceDueMinor">,
): OrderFacts | OrderRefusal {
  const { currency, lines } = order;
  const payment: Payment = { currency, lines, tenders: given, balanceDueMinor };
  const known = new Set(order.tenders.map(({ tenderId }) => tenderId));
  const again = given.findIndex(({ tenderId }) => known.has(tenderId));
  if (again >= 0) {
    return refuseOrder(
      "duplicate_id",
      `tenders[${again}]`,
      `\`${at(given, again).tenderId}\` paid for this order before: give each tender its own id`,
    );
  }
  const problem = checkPayment(payment);
  if (problem !== null) return problem;
  const added = frozenPayment(
    payment,
    lines.map(({ openMinor = 0 }) => openMinor),
  );
  if (isRefusal(added)) return added;
  return {
    ...order,
    lines: lines.map((line, index) => lineAfter(line, at(added.paidMinor, index))),
    tenders: [...order.tenders, ...added.tenders],
    split: order.split.map((row, index) => [...row, ...at(added.split, index)]),
  };
}

/** What is left to pay of an order, in minor units. */
export const balanceDue = ({ lines }: Pick<OrderFacts, "lines">): number =>
  sumMinor(lines.map(({ openMinor = 0 }) => openMinor));

/** Nothing is said of what is paid whole. */
export const openOf = (openMinor: number): Pick<OrderLine, "openMinor"> =>
  openMinor === 0 ? {} : { openMinor };

function lineAfter({ openMinor = 0, ...line }: OrderLine, addedMinor: number): OrderLine {
  return { ...line, paidMinor: line.paidMinor + addedMinor, ...openOf(openMinor - addedMinor) };
}

function sumProblem(
  { balanceDueMinor = 0 }: Payment,
  askedMinor: number,
  tenders: readonly Tender[],
): OrderRefusal | null {
  const tendered = tenders.reduce((sum, tender) => sum + tender.valueMinor, 0);
  const left = askedMinor - tendered;
  if (tenders.length === 0 && balanceDueMinor > 0) {
    const sentence = "it is due later, and no tender pays now: name what was paid";
    return refuseOrder("tenders_do_not_add_up", "tenders", sentence);
  }
  if (left === balanceDueMinor) return null;
  const sums =
    `the tenders are worth \`${tendered}\` and the lines come to \`${askedMinor}\` ` +
    "minor units: make them equal";
  if (left <= 0) return refuseOrder("tenders_do_not_add_up", "tenders", sums);
  return refuseOrder(
    "tenders_do_not_add_up",
    balanceDueMinor === 0 ? "tenders" : "balanceDueMinor",
    `${sums}, or, where the rest is paid later, say \`"balanceDueMinor": ${left}\``,
  );
}

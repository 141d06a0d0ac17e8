import { refuse } from "../contract/index.ts";
import type { Language, Refusal, WireCreateOrder, WireTender } from "../contract/index.ts";
import { freezeBalance, freezeOrder, isRefusal, linePrice, linePrices } from "../core/index.ts";
import type { DraftTender, OrderDraft, OrderFacts, OrderRefusal } from "../core/index.ts";
import type { NewTender } from "./new-order.ts";
import type { SoldLine } from "./rules/event-check.ts";

/** Of an order that no merchant sold: one that a quote is asked for. */
export const defaultZone = "Asia/Shanghai";

type Sold = Pick<
  WireCreateOrder,
  "currency" | "lines" | "adjustments" | "granted" | "thresholdRule" | "balanceDueMinor"
> & { readonly zone?: string };

/** The order as settlement reads it; parts without an id are named by their position. */
export function draftOf(sold: Sold, tenders: readonly WireTender[]): OrderDraft {
  return {
    currency: sold.currency,
    zone: sold.zone ?? defaultZone,
    lines: sold.lines.map(({ productCode: _code, productName: _name, ...line }, index) => ({
      ...line,
      lineId: line.lineId ?? String(index + 1),
    })),
    adjustments: sold.adjustments ?? [],
    granted: sold.granted ?? [],
    tenders: draftTenders(tenders),
    balanceDueMinor: sold.balanceDueMinor ?? 0,
    thresholdRule: sold.thresholdRule ?? "keep",
  };
}

/** Those without an id are named by their position, after the ones that paid `before`. */
export function draftTenders(tenders: readonly WireTender[], before = 0): DraftTender[] {
  return tenders.map((tender, index) => draftTender(tender, tenderName(tender, before + index)));
}

export const tenderName = ({ tenderId }: WireTender, index: number): string =>
  tenderId ?? String(index + 1);

function draftTender(tender: WireTender, tenderId: string): DraftTender {
  const { kind, unit, units, value, lineIds } = tender;
  return {
    tenderId,
    kind,
    unit,
    units,
    ...(value === undefined ? {} : { value }),
    ...(lineIds === undefined ? {} : { lineIds }),
  };
}

/** What terms may name of an order, paid or not; prices are those after discounts. */
export function soldLines(order: OrderDraft | OrderFacts): SoldLine[] {
  if (!("adjustments" in order)) {
    return order.lines.map((line) => ({
      lineId: line.lineId,
      kind: line.kind,
      priceMinor: linePrice(line),
    }));
  }
  const prices = linePrices(order);
  return order.lines.map(({ lineId, kind }, index) => ({
    lineId,
    kind,
    priceMinor: isRefusal(prices) ? 0 : (prices[index] ?? 0),
  }));
}

/** What an order comes to, in minor units; null where freezing says what is wrong with it. */
export function totalOf(draft: OrderDraft): number | null {
  const prices = linePrices(draft);
  return isRefusal(prices) ? null : prices.reduce((sum, price) => sum + price, 0);
}

/** What was said in the order's own words, or was accepted in: a customer who read it, reads it. */
export const languageSaid = ({
  language,
  acceptance,
}: Pick<WireCreateOrder, "language" | "acceptance">): Language | null =>
  language ?? acceptance?.language ?? null;

/** Freezes a draft, or says in the caller's words why it cannot be. */
export function freeze(draft: OrderDraft): OrderFacts | Refusal {
  const facts = freezeOrder(draft);
  return isRefusal(facts) ? wireRefusal(facts) : facts;
}

/** As `freeze`, of a payment of what is left to pay of a frozen order. */
export function freezeRest(
  order: OrderFacts,
  payment: Parameters<typeof freezeBalance>[1],
): OrderFacts | Refusal {
  const facts = freezeBalance(order, payment);
  return isRefusal(facts) ? wireRefusal(facts) : facts;
}

/** Whether an unpaid order could be frozen once somebody pays it; null when it could. */
export function draftProblem(draft: OrderDraft): Refusal | null {
  const facts = freezeOrder({ ...draft, tenders: [], balanceDueMinor: 0 });
  if (!isRefusal(facts) || facts.code === "tenders_do_not_add_up") return null;
  return wireRefusal(facts);
}

/** What is wrong with sums; all else is wrong by itself. */
const ofSums: ReadonlySet<string> = new Set([
  "tenders_do_not_add_up",
  "charged_above_total",
  "restriction_not_met",
]);

function wireRefusal({ code, path, sentence }: OrderRefusal): Refusal {
  const field = `/${path.replaceAll(/\[(\d+)\]/g, "/$1").replaceAll(".", "/")}`;
  if (code === "unknown_currency") {
    return refuse("currency_unknown", { currency: /`([^`]*)`/.exec(sentence)?.[1] ?? "" }, field);
  }
  if (code === "amount_too_large") return refuse("amount_too_large", {}, field);
  const isOfSums = ofSums.has(code);
  return refuse(isOfSums ? "order_inconsistent" : "order_invalid", { reason: sentence }, field);
}

/** Tenders of a payment as they are kept: the frozen value beside the gateway's names. */
export function frozenTenders(
  facts: OrderFacts,
  given: readonly WireTender[],
  before = 0,
): NewTender[] {
  // By name: of what was given, some may have come too much and is not the order's.
  const byId = new Map(given.map((one, index) => [tenderName(one, before + index), one]));
  return facts.tenders.slice(before).map(({ tenderId, kind, unit, units, valueMinor }) => ({
    tenderId,
    kind,
    unit,
    units,
    valueMinor,
    gatewayAccount: byId.get(tenderId)?.gatewayAccount ?? null,
    gatewayTransaction: byId.get(tenderId)?.gatewayTransaction ?? null,
  }));
}

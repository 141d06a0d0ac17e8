import {
  amountMaxMinor,
  compare,
  isCurrency,
  isRefusal,
  one,
  parseFraction,
  zero,
} from "../money/index.ts";
import { at } from "./lookup.ts";
import type {
  Adjustment,
  DraftGrant,
  DraftLine,
  DraftTender,
  OrderDraft,
  Payment,
} from "./order-draft.ts";
import type { Off, Tier } from "./order-facts.ts";
import { type OrderRefusal, refuseOrder } from "./order-refusal.ts";

/** The first problem of a draft that can be seen without allocating anything, or null. */
export function checkDraft(draft: OrderDraft): OrderRefusal | null {
  if (!isCurrency(draft.currency)) {
    return refuseOrder(
      "unknown_currency",
      "currency",
      `\`${String(draft.currency)}\` is not a currency: use a code of ISO 4217, such as CNY`,
    );
  }
  if (draft.lines.length === 0) {
    return refuseOrder("empty_order", "lines", "the order has no lines: give at least one");
  }
  return (
    duplicate(
      "lines",
      draft.lines.map((line) => line.lineId),
    ) ??
    first(draft.lines, (line, path) => checkLine(draft, line, path), "lines") ??
    checkListTotal(draft) ??
    first(draft.adjustments, (it, path) => checkAdjustment(draft, it, path), "adjustments") ??
    first(draft.granted, (grant, path) => checkGrant(draft, grant, path), "granted") ??
    checkPayment(draft)
  );
}

/** As `checkDraft`, of tenders alone. */
export function checkPayment(payment: Payment): OrderRefusal | null {
  return (
    duplicate(
      "tenders",
      payment.tenders.map((tender) => tender.tenderId),
    ) ??
    first(payment.tenders, (tender, path) => checkTender(payment, tender, path), "tenders") ??
    amountProblem(payment.balanceDueMinor ?? 0, "balanceDueMinor")
  );
}

function first<T>(
  values: readonly T[],
  check: (value: T, path: string) => OrderRefusal | null,
  list: string,
): OrderRefusal | null {
  for (const [index, value] of values.entries()) {
    const problem = check(value, `${list}[${index}]`);
    if (problem !== null) return problem;
  }
  return null;
}

function duplicate(list: string, ids: readonly string[]): OrderRefusal | null {
  const again = [...ids.entries()].find(([index, id]) => ids.indexOf(id) < index);
  if (again === undefined) return null;
  const [index, id] = again;
  return refuseOrder(
    "duplicate_id",
    `${list}[${index}]`,
    `\`${id}\` names two of the ${list}: give each its own id`,
  );
}

function checkLine(draft: OrderDraft, line: DraftLine, path: string): OrderRefusal | null {
  if (!Number.isSafeInteger(line.quantity) || line.quantity < 1) {
    return refuseOrder(
      "bad_quantity",
      `${path}.quantity`,
      `\`${line.quantity}\` is not a quantity: use a whole number of 1 or more`,
    );
  }
  return (
    amountProblem(line.unitPriceMinor, `${path}.unitPriceMinor`) ??
    amountProblem(line.giftPriceMinor ?? 0, `${path}.giftPriceMinor`) ??
    referenceProblem(draft, line, "taxOf", path) ??
    referenceProblem(draft, line, "giftOf", path)
  );
}

/** A line may hang on another line of the order that does not hang on one itself. */
function referenceProblem(
  draft: OrderDraft,
  line: DraftLine,
  word: "taxOf" | "giftOf",
  path: string,
): OrderRefusal | null {
  const target = line[word] ?? null;
  if (target === null) return null;
  const parent = draft.lines.find((other) => other.lineId === target);
  if (parent === undefined) return unknownLine(target, `${path}.${word}`);
  if ((parent[word] ?? null) === null) return null;
  return refuseOrder(
    "bad_reference",
    `${path}.${word}`,
    `\`${target}\` hangs on another line itself: name the line that was bought`,
  );
}

function checkListTotal(draft: OrderDraft): OrderRefusal | null {
  const total = draft.lines.reduce(
    (sum, line) => sum + BigInt(line.quantity) * BigInt(line.unitPriceMinor),
    0n,
  );
  if (total <= BigInt(amountMaxMinor)) return null;
  return tooLarge(total, "lines");
}

function checkAdjustment(draft: OrderDraft, it: Adjustment, path: string): OrderRefusal | null {
  switch (it.kind) {
    case "charged":
      return amountProblem(it.totalMinor, `${path}.totalMinor`);
    case "item_discount":
      return (
        linesProblem(draft, [it.lineId], `${path}.lineId`) ?? offProblem(it.off, `${path}.off`)
      );
    case "threshold":
      return linesProblem(draft, it.lineIds, `${path}.lineIds`) ?? tiersProblem(it.tiers, path);
    case "order_discount":
    case "coupon":
      return (
        linesProblem(draft, it.lineIds, `${path}.lineIds`) ?? offProblem(it.off, `${path}.off`)
      );
  }
}

function tiersProblem(tiers: readonly Tier[], path: string): OrderRefusal | null {
  const problem = first(
    tiers,
    (tier, at) =>
      amountProblem(tier.fromMinor, `${path}.${at}.fromMinor`) ??
      offProblem(tier.off, `${path}.${at}.off`),
    "tiers",
  );
  if (problem !== null) return problem;
  const rising = tiers
    .slice(1)
    .every((tier, before) => at(tiers, before).fromMinor < tier.fromMinor);
  if (rising && tiers.length > 0) return null;
  return refuseOrder("bad_tiers", `${path}.tiers`, "the tiers do not rise: order them by amount");
}

function offProblem(off: Off, path: string): OrderRefusal | null {
  if ("minor" in off) return amountProblem(off.minor, `${path}.minor`);
  const share = parseFraction(off.percent);
  if (!isRefusal(share) && compare(share, zero) >= 0 && compare(share, one) <= 0) return null;
  return refuseOrder(
    "bad_percent",
    `${path}.percent`,
    `\`${off.percent}\` is not a share of the price: write it like 10%, at most 100%`,
  );
}

function checkGrant(draft: OrderDraft, grant: DraftGrant, path: string): OrderRefusal | null {
  return (
    amountProblem(grant.amount, `${path}.amount`) ??
    linesProblem(draft, grant.lineIds, `${path}.lineIds`)
  );
}

function checkTender(payment: Payment, tender: DraftTender, path: string): OrderRefusal | null {
  return (
    amountProblem(tender.units, `${path}.units`) ??
    linesProblem(payment, tender.lineIds, `${path}.lineIds`)
  );
}

function linesProblem(
  { lines }: Pick<Payment, "lines">,
  lineIds: readonly string[] | null | undefined,
  path: string,
): OrderRefusal | null {
  const unknown = lineIds?.find((id) => !lines.some((line) => line.lineId === id));
  return unknown === undefined ? null : unknownLine(unknown, path);
}

function unknownLine(lineId: string, path: string): OrderRefusal {
  return refuseOrder(
    "unknown_line",
    path,
    `\`${lineId}\` is not a line of this order: name one of its lines`,
  );
}

function amountProblem(value: number, path: string): OrderRefusal | null {
  if (value > amountMaxMinor) return tooLarge(value, path);
  if (Number.isSafeInteger(value) && value >= 0) return null;
  return refuseOrder(
    "not_an_amount",
    path,
    `\`${value}\` is not an amount: use whole minor units of 0 or more`,
  );
}

function tooLarge(value: number | bigint, path: string): OrderRefusal {
  return refuseOrder(
    "amount_too_large",
    path,
    `\`${value}\` is too large: use at most ${amountMaxMinor} minor units`,
  );
}

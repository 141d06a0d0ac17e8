import type { AcceptedDecision, OrderDraft, OrderFacts } from "../src/core/index.ts";
import { accepted, freezeOrder, owed } from "../src/core/index.ts";

// Five lines and three tenders, as a shop's order with shipping, tax and a coupon has them.
const draft: OrderDraft = {
  currency: "CNY",
  zone: "Asia/Shanghai",
  lines: [
    { lineId: "shirt", kind: "goods", quantity: 3, unitPriceMinor: 12_900 },
    { lineId: "shoes", kind: "goods", quantity: 1, unitPriceMinor: 45_900 },
    { lineId: "care", kind: "service", quantity: 1, unitPriceMinor: 9900 },
    { lineId: "shipping", kind: "shipping", quantity: 1, unitPriceMinor: 1200 },
    { lineId: "tax", kind: "tax", quantity: 1, unitPriceMinor: 2754, taxOf: "shoes" },
  ],
  adjustments: [{ kind: "coupon", couponId: "spring", off: { minor: 5000 } }],
  granted: [],
  tenders: [
    { tenderId: "card", kind: "money", unit: "CNY", units: 80_000 },
    { tenderId: "packet", kind: "packet", unit: "packet:1", units: 3000, lineIds: ["shirt"] },
    { tenderId: "points", kind: "points", unit: "points", units: 10_454, value: { minor: 10_454 } },
  ],
};
const order = accepted<OrderFacts>(freezeOrder(draft));
const written = JSON.stringify(order);

function decision(decisionId: string, lineId: string, fraction: string): AcceptedDecision {
  const item = { lineId, packetId: null, from: 0, to: 1, baseMinor: 0, fraction };
  const price = { direction: "pay", base: "line.paid", grant: null, settles: "refund" } as const;
  return { decisionId, claimId: decisionId, corrects: null, heads: [{ ...price, items: [item] }] };
}
const one = [decision("1", "shirt", "1/1")];
const two = [decision("1", "shirt", "1/1"), decision("2", "shoes", "2/3")];

export const name = "owed, 5 lines and 3 tenders, against reading the order's JSON";
export const unit = "orders";
export const runs = 9;

const rounds = 20_000;

export function baseline(): number {
  let lines = 0;
  for (let round = 0; round < rounds; round += 1) {
    lines += (JSON.parse(written) as OrderFacts).lines.length;
  }
  return lines / order.lines.length;
}

export function subject(): number {
  let settled = 0;
  for (let round = 0; round < rounds; round += 1) {
    const entitlement = owed(order, round % 2 === 0 ? one : two);
    if (entitlement.totalMinor > 0) settled += 1;
  }
  return settled;
}

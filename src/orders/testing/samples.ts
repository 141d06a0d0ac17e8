import type { WireCreateOrder } from "../../contract/index.ts";

let count = 0;

/** A paid order of two lines with a discount, unless told otherwise. */
export function sampleOrder(change: Partial<WireCreateOrder> = {}): WireCreateOrder {
  count += 1;
  return {
    orderNumber: `S-${count}`,
    currency: "CNY",
    orderedAt: "2026-01-02T10:00:00+08:00",
    paidAt: "2026-01-02T10:05:00+08:00",
    lines: [
      { kind: "goods", productCode: "CUP", productName: "Cup", quantity: 2, unitPriceMinor: 1500 },
      { kind: "shipping", quantity: 1, unitPriceMinor: 800 },
    ],
    adjustments: [{ kind: "order_discount", off: { minor: 300 } }],
    tenders: [
      { kind: "money", unit: "CNY", units: 3500, gatewayAccount: "shop", gatewayTransaction: "T1" },
    ],
    ...change,
  };
}

/** The same without its payment. */
export function unpaidOrder(change: Partial<WireCreateOrder> = {}): WireCreateOrder {
  const { tenders: _tenders, paidAt: _paidAt, ...unpaid } = sampleOrder(change);
  return unpaid;
}

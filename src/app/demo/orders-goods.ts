import type { WireCreateOrder, WireOrderEvent } from "../../contract/index.ts";
import { customerOf, wechat } from "./parts.ts";
import type { Ago, DemoOrder } from "./parts.ts";

type Line = WireCreateOrder["lines"][number];

const tea: Line = goods("tea", "TEA-LJ", "明前龙井茶叶 250 克", 2, 16_800);
const cup: Line = goods("cup", "CUP-QH", "青花盖碗茶具", 1, 12_900);
const lamp: Line = goods("lamp", "LAMP-01", "护眼台灯", 1, 19_900);
const kettle: Line = goods("kettle", "KETTLE-02", "恒温电水壶", 1, 25_900);
const shipping: Line = {
  lineId: "shipping",
  kind: "shipping",
  productName: "运费",
  quantity: 1,
  unitPriceMinor: 1_000,
};

function goods(
  lineId: string,
  productCode: string,
  productName: string,
  quantity: number,
  unitPriceMinor: number,
): Line {
  return { lineId, kind: "goods", productCode, productName, quantity, unitPriceMinor };
}

/** Goods with everything that shops do to a price, and with several means of payment. */
export const goodsOrders = (ago: Ago): DemoOrder[] => [
  bigOrder(ago),
  plain(ago, "DEMO-2002", [kettle], 14, true),
  plain(ago, "DEMO-2003", [lamp, shipping], 4, true),
  plain(ago, "DEMO-2004", [kettle, shipping], 2, false),
  plain(ago, "DEMO-2005", [tea], 5, true),
  cashOrder(ago),
  unpaid(ago),
];

/** Threshold, coupon, gift, shipping; paid by WeChat Pay, points and a red packet. */
function bigOrder(ago: Ago): DemoOrder {
  const orderNumber = "DEMO-2001";
  const paidAt = ago(6);
  const gift: Line = {
    lineId: "gift",
    kind: "gift",
    productName: "赠品：茶叶罐",
    quantity: 1,
    unitPriceMinor: 0,
    giftOf: "cup",
    giftPriceMinor: 2_900,
  };
  const order: WireCreateOrder = {
    orderNumber,
    currency: "CNY",
    orderedAt: paidAt,
    paidAt,
    channel: "app",
    customer: customerOf(orderNumber),
    lines: [tea, cup, gift, shipping],
    adjustments: [
      { kind: "item_discount", lineId: "cup", off: { percent: "10%" } },
      {
        kind: "threshold",
        tiers: [{ fromMinor: 30_000, off: { minor: 3_000 } }],
        lineIds: ["tea", "cup"],
      },
      { kind: "coupon", couponId: "WELCOME-20", off: { minor: 2_000 }, lineIds: ["tea"] },
    ],
    granted: [{ kind: "points", id: "earned", amount: 420, lineIds: ["tea", "cup"] }],
    tenders: [
      { tenderId: "points", kind: "points", unit: "points", units: 500, value: { minor: 500 } },
      {
        tenderId: "packet",
        kind: "packet",
        unit: "packet:NEW-YEAR",
        units: 1_000,
        value: { minor: 1_000 },
      },
      wechat(orderNumber, 39_710),
    ],
  };
  return { order, events: arrived(ago, 3) };
}

function plain(
  ago: Ago,
  orderNumber: string,
  lines: readonly Line[],
  paidDaysAgo: number,
  received: boolean,
): DemoOrder {
  const total = lines.reduce((sum, line) => sum + line.quantity * line.unitPriceMinor, 0);
  const paidAt = ago(paidDaysAgo);
  const order: WireCreateOrder = {
    orderNumber,
    currency: "CNY",
    orderedAt: paidAt,
    paidAt,
    channel: "site",
    customer: customerOf(orderNumber),
    lines: [...lines],
    tenders: [wechat(orderNumber, total)],
  };
  if (received) return { order, events: arrived(ago, paidDaysAgo - 2) };
  const shipped: WireOrderEvent = { kind: "shipped", occurredAt: ago(1), reference: "shipped" };
  return { order, events: [shipped] };
}

/** Paid in cash at a fair: what is due goes by bank transfer, which a person records. */
function cashOrder(ago: Ago): DemoOrder {
  const { order, events } = plain(ago, "DEMO-2006", [cup], 5, true);
  const tender = { tenderId: "cash", kind: "money", unit: "CNY", units: 12_900 } as const;
  return { order: { ...order, channel: "event", tenders: [tender] }, events };
}

function unpaid(ago: Ago): DemoOrder {
  const { order } = plain(ago, "DEMO-2007", [lamp], 0.2, true);
  const { tenders: _tenders, paidAt: _paidAt, ...agreed } = order;
  return { order: agreed, events: [] };
}

function arrived(ago: Ago, daysAgo: number): WireOrderEvent[] {
  return [
    { kind: "shipped", occurredAt: ago(daysAgo + 1), reference: "shipped" },
    { kind: "received", occurredAt: ago(daysAgo), reference: "received" },
  ];
}

import type { WireCreateOrder, WireOrderEvent } from "../../contract/index.ts";
import { customerOf, wechat } from "./parts.ts";
import type { Ago, DemoOrder } from "./parts.ts";

type Line = WireCreateOrder["lines"][number];

/** What carries a guarantee, red packets that were bought, and the fee of an event. */
export const otherOrders = (ago: Ago): DemoOrder[] => [
  ...["DEMO-3001", "DEMO-3002", "DEMO-3003", "DEMO-3004"].map((number) => serum(ago, number)),
  ...["DEMO-4001", "DEMO-4002"].map((number) => packet(ago, number)),
  ...["DEMO-5001", "DEMO-5002"].map((number) => fee(ago, number)),
];

function sold(orderNumber: string, paidAt: string, line: Line): WireCreateOrder {
  return {
    orderNumber,
    currency: "CNY",
    orderedAt: paidAt,
    paidAt,
    channel: "app",
    customer: customerOf(orderNumber),
    lines: [line],
    tenders: [wechat(orderNumber, line.quantity * line.unitPriceMinor)],
  };
}

/** A product that is sold with the guarantee. */
function serum(ago: Ago, orderNumber: string): DemoOrder {
  const order = sold(orderNumber, ago(35), {
    lineId: "serum",
    kind: "goods",
    productCode: "SERUM-30",
    productName: "焕亮精华液 30 毫升（无效退款）",
    quantity: 1,
    unitPriceMinor: 39_900,
  });
  const events: WireOrderEvent[] = [
    { kind: "shipped", occurredAt: ago(34), reference: "shipped" },
    { kind: "received", occurredAt: ago(32), reference: "received" },
  ];
  return { order, events };
}

function packet(ago: Ago, orderNumber: string): DemoOrder {
  const packetId = `RP-${orderNumber.slice(-4)}`;
  const creditedAt = ago(2);
  const order = sold(orderNumber, creditedAt, {
    lineId: "packet",
    kind: "packet",
    productCode: "RED-PACKET-100",
    productName: "百元红包",
    quantity: 1,
    unitPriceMinor: 10_000,
    packetId,
  });
  const events: WireOrderEvent[] = [
    {
      kind: "packet_changed",
      packetId,
      state: "granted",
      creditedAt,
      occurredAt: creditedAt,
      reference: "credited",
    },
  ];
  return { order, events };
}

/** What the shop knows of an event that was called off. */
const called = { campaign_off: true, registered: true, coupon_held: false, gift_promised: false };

function fee(ago: Ago, orderNumber: string): DemoOrder {
  const order = sold(orderNumber, ago(10), {
    lineId: "fee",
    kind: "campaign_fee",
    productCode: "SPRING-FAIR",
    productName: "春季品牌节报名费",
    quantity: 1,
    unitPriceMinor: 19_800,
  });
  const events = Object.entries(called).map(([fact, value]): WireOrderEvent => ({
    kind: "fact_established",
    fact,
    value,
    occurredAt: ago(0.1),
    reference: `fact-${fact}`,
  }));
  return { order, events };
}

import type { WireCreateOrder } from "../../../contract/index.ts";
import type { Sample } from "./samples.ts";

const packageOrder: WireCreateOrder = {
  orderNumber: "PACKAGE-1",
  currency: "CNY",
  orderedAt: "2026-03-02T09:00:00+08:00",
  signedAt: "2026-03-02T09:00:00+08:00",
  paidAt: "2026-03-02T09:05:00+08:00",
  customer: { kind: "consumer" },
  lines: [
    {
      lineId: "package",
      kind: "package",
      productName: "数字营销套餐",
      quantity: 1,
      unitPriceMinor: 3_600_000,
    },
  ],
  terms: {
    meters: [
      { meter: "ads", units: 200_000, shareMinor: 2_000_000, fullUnitMinor: 12 },
      { meter: "reports", units: 12, shareMinor: 1_000_000, fullUnitMinor: 100_000 },
      { meter: "tracking_days", units: 180, shareMinor: 600_000, fullUnitMinor: 4_000 },
    ],
  },
  tenders: [{ tenderId: "wechat", kind: "money", unit: "CNY", units: 3_600_000 }],
};

const used = [
  { kind: "used", meter: "ads", units: 50_000, occurredAt: "2026-03-20T00:00:00+08:00" },
  { kind: "used", meter: "reports", units: 3, occurredAt: "2026-03-20T00:00:00+08:00" },
] as const;

const goodsOrder: WireCreateOrder = {
  orderNumber: "GOODS-1",
  currency: "CNY",
  orderedAt: "2026-05-06T20:00:00+08:00",
  paidAt: "2026-05-06T20:01:00+08:00",
  customer: { kind: "consumer" },
  lines: [
    {
      lineId: "tea",
      kind: "goods",
      productName: "明前龙井茶叶",
      quantity: 2,
      unitPriceMinor: 16_800,
    },
    {
      lineId: "cup",
      kind: "goods",
      productName: "青花盖碗茶具",
      quantity: 1,
      unitPriceMinor: 12_900,
    },
    { lineId: "shipping", kind: "shipping", quantity: 1, unitPriceMinor: 1_000 },
  ],
  tenders: [
    { tenderId: "wechat", kind: "money", unit: "CNY", units: 46_500 },
    {
      tenderId: "packet",
      kind: "packet",
      unit: "packet:NEW-YEAR",
      units: 1_000,
      value: { minor: 1_000 },
    },
  ],
};

const claim = { final: false, facts: [], events: [], refusalCode: null, dueAt: null } as const;

/** What a merchant wrote before the interpretation came into force: less than the law allows. */
const formerPolicy = `makegood: policy/1
id: package-former
version: 1
title: {zh-CN: 套餐退款旧规则, zh-TW: 方案退款舊規則, en: Former rules on packages}
answers: [cancel]
binds: consumer
use: [day_payment]
heads:
  principal: {pay: order.prepaid}
clauses:
  week: {when: {day_payment: {at_most: 7d}}, give: {principal: 50%}}
  later: {when: {day_payment: {more_than: 7d}}, why: too_late, give: {principal: 0%}}
`;

export const cases: Readonly<Record<string, Sample>> = {
  "full-refund": {
    ...claim,
    order: packageOrder,
    kind: "cancel",
    items: [{}],
    receivedAt: "2026-03-04T10:00:00+08:00",
    decidedAt: "2026-03-04T10:00:00+08:00",
    policies: ["package-cancel-consumer.policy.yaml", "cn-prepaid-2025.floor.yaml"],
    dueAt: "2026-03-11T15:59:59.999Z",
  },
  "partial-with-voucher": {
    ...claim,
    order: packageOrder,
    events: used,
    kind: "cancel",
    items: [{}],
    facts: [{ fact: "cause", value: "trader", state: "attested" }],
    receivedAt: "2026-04-01T10:00:00+08:00",
    decidedAt: "2026-04-03T16:00:00+08:00",
    policies: ["package-cancel-consumer.policy.yaml", "cn-prepaid-2025.floor.yaml"],
    dueAt: "2026-04-10T15:59:59.999Z",
  },
  refusal: {
    ...claim,
    order: goodsOrder,
    events: [{ kind: "received", occurredAt: "2026-05-09T12:00:00+08:00" }],
    kind: "refund",
    items: [{ lineId: "cup" }],
    facts: [{ fact: "intact", value: true, state: "attested" }],
    receivedAt: "2026-05-28T09:00:00+08:00",
    decidedAt: "2026-05-29T09:00:00+08:00",
    policies: [
      "order-refund.policy.yaml",
      "cn-seven-day.floor.yaml",
      "cn-penalty-clock.floor.yaml",
    ],
    refusalCode: "too_late",
  },
  "red-packet": {
    ...claim,
    order: {
      orderNumber: "PACKET-1",
      currency: "CNY",
      orderedAt: "2026-02-10T20:00:00+08:00",
      paidAt: "2026-02-10T20:01:00+08:00",
      lines: [
        {
          lineId: "packet",
          kind: "packet",
          packetId: "SPRING-88",
          productName: "新春红包",
          quantity: 1,
          unitPriceMinor: 8_800,
        },
      ],
      tenders: [{ tenderId: "wechat", kind: "money", unit: "CNY", units: 8_800 }],
    },
    events: [
      {
        kind: "packet_changed",
        packetId: "SPRING-88",
        state: "activated",
        creditedAt: "2026-02-10T20:01:00+08:00",
        occurredAt: "2026-02-10T20:01:00+08:00",
      },
    ],
    kind: "packet_return",
    items: [{ packetId: "SPRING-88" }],
    receivedAt: "2026-02-15T11:00:00+08:00",
    decidedAt: "2026-02-15T11:00:00+08:00",
    policies: ["red-packet.policy.yaml"],
    dueAt: "2026-02-24T15:59:59.999Z",
  },
  unproven: {
    ...claim,
    order: {
      ...goodsOrder,
      orderNumber: "SERUM-1",
      lines: [
        {
          lineId: "serum",
          kind: "goods",
          productName: "焕亮精华液",
          quantity: 1,
          unitPriceMinor: 29_900,
        },
      ],
      tenders: [{ tenderId: "wechat", kind: "money", unit: "CNY", units: 29_900 }],
    },
    kind: "ineffective",
    items: [{ lineId: "serum" }],
    facts: [{ fact: "cycles", value: 3, lineId: "serum", state: "attested" }],
    receivedAt: "2026-06-20T09:00:00+08:00",
    decidedAt: "2026-06-29T09:00:00+08:00",
    final: true,
    policies: ["ineffective-guarantee.policy.yaml", "cn-penalty-clock.floor.yaml"],
    refusalCode: "not_proven",
  },
  "floor-holds": {
    ...claim,
    order: packageOrder,
    events: [{ kind: "used", meter: "reports", units: 3, occurredAt: "2026-03-04T00:00:00+08:00" }],
    kind: "cancel",
    items: [{}],
    receivedAt: "2026-03-08T10:00:00+08:00",
    decidedAt: "2026-03-08T10:00:00+08:00",
    policies: [formerPolicy, "cn-prepaid-2025.floor.yaml"],
    dueAt: "2026-03-15T15:59:59.999Z",
  },
};

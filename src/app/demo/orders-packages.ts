import type { WireCreateOrder, WireOrderEvent } from "../../contract/index.ts";
import { customerOf, wechat } from "./parts.ts";
import type { Ago, DemoOrder } from "./parts.ts";

/** Advertising, data analysis and behaviour tracking, each with its share of the price. */
const terms = {
  meters: [
    { meter: "ad_impressions", units: 200_000, shareMinor: 2_000_000, fullUnitMinor: 12 },
    { meter: "data_reports", units: 12, shareMinor: 1_000_000, fullUnitMinor: 100_000 },
    { meter: "tracking_days", units: 180, shareMinor: 600_000, fullUnitMinor: 4_000 },
  ],
};

/** Digital marketing packages: most buyers are companies. */
export function packageOrders(ago: Ago): DemoOrder[] {
  return [
    packageOrder("DEMO-1001", "business", ago(45), usage(ago, [50_000, 3, 40])),
    packageOrder("DEMO-1002", "business", ago(1.5), usage(ago, [4_000, 0, 1])),
    packageOrder("DEMO-1003", "consumer", ago(30), usage(ago, [60_000, 2, 28])),
    packageOrder("DEMO-1004", "business", ago(80), usage(ago, [200_000, 12, 180])),
    packageOrder("DEMO-1005", "business", ago(12), usage(ago, [9_500, 1, 11])),
  ];
}

function packageOrder(
  orderNumber: string,
  kind: "business" | "consumer",
  signedAt: string,
  events: readonly WireOrderEvent[],
): DemoOrder {
  const order: WireCreateOrder = {
    orderNumber,
    currency: "CNY",
    orderedAt: signedAt,
    signedAt,
    paidAt: signedAt,
    channel: "site",
    customer: customerOf(orderNumber, kind),
    lines: [
      {
        kind: "package",
        productCode: "PKG-FLAGSHIP",
        productName: "数字营销套餐·旗舰版（半年）",
        quantity: 1,
        unitPriceMinor: 3_600_000,
      },
    ],
    terms,
    tenders: [wechat(orderNumber, 3_600_000)],
  };
  return { order, events };
}

/** Units used by yesterday, or half a day ago for what was only just bought. */
function usage(ago: Ago, used: readonly number[]): WireOrderEvent[] {
  return terms.meters.flatMap(({ meter }, at): WireOrderEvent[] => {
    const units = used[at] ?? 0;
    if (units === 0) return [];
    return [{ kind: "used", meter, units, occurredAt: ago(0.5), reference: `use-${meter}` }];
  });
}

import { describe, expect, it } from "vitest";
import { freezeOrder } from "./index.ts";
import type { Adjustment, DraftTender, OrderDraft } from "./types.ts";
import { draftOf, goods, orderOf } from "./testing/build.ts";

const two = [goods("a", 1000), goods("b", 500, 2)];
const card = { tenderId: "card", kind: "money", unit: "CNY", units: 2000 } as const;
const draft = draftOf({ lines: two, tenders: [card] });

function problemOf(changes: Partial<OrderDraft>): unknown {
  const { code, path } = freezeOrder({ ...draft, ...changes }) as { code?: string; path?: string };
  return [code, path];
}

function adjusted(...adjustments: Adjustment[]): unknown {
  return problemOf({ adjustments });
}

function tendered(...tenders: Partial<DraftTender>[]): unknown {
  return problemOf({ tenders: tenders.map((tender) => ({ ...card, ...tender })) });
}

describe("freezeOrder refuses, with the place", () => {
  it("a currency that is none, and an order without lines", () => {
    expect(problemOf({ currency: "RMB" })).toEqual(["unknown_currency", "currency"]);
    expect(problemOf({ lines: [] })).toEqual(["empty_order", "lines"]);
  });

  it("two lines or tenders of one id", () => {
    const lines = [goods("a", 1), goods("b", 1), goods("a", 1)];
    expect(problemOf({ lines })).toEqual(["duplicate_id", "lines[2]"]);
    expect(problemOf({ tenders: [card, card] })).toEqual(["duplicate_id", "tenders[1]"]);
  });

  it("quantities below 1 or not whole", () => {
    for (const quantity of [0, -1, 1.5, Number.NaN, 2 ** 53]) {
      const lines = [goods("a", 1), goods("b", 1, quantity)];
      expect(problemOf({ lines })).toEqual(["bad_quantity", "lines[1].quantity"]);
    }
  });

  it("amounts that are negative, not whole or no number", () => {
    for (const amount of [-1, 0.5, Number.NaN, -Infinity]) {
      const lines = [{ ...goods("a", amount) }];
      expect(problemOf({ lines })).toEqual(["not_an_amount", "lines[0].unitPriceMinor"]);
      expect(tendered({ units: amount })).toEqual(["not_an_amount", "tenders[0].units"]);
    }
    const gift = { ...goods("a", 1), giftPriceMinor: -1 };
    expect(problemOf({ lines: [gift] })).toEqual(["not_an_amount", "lines[0].giftPriceMinor"]);
    const granted = [{ kind: "points", id: "p", amount: -1 }] as const;
    expect(problemOf({ granted })).toEqual(["not_an_amount", "granted[0].amount"]);
  });

  it("amounts and sums beyond 2^53 − 1, and takes exactly that", () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(problemOf({ lines: [goods("a", most + 1)] })).toEqual([
      "amount_too_large",
      "lines[0].unitPriceMinor",
    ]);
    expect(problemOf({ lines: [goods("a", most), goods("b", 1)] })).toEqual([
      "amount_too_large",
      "lines",
    ]);
    expect(problemOf({ lines: [goods("a", 2 ** 40, 2 ** 13)] })).toEqual([
      "amount_too_large",
      "lines",
    ]);
    expect(orderOf({ lines: [goods("a", most)], paid: most }).lines[0]?.paidMinor).toBe(most);
  });

  it("references to lines that are not there, or that hang on others themselves", () => {
    const tax = { lineId: "t", kind: "tax", quantity: 1, unitPriceMinor: 1 } as const;
    const missing = [...two, { ...tax, taxOf: "x" }];
    expect(problemOf({ lines: missing })).toEqual(["unknown_line", "lines[2].taxOf"]);
    const itself = [...two, { ...tax, taxOf: "t" }];
    expect(problemOf({ lines: itself })).toEqual(["bad_reference", "lines[2].taxOf"]);
    const gift = { ...goods("g", 0), giftOf: "a" };
    const nested = [...two, gift, { ...goods("h", 0), giftOf: "g" }];
    expect(problemOf({ lines: nested })).toEqual(["bad_reference", "lines[3].giftOf"]);
    const taxedGift = [...two, gift, { ...tax, unitPriceMinor: 0, taxOf: "g" }];
    expect(problemOf({ lines: taxedGift })).toEqual([undefined, undefined]);
  });

  it("discounts on unknown lines, of no amount, or above all of the price", () => {
    const off = { minor: 1 };
    const at = "adjustments[0]";
    const unknown = ["unknown_line", `${at}.lineIds`];
    expect(adjusted({ kind: "item_discount", lineId: "x", off })).toEqual([
      "unknown_line",
      `${at}.lineId`,
    ]);
    expect(adjusted({ kind: "order_discount", off, lineIds: ["a", "x"] })).toEqual(unknown);
    expect(adjusted({ kind: "coupon", couponId: "c", off, lineIds: ["x"] })).toEqual(unknown);
    expect(adjusted({ kind: "threshold", tiers: [], lineIds: ["x"] })).toEqual(unknown);
    expect(adjusted({ kind: "coupon", couponId: "c", off: { minor: -1 } })).toEqual([
      "not_an_amount",
      `${at}.off.minor`,
    ]);
    for (const percent of ["101%", "-1%", "ten", ""]) {
      expect(adjusted({ kind: "order_discount", off: { percent } })).toEqual([
        "bad_percent",
        `${at}.off.percent`,
      ]);
    }
    expect(adjusted({ kind: "item_discount", lineId: "a", off: { percent: "5" } })).toEqual([
      "bad_percent",
      `${at}.off.percent`,
    ]);
  });

  it("tiers that are missing, do not rise, or hold no amounts", () => {
    const tier = { fromMinor: 100, off: { minor: 1 } };
    const threshold = (tiers: (typeof tier)[]): unknown => adjusted({ kind: "threshold", tiers });
    expect(threshold([])).toEqual(["bad_tiers", "adjustments[0].tiers"]);
    expect(threshold([tier, tier])).toEqual(["bad_tiers", "adjustments[0].tiers"]);
    expect(threshold([{ ...tier, fromMinor: -1 }])).toEqual([
      "not_an_amount",
      "adjustments[0].tiers[0].fromMinor",
    ]);
    expect(threshold([tier, { fromMinor: 200, off: { minor: 0.5 } }])).toEqual([
      "not_an_amount",
      "adjustments[0].tiers[1].off.minor",
    ]);
  });

  it("a charge above what the lines come to", () => {
    expect(adjusted({ kind: "charged", totalMinor: 2001 })).toEqual([
      "charged_above_total",
      "adjustments[0].totalMinor",
    ]);
    expect(adjusted({ kind: "charged", totalMinor: -1 })).toEqual([
      "not_an_amount",
      "adjustments[0].totalMinor",
    ]);
    expect(adjusted({ kind: "charged", totalMinor: 2000 })).toEqual([undefined, undefined]);
  });

  it("grants and tenders on unknown lines", () => {
    const granted = [{ kind: "points", id: "p", amount: 1, lineIds: ["x"] }] as const;
    expect(problemOf({ granted })).toEqual(["unknown_line", "granted[0].lineIds"]);
    expect(tendered({ lineIds: ["x"] })).toEqual(["unknown_line", "tenders[0].lineIds"]);
  });

  it("money of another currency without its value, and all else that counts in one", () => {
    for (const kind of ["money", "wallet"] as const) {
      expect(tendered({ kind, unit: "USD" })).toEqual(["mixed_currency", "tenders[0].unit"]);
    }
    for (const kind of ["gift_card", "packet", "points"] as const) {
      expect(tendered({ kind, unit: "USD", value: { minor: 2000 } })).toEqual([
        "mixed_currency",
        "tenders[0].unit",
      ]);
    }
    expect(tendered({ unit: "points" })).toEqual(["mixed_currency", "tenders[0].unit"]);
    expect(tendered({ kind: "wallet", unit: "coins" })).toEqual([
      "mixed_currency",
      "tenders[0].unit",
    ]);
  });

  it("tenders without a clear value", () => {
    const bad = ["bad_tender_value", "tenders[0]"];
    const points = { kind: "points", unit: "points" } as const;
    expect(tendered({ units: 0 })).toEqual(bad);
    expect(tendered({ units: 1999, value: { minor: 2000 } })).toEqual(bad);
    expect(tendered(points)).toEqual(bad);
    expect(tendered({ ...points, value: { minor: 0 } })).toEqual(bad);
    expect(tendered({ ...points, value: { minor: 0.5 } })).toEqual(bad);
    expect(tendered({ ...points, units: 0, value: { minor: 2000 } })).toEqual(bad);
    expect(tendered({ ...points, value: { perUnit: "cheap" } })).toEqual(bad);
    expect(tendered({ ...points, value: { perUnit: "-1" } })).toEqual(bad);
    expect(tendered({ ...points, value: { perUnit: "1/2001" } })).toEqual(bad);
    expect(tendered({ ...points, value: { perUnit: "9007199254740991" } })).toEqual(bad);
  });

  it("tenders that do not add up to the lines, saying both sums", () => {
    expect(freezeOrder({ ...draft, tenders: [{ ...card, units: 1999 }] })).toEqual({
      code: "tenders_do_not_add_up",
      path: "tenders",
      sentence:
        "the tenders are worth `1999` and the lines come to `2000` minor units: make them equal, " +
        'or, where the rest is paid later, say `"balanceDueMinor": 1`',
    });
    expect(problemOf({ tenders: [] })).toEqual(["tenders_do_not_add_up", "tenders"]);
  });

  it("restrictions that no split can honour, with what is left over", () => {
    const packet = { ...card, tenderId: "p", kind: "packet", unit: "packet:p" } as const;
    const tenders = [
      { ...card, units: 800 },
      { ...packet, units: 1200, lineIds: ["a"] },
    ];
    expect(freezeOrder({ ...draft, tenders })).toMatchObject({
      code: "restriction_not_met",
      path: "tenders[1].lineIds",
      sentence: expect.stringContaining("`200` minor units of `p`") as string,
    });
  });
});

describe("freezeOrder says", () => {
  const sentenceOf = (changes: Partial<OrderDraft>): string =>
    (freezeOrder({ ...draft, ...changes }) as { sentence: string }).sentence;
  const line = (more: object): Partial<OrderDraft> => ({ lines: [{ ...goods("a", 1), ...more }] });
  const off = (percent: string): Partial<OrderDraft> => ({
    adjustments: [{ kind: "order_discount", off: { percent } }],
  });
  const points = { ...card, kind: "points", unit: "points" } as const;

  it.each<[Partial<OrderDraft>, string]>([
    [{ currency: "RMB" }, "`RMB` is not a currency: use a code of ISO 4217, such as CNY"],
    [{ lines: [] }, "the order has no lines: give at least one"],
    [{ tenders: [card, card] }, "`card` names two of the tenders: give each its own id"],
    [line({ quantity: 0 }), "`0` is not a quantity: use a whole number of 1 or more"],
    [line({ unitPriceMinor: -1 }), "`-1` is not an amount: use whole minor units of 0 or more"],
    [
      line({ unitPriceMinor: 2 ** 53 }),
      "`9007199254740992` is too large: use at most 9007199254740991 minor units",
    ],
    [line({ taxOf: "x" }), "`x` is not a line of this order: name one of its lines"],
    [line({ taxOf: "a" }), "`a` hangs on another line itself: name the line that was bought"],
    [off("101%"), "`101%` is not a share of the price: write it like 10%, at most 100%"],
    [
      { adjustments: [{ kind: "threshold", tiers: [] }] },
      "the tiers do not rise: order them by amount",
    ],
    [
      { adjustments: [{ kind: "charged", totalMinor: 2001 }] },
      "`2001` is more than the lines come to, 2000: add a line for the rest",
    ],
    [
      { tenders: [{ ...card, unit: "USD" }] },
      "`USD` is not the order's currency, CNY: money of another currency needs its " +
        "`value` at sale, and nothing else is counted in one",
    ],
    [
      { tenders: [points] },
      "`2000` of `points` have no clear value in CNY: give at least 1 unit and what it is worth",
    ],
    [
      { tenders: [{ ...card, lineIds: ["a"] }] },
      "`1000` minor units of `card` find no line that they may pay: " +
        "allow more lines or pay less with it",
    ],
  ])("why not %j", (changes, sentence) => {
    expect(sentenceOf(changes)).toBe(sentence);
  });
});

describe("freezeOrder allocates", () => {
  it("discounts one after another, each on what the earlier ones left", () => {
    const order = orderOf({
      lines: two,
      adjustments: [
        { kind: "item_discount", lineId: "a", off: { percent: "50%" } },
        { kind: "order_discount", off: { minor: 300 } },
        { kind: "coupon", couponId: "c", off: { percent: "10%" }, lineIds: ["b"] },
      ],
      paid: 1120,
    });
    expect(order.lines.map((line) => [line.listMinor, line.paidMinor])).toEqual([
      [1000, 400],
      [1000, 720],
    ]);
    expect(order.coupons).toEqual([
      { couponId: "c", allocations: [{ lineId: "b", offMinor: 80 }] },
    ]);
  });

  it("to goods, services and packages unless it is told otherwise", () => {
    const kinds = ["goods", "service", "package", "shipping", "fee", "packet"] as const;
    const order = orderOf({
      lines: kinds.map((kind) => ({ lineId: kind, kind, quantity: 1, unitPriceMinor: 100 })),
      adjustments: [{ kind: "order_discount", off: { minor: 30 } }],
      paid: 570,
    });
    expect(order.lines.map((line) => line.paidMinor)).toEqual([90, 90, 90, 100, 100, 100]);
  });

  it("no more than the lines are worth, and rounds a percentage halves up", () => {
    const free = orderOf({
      lines: [goods("a", 100), goods("b", 50)],
      adjustments: [{ kind: "coupon", couponId: "c", off: { minor: 900 }, lineIds: ["a"] }],
      paid: 50,
    });
    expect(free.lines.map((line) => line.paidMinor)).toEqual([0, 50]);
    const half = orderOf({
      lines: [goods("a", 5)],
      adjustments: [{ kind: "order_discount", off: { percent: "10%" } }],
      paid: 4,
    });
    expect(half.lines[0]?.paidMinor).toBe(4);
  });

  it("the last tier that is reached, and remembers the prices that counted", () => {
    const tiers = [
      { fromMinor: 1000, off: { minor: 100 } },
      { fromMinor: 2000, off: { percent: "20%" } },
      { fromMinor: 2001, off: { minor: 2000 } },
    ];
    const order = orderOf({ lines: two, adjustments: [{ kind: "threshold", tiers }], paid: 1600 });
    expect(order.thresholds).toEqual([
      {
        tiers,
        lines: [
          { lineId: "a", pricedMinor: 1000, offMinor: 200 },
          { lineId: "b", pricedMinor: 1000, offMinor: 200 },
        ],
      },
    ]);
    const high = [{ fromMinor: 9000, off: { minor: 1 } }];
    const none = orderOf({
      lines: two,
      adjustments: [{ kind: "threshold", tiers: high }],
      paid: 2000,
    });
    expect(none.thresholds).toEqual([]);
  });

  it("a threshold to its own lines alone", () => {
    const tiers = [{ fromMinor: 1000, off: { minor: 100 } }];
    const threshold = { kind: "threshold", tiers, lineIds: ["b"] } as const;
    const order = orderOf({ lines: two, adjustments: [threshold], paid: 1900 });
    expect(order.lines.map((line) => line.paidMinor)).toEqual([1000, 900]);
    expect(order.thresholds[0]?.lines.map((line) => line.lineId)).toEqual(["b"]);
  });

  it("what came with the order to the lines it came with", () => {
    const order = orderOf({
      lines: [...two, goods("free", 0)],
      granted: [
        { kind: "points", id: "all", amount: 3 },
        { kind: "packet", id: "p", amount: 10, lineIds: ["b"] },
        { kind: "gift", id: "g", amount: 1, lineIds: ["free"] },
        { kind: "points", id: "some", amount: 7, lineIds: ["a", "free"] },
      ],
      paid: 2000,
    });
    expect(order.granted.map((one) => one.allocations)).toEqual([
      [
        { lineId: "a", amount: 2 },
        { lineId: "b", amount: 1 },
      ],
      [{ lineId: "b", amount: 10 }],
      [{ lineId: "free", amount: 1 }],
      [
        { lineId: "a", amount: 7 },
        { lineId: "free", amount: 0 },
      ],
    ]);
    const packets = order.granted.map((one) => one.packet);
    expect(packets).toEqual([null, { spentMinor: 0, returnedMinor: 0 }, null, null]);
  });

  it("what came with an order of nothing to nothing", () => {
    const granted = [{ kind: "points", id: "p", amount: 3 }] as const;
    const order = orderOf({ lines: [goods("a", 0)], granted });
    expect(order.granted[0]?.allocations).toEqual([]);
  });

  it("points at their value, rounded down, and money at its own", () => {
    const order = orderOf({
      lines: two,
      tenders: [
        { tenderId: "p", kind: "points", unit: "points", units: 333, value: { perUnit: "0.5" } },
        { tenderId: "w", kind: "wallet", unit: "CNY", units: 1834, value: { minor: 1834 } },
      ],
    });
    expect(order.tenders.map((tender) => [tender.units, tender.valueMinor])).toEqual([
      [333, 166],
      [1834, 1834],
    ]);
  });

  it("tenders over lines by price, restricted ones first", () => {
    const packet = { kind: "packet", lineIds: ["b"] } as const;
    const order = orderOf({
      lines: two,
      tenders: [
        { ...card, units: 1400 },
        { ...packet, tenderId: "p", unit: "packet:p", units: 600 },
      ],
    });
    expect(order.split).toEqual([
      [1000, 0],
      [400, 600],
    ]);
  });

  it("restricted tenders before the others, wherever they stand in the list", () => {
    const order = orderOf({
      lines: [goods("a", 1000), goods("b", 500), goods("c", 500)],
      tenders: [
        { ...card, units: 900 },
        { tenderId: "w", kind: "wallet", unit: "CNY", units: 900 },
        { tenderId: "p", kind: "packet", unit: "packet:p", units: 200, lineIds: ["b"] },
      ],
    });
    expect(order.split).toEqual([
      [500, 500, 0],
      [150, 150, 200],
      [250, 250, 0],
    ]);
  });

  it("tenders so that one makes way for another that can go nowhere else", () => {
    const packet = { kind: "packet", unit: "packet:p", units: 100 } as const;
    const order = orderOf({
      lines: [goods("a", 100), goods("b", 100), goods("c", 100)],
      tenders: [
        { ...packet, tenderId: "1", lineIds: ["a", "b"] },
        { ...packet, tenderId: "2", lineIds: ["b", "c"] },
        { ...packet, tenderId: "3", lineIds: ["b", "c"] },
      ],
    });
    expect(order.split[0]).toEqual([100, 0, 0]);
    expect(order.split.map((row) => row.reduce((a, b) => a + b, 0))).toEqual([100, 100, 100]);
  });

  it("keeps ids, kinds and references, with null for what is not said", () => {
    const order = orderOf({
      lines: [
        goods("a", 100),
        { ...goods("g", 0), kind: "gift", giftOf: "a", giftPriceMinor: 30 },
        { ...goods("p", 0), kind: "packet", packetId: "red" },
        { ...goods("t", 5), kind: "tax", taxOf: "a" },
      ],
      thresholdRule: "reprice",
      paid: 105,
    });
    const none = { taxOf: null, giftOf: null, giftPriceMinor: null, packetId: null };
    const line = { quantity: 1, listMinor: 0, paidMinor: 0, ...none };
    expect(order.lines).toEqual([
      { ...line, lineId: "a", kind: "goods", listMinor: 100, paidMinor: 100 },
      { ...line, lineId: "g", kind: "gift", giftOf: "a", giftPriceMinor: 30 },
      { ...line, lineId: "p", kind: "packet", packetId: "red" },
      { ...line, lineId: "t", kind: "tax", listMinor: 5, paidMinor: 5, taxOf: "a" },
    ]);
    expect([order.thresholdRule, order.disputes, order.outsideDebits]).toEqual(["reprice", [], []]);
    expect(orderOf({ lines: two, paid: 2000 }).thresholdRule).toBe("keep");
  });
});

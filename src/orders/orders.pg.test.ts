import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRefusal } from "../contract/index.ts";
import type { Refusal, WireCreateOrder, WireOrder, WireOrderEvent } from "../contract/index.ts";
import { ledgerSum, trialBalance } from "../ledger/index.ts";
import { newId, readTransaction, transact } from "../platform/index.ts";
import { insertMerchant, testActor, testPlatform } from "../platform/testing.ts";
import type { TestPlatform } from "../platform/testing.ts";
import { orderView } from "./flow/order-view.ts";
import { createOrder, findOrderByContact, loadFactsForClaims, recordEvent } from "./index.ts";
import { rememberingPorts } from "./testing/ports.ts";
import { sampleOrder, unpaidOrder } from "./testing/samples.ts";

let test: TestPlatform;
let ports: ReturnType<typeof rememberingPorts>;
beforeAll(async () => {
  test = await testPlatform();
  ports = rememberingPorts(test.platform);
});
afterAll(() => test.close());

const unit = () => ({ merchantId: test.merchantId, actor: test.actor, route: "test" });
const create = (input: WireCreateOrder) =>
  transact(test.platform, unit(), (tx) => createOrder(tx, ports, input));
const record = (orderId: string, event: WireOrderEvent) =>
  transact(test.platform, unit(), (tx) => recordEvent(tx, ports, orderId, event));
const view = async (orderId: string): Promise<WireOrder> => {
  const found = await readTransaction(test.platform, test.merchantId, (tx) =>
    orderView(tx, test.platform.vault, orderId),
  );
  if (found === null) throw new Error("no such order");
  return found;
};
const created = async (input: WireCreateOrder): Promise<string> => {
  const answer = await create(input);
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer.orderId;
};
const codeOf = (answer: unknown): string | null => (isRefusal(answer) ? answer.code : null);
const refusalOf = (answer: unknown): Refusal => {
  if (!isRefusal(answer)) throw new Error("not refused");
  return answer;
};
const load = async (orderId: string) => {
  const [order] = await readTransaction(test.platform, test.merchantId, (tx) =>
    loadFactsForClaims(tx, [orderId]),
  );
  return order!;
};

/** One package of 1.00, with these terms. */
const packageOrder = (terms: NonNullable<WireCreateOrder["terms"]>): WireCreateOrder =>
  sampleOrder({
    lines: [{ kind: "package", quantity: 1, unitPriceMinor: 400 }],
    tenders: [{ kind: "money", unit: "CNY", units: 100 }],
    terms,
  });

describe("an order that comes paid", () => {
  it("is frozen, posted and told to treasury in one commit", async () => {
    const input = sampleOrder();
    const orderId = await created(input);
    const order = await view(orderId);
    expect(order).toMatchObject({ status: "paid", paidMinor: 3500, policiesFrom: "default" });
    expect(order.paidAt).toBe("2026-01-02T02:05:00.000Z");
    expect(order.lines.map(({ lineId, paidMinor }) => [lineId, paidMinor])).toEqual([
      ["1", 2700],
      ["2", 800],
    ]);
    expect(order.events.map(({ kind }) => kind)).toEqual(["confirmed", "paid"]);
    expect(ports.captured.at(-1)).toMatchObject({ orderId, tenders: [{ tenderId: "1" }] });
    const balances = await readTransaction(test.platform, test.merchantId, trialBalance);
    expect(balances.map(({ account }) => account)).toEqual(["gateway:shop:cash", "sales:captured"]);
    expect(await readTransaction(test.platform, test.merchantId, ledgerSum)).toEqual([
      { unit: "CNY", sum: 0n },
    ]);
  });

  it("may cost nothing", async () => {
    const off = { kind: "order_discount" as const, off: { percent: "100%" } };
    const lines = [{ kind: "goods" as const, quantity: 1, unitPriceMinor: 5 }];
    const orderId = await created(sampleOrder({ lines, adjustments: [off], tenders: [] }));
    expect(await view(orderId)).toMatchObject({ status: "paid", paidMinor: 0, tenders: [] });
  });

  it("is refused where it does not add up, and leaves nothing behind", async () => {
    const tenders = [{ kind: "money" as const, unit: "CNY", units: 3499 }];
    const wrong = sampleOrder({ tenders });
    expect(refusalOf(await create(wrong))).toMatchObject({
      code: "order_inconsistent",
      field: "/tenders",
    });
    expect(codeOf(await create(sampleOrder({ orderNumber: wrong.orderNumber })))).toBeNull();
  });

  it.each<[string, Partial<WireCreateOrder>]>([
    ["currency_unknown", { currency: "XXQ" }],
    ["instant_ahead", { paidAt: "2026-01-05T11:00:00+08:00" }],
    ["zone_unknown", { zone: "Mars/Olympus" }],
    ["policy_unknown", { policies: [{ id: "no-such", version: 1 }] }],
    ["order_invalid", { adjustments: [{ kind: "item_discount", lineId: "9", off: { minor: 1 } }] }],
  ])("is refused as %s", async (code, change) => {
    expect(codeOf(await create(sampleOrder(change)))).toBe(code);
  });

  it("has a number of its own", async () => {
    const input = sampleOrder();
    await created(input);
    expect(refusalOf(await create(input))).toMatchObject({
      code: "order_number_taken",
      values: { orderNumber: input.orderNumber },
    });
  });

  it("is written once when two arrive together", async () => {
    const input = sampleOrder();
    const answers = await Promise.all([create(input), create(input), create(input)]);
    expect(answers.map(codeOf).sort()).toEqual([null, "order_number_taken", "order_number_taken"]);
  });

  it("is rolled back when treasury refuses", async () => {
    const input = sampleOrder();
    const refusal = { refusal: true, code: "gateway_account_unknown", values: {}, field: null };
    const refusing = { ...ports, onPaid: () => Promise.resolve(refusal as Refusal) };
    const answer = await transact(test.platform, unit(), (tx) => createOrder(tx, refusing, input));
    expect(codeOf(answer)).toBe("gateway_account_unknown");
    expect(codeOf(await create(input))).toBeNull();
  });
});

describe("an order that is paid later", () => {
  it("goes from draft over effective to paid, and is frozen then", async () => {
    const orderId = await created(unpaidOrder({ status: "draft" }));
    expect(await load(orderId)).toMatchObject({ status: "draft", facts: null });
    expect(codeOf(await record(orderId, { kind: "paid", tenders: [] }))).toBe("order_state");
    expect(await record(orderId, { kind: "confirmed" })).toMatchObject({ status: "effective" });
    const tenders = [{ kind: "wallet" as const, unit: "CNY", units: 3500 }];
    expect(await record(orderId, { kind: "paid", tenders })).toMatchObject({ paidMinor: 3500 });
    const order = await load(orderId);
    expect(order.facts?.split).toEqual([[2700], [800]]);
    expect(order.record.paidAt).toBe(test.platform.clock.now());
    expect(await record(orderId, { kind: "paid", tenders })).toMatchObject({ paidMinor: 3500 });
    expect(ports.excess.at(-1)).toMatchObject({ orderId, payments: [{ units: 3500 }] });
  });

  it("cannot be paid with less than it costs", async () => {
    const orderId = await created(unpaidOrder());
    const tenders = [{ kind: "money" as const, unit: "CNY", units: 3499 }];
    expect(codeOf(await record(orderId, { kind: "paid", tenders }))).toBe("order_inconsistent");
    expect((await load(orderId)).status).toBe("effective");
  });

  it("gives back money that comes after it was cancelled", async () => {
    const orderId = await created(unpaidOrder());
    await record(orderId, { kind: "cancelled" });
    const tenders = [{ kind: "money" as const, unit: "CNY", units: 3500 }];
    const answer = await record(orderId, { kind: "paid", tenders });
    expect(answer).toMatchObject({ status: "cancelled", paidMinor: null });
    expect(ports.excess.at(-1)).toMatchObject({ orderId, payments: [{ units: 3500 }] });
  });
});

describe("events", () => {
  it("are recorded once per reference", async () => {
    const meter = { meter: "ads", units: 10, shareMinor: 100, fullUnitMinor: 20 };
    const orderId = await created(packageOrder({ meters: [meter] }));
    const used: WireOrderEvent = { kind: "used", meter: "ads", units: 3, reference: "u-1" };
    for (let time = 0; time < 3; time += 1) await record(orderId, used);
    const { events } = await view(orderId);
    expect(events.filter(({ kind }) => kind === "used")).toHaveLength(1);
  });

  it("change what is known of disputes and packets, the last word counting", async () => {
    const granted = [{ kind: "packet" as const, id: "p1", amount: 100 }];
    const orderId = await created(sampleOrder({ granted }));
    const dispute = { kind: "dispute_changed" as const, disputeId: "d1", tenderId: "1" };
    const allocations = [{ lineId: "1", amountMinor: 100 }];
    await record(orderId, { ...dispute, state: "open", allocations });
    await record(orderId, { ...dispute, state: "won", allocations });
    await record(orderId, { kind: "packet_changed", packetId: "p1", spentMinor: 40 });
    await record(orderId, { kind: "packet_changed", packetId: "p1", returnedMinor: 10 });
    await record(orderId, { kind: "debited_outside", debitId: "x", tenderId: "1", units: 7 });
    const { facts } = await load(orderId);
    expect(facts?.disputes).toEqual([
      { disputeId: "d1", tenderId: "1", state: "won", allocations },
    ]);
    expect(facts?.granted[0]?.packet).toEqual({ spentMinor: 40, returnedMinor: 10 });
    expect(facts?.outsideDebits).toEqual([{ debitId: "x", tenderId: "1", units: 7 }]);
  });

  it.each<[string, WireOrderEvent]>([
    ["order_line_unknown", { kind: "received", lineId: "9" }],
    ["order_state", { kind: "confirmed" }],
    ["instant_ahead", { kind: "signed", occurredAt: "2026-01-05T10:06:00+08:00" }],
    ["order_tender_unknown", { kind: "debited_outside", debitId: "d", tenderId: "9", units: 1 }],
    ["order_packet_unknown", { kind: "packet_changed", packetId: "p", spentMinor: 1 }],
    ["order_without_meters", { kind: "used", meter: "ads", units: 1 }],
    ["event_fact_unknown", { kind: "fact_established", fact: "exluded", value: "art6" }],
    ["event_fact_of_claim", { kind: "fact_established", fact: "intact", value: true }],
    ["fact_derived", { kind: "fact_established", fact: "extent", value: "all" }],
    ["event_fact_of_line", { kind: "fact_established", fact: "excluded", value: "art6" }],
    [
      "event_fact_of_order",
      { kind: "fact_established", fact: "campaign_off", value: true, lineId: "1" },
    ],
    [
      "order_line_unknown",
      { kind: "fact_established", fact: "excluded", value: "art6", lineId: "9" },
    ],
    [
      "fact_value_wrong",
      { kind: "fact_established", fact: "excluded", value: "art_6", lineId: "1" },
    ],
  ])("are refused as %s", async (code, event) => {
    expect(codeOf(await record(await created(sampleOrder()), event))).toBe(code);
  });

  it("count use of what was sold, and of nothing else", async () => {
    const meter = { meter: "ads", units: 10, shareMinor: 100, fullUnitMinor: 20 };
    const orderId = await created(packageOrder({ meters: [meter] }));
    expect(await record(orderId, { kind: "used", meter: "ads", units: 3 })).toMatchObject({
      status: "serving",
    });
    const slip = await record(orderId, { kind: "used", meter: "adds", units: 3 });
    expect(refusalOf(slip)).toMatchObject({ code: "order_meter_unknown", field: "/meter" });
  });

  it("are refused for an order that is not there", async () => {
    expect(codeOf(await record(newId(), { kind: "shipped" }))).toBe("not_found");
  });

  it("tell when a line was received, the last part counting", async () => {
    const orderId = await created(sampleOrder());
    await record(orderId, { kind: "received", occurredAt: "2026-01-03T00:00:00Z" });
    await record(orderId, { kind: "received", lineId: "1", occurredAt: "2026-01-04T00:00:00Z" });
    const { lines } = await view(orderId);
    expect(lines.map(({ receivedAt }) => receivedAt)).toEqual([
      "2026-01-04T00:00:00.000Z",
      "2026-01-03T00:00:00.000Z",
    ]);
  });
});

describe("a customer", () => {
  const customer = {
    reference: "C-77",
    kind: "business" as const,
    name: "Lin",
    phone: "+86 138 0013 8000",
    email: "Lin@Example.com",
  };
  const find = (orderNumber: string, contact: string) =>
    findOrderByContact(test.platform, test.merchantId, orderNumber, contact);

  it("is kept sealed, and is one over several orders", async () => {
    const first = await view(await created(sampleOrder({ customer })));
    const second = await view(
      await created(sampleOrder({ customer: { ...customer, name: "L." } })),
    );
    expect(first.customer).toMatchObject({ name: "Lin", kind: "business", reference: "C-77" });
    expect(second.customer).toMatchObject({ name: "L.", customerId: first.customer?.customerId });
    const plain = await test.database.asOwner<{ text: string }>(
      `select set_config('app.merchant', '${test.merchantId}', false), o::text || c::text as text
       from orders o, customers c`,
    );
    expect(JSON.stringify(plain)).not.toMatch(/Lin|13800138000|example/i);
  });

  it("finds an order by its number and phone or e-mail, and by nothing less", async () => {
    const input = sampleOrder({ customer });
    const orderId = await created(input);
    const other = sampleOrder({ customer: { phone: "13900139000" } });
    await created(other);
    expect(await find(input.orderNumber, "138-0013-8000")).toEqual({ orderId });
    expect(await find(` ${input.orderNumber} `, "LIN@example.com ")).toEqual({ orderId });
    expect(await find(input.orderNumber, "13900139000")).toBeNull();
    expect(await find(other.orderNumber, "lin@example.com")).toBeNull();
    expect(await find("no-such", "13800138000")).toBeNull();
  });

  it("without anything personal has no person", async () => {
    const orderId = await created(sampleOrder({ customer: { reference: "C-78" } }));
    expect(await load(orderId)).toMatchObject({ personId: null, customerKind: "consumer" });
  });
});

describe("another merchant", () => {
  it("sees and finds nothing", async () => {
    const orderId = await created(sampleOrder());
    const other = newId();
    await insertMerchant(test.platform, other);
    const { vault } = test.platform;
    const seen = await readTransaction(test.platform, other, (tx) => orderView(tx, vault, orderId));
    expect(seen).toBeNull();
    const actor = testActor(other);
    const unitOfOther = { merchantId: other, actor, route: "test" };
    const answer = await transact(test.platform, unitOfOther, (tx) =>
      recordEvent(tx, ports, orderId, { kind: "shipped" }),
    );
    expect(codeOf(answer)).toBe("not_found");
  });
});

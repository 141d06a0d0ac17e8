import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarOf, compare, one, parseFraction, zero } from "../../core/index.ts";
import type { Fact, FactInput, OrderFacts } from "../../core/index.ts";
import { accepted, freezeOrder } from "../../core/index.ts";
import { currentFacts } from "./current-facts.ts";
import { factsOf } from "./derived-facts.ts";
import type { ClaimedItem } from "./facts-request.ts";
import type { OrderRecord, RecordedEvent, Terms } from "./order-record.ts";
import { consumedAtDiscount, consumedAtFull, usedShare } from "./usage.ts";

const at = (text: string): number => Date.parse(text);
const filedAt = at("2026-01-10T12:00:00+08:00");

const order = accepted(
  freezeOrder({
    currency: "CNY",
    zone: "Asia/Shanghai",
    lines: [
      { lineId: "ads", kind: "package", quantity: 1, unitPriceMinor: 100_000 },
      { lineId: "cup", kind: "goods", quantity: 2, unitPriceMinor: 1_000 },
      { lineId: "post", kind: "shipping", quantity: 1, unitPriceMinor: 800 },
    ],
    adjustments: [],
    granted: [{ kind: "packet", id: "p", amount: 500 }],
    tenders: [{ tenderId: "1", kind: "money", unit: "CNY", units: 102_800 }],
  }),
) as OrderFacts;

const terms: Terms = {
  meters: [
    { meter: "clicks", units: 1000, shareMinor: 60_000, fullUnitMinor: 90 },
    { meter: "reports", units: 4, shareMinor: 40_000, fullUnitMinor: 12_000 },
  ],
};

const base = {
  scope: "order",
  by: "event",
  proof: [],
  burden: null,
  derived: null,
  reads: [],
  clock: null,
  beforeStart: null,
  text: { "zh-CN": "", "zh-TW": "", en: "" },
} as const;
const fact = (name: string, change: Partial<Fact>): Fact =>
  ({ ...base, name, type: "ratio", ...change }) as Fact;
const range = (to: number) => ({
  from: { kind: "whole", value: 0, text: "0" } as const,
  to: { kind: "whole", value: to, text: String(to) } as const,
});
const clock = (from: string, count: string | null = null) => ({
  from,
  to: "claim.filed_at",
  count,
  first: count === null ? null : "next_day",
  roll: null,
});

function answer(
  asked: Fact,
  events: readonly RecordedEvent[],
  change: Partial<OrderRecord> & { items?: ClaimedItem[]; said?: Record<string, FactInput> } = {},
) {
  const { items = [], said = {}, ...moments } = change;
  const orderedAt = at("2026-01-02T10:00:00+08:00");
  const record: OrderRecord = { orderedAt, signedAt: null, paidAt: orderedAt, events, ...moments };
  const facts: Record<string, Fact> = { [asked.name]: asked };
  if (asked.reads[0] !== undefined) facts[asked.reads[0]] = fact(asked.reads[0], { scope: "line" });
  const known = factsOf({
    facts,
    order,
    record,
    items,
    claimed: items,
    filedAt,
    endsAt: null,
    calendar: calendarOf({ zone: "Asia/Shanghai", calendar: null }),
    periods: [{ months: 1, days: 0 }],
    given: (_, lineId) => said[lineId],
  });
  const places = {
    order: known.orderFacts,
    line: known.lineFacts("cup"),
    packet: known.packetFacts("p"),
  };
  return places[asked.scope][asked.name];
}

const event = (value: unknown) => ({ state: "event", value });
const whole = (lineId: string, to: number): ClaimedItem => ({
  lineId,
  packetId: null,
  from: 0,
  to,
});

describe("clocks", () => {
  const since = fact("since", { type: "duration", clock: clock("order.paid_at") });

  it("count whole seconds from the payment", () => {
    const paidAt = filedAt - 72 * 3_600_000 - 999;
    expect(answer(since, [], { paidAt })).toEqual(event(259_200));
    expect(answer(since, [], { paidAt: filedAt - 72 * 3_600_000 - 1000 })).toEqual(event(259_201));
  });

  it("know nothing before the payment", () => {
    expect(answer(since, [], { paidAt: null })).toBeUndefined();
  });

  it("stay within the catalogue's range", () => {
    const bounded = fact("since", { ...since, range: range(3600) } as Partial<Fact>);
    expect(answer(bounded, [], { paidAt: filedAt - 9e9 })).toEqual(event(3600));
  });

  it("count days of a line from its last receipt, and none before it", () => {
    const days = { type: "days", scope: "line", clock: clock("line.received_at", "calendar_days") };
    const receipt = fact("day_receipt", days as Partial<Fact>);
    const received = (text: string, lineId: string | null): RecordedEvent => ({
      kind: "received",
      occurredAt: at(text),
      lineId,
    });
    const twice = [
      received("2026-01-03T23:59:59+08:00", null),
      received("2026-01-05T00:00:00+08:00", "cup"),
    ];
    const marks = { "1mo": 31 };
    expect(answer(receipt, twice.slice(0, 1))).toEqual({ ...event(7), marks });
    expect(answer(receipt, twice)).toEqual({ ...event(5), marks });
    expect(answer(receipt, [received("2026-01-05T00:00:00+08:00", "ads")])).toBeUndefined();
    expect(answer(receipt, [received("2026-01-11T00:00:00+08:00", "cup")])).toEqual({
      ...event(0),
      marks,
    });
  });

  it("stand before their start until it has happened, and where it comes after their end", () => {
    const said = { "zh-CN": "先", "zh-TW": "先", en: "before" };
    const days = { type: "days", scope: "line", clock: clock("line.received_at", "calendar_days") };
    const receipt = fact("day_receipt", { ...days, beforeStart: said } as Partial<Fact>);
    const received = (text: string): RecordedEvent[] => [
      { kind: "received", occurredAt: at(text), lineId: "cup" },
    ];
    expect(answer(receipt, [])).toEqual({ state: "before_start" });
    expect(answer(receipt, received("2026-01-11T00:00:00+08:00"))).toEqual({
      state: "before_start",
    });
    expect(answer(receipt, received("2026-01-05T00:00:00+08:00"))).toMatchObject(event(5));
    const last = { type: "days", derived: "latest_receipt@1", reads: ["day_receipt"] } as const;
    const items = [whole("cup", 2), whole("ads", 1)];
    const asked = fact("order_day_receipt", { ...last, beforeStart: said });
    const awaited = { cup: { state: "before_start" }, ads: event(3) } as never;
    expect(answer(asked, [], { items, said: awaited })).toEqual({ state: "before_start" });
    const unsaid = fact("order_day_receipt", last);
    expect(answer(unsaid, [], { items, said: awaited })).toBeUndefined();
  });

  it("know nothing of a moment or a function that does not exist", () => {
    expect(answer(fact("wrong", { clock: clock("order.born_at") }), [])).toBeUndefined();
    expect(answer(fact("wrong", { derived: "toString" }), [])).toBeUndefined();
  });

  it("count to a moment that the merchant has set, as it stood when the claim came", () => {
    const ahead = { from: "claim.filed_at", to: "order.starts_at", count: null } as const;
    const said = { "zh-CN": "后", "zh-TW": "後", en: "after the start" };
    const clockAhead = { ...ahead, first: null, roll: null };
    const left = { type: "duration", clock: clockAhead, beforeStart: said } as const;
    const asked = fact("left", left);
    const set = (hours: number, occurredAt: number): RecordedEvent => {
      return { kind: "scheduled", occurredAt, startsAt: filedAt + hours * 3_600_000 };
    };
    expect(answer(asked, [])).toBeUndefined();
    expect(answer(asked, [set(48, filedAt - 1)])).toEqual(event(172_800));
    expect(answer(asked, [set(48, filedAt - 2), set(24, filedAt - 1)])).toEqual(event(86_400));
    // A later change does not reach a claim that has come; a first word that was lacking does.
    expect(answer(asked, [set(48, filedAt - 1), set(1, filedAt + 1)])).toEqual(event(172_800));
    expect(answer(asked, [set(48, filedAt + 1), set(1, filedAt + 2)])).toEqual(event(172_800));
    expect(answer(asked, [set(-1, filedAt - 1)])).toEqual({ state: "before_start" });
  });

  it("give the part of a term that has gone by", () => {
    const share = fact("gone", { derived: "elapsed_share@1" });
    const term = (from: number, to: number): RecordedEvent => {
      const [startsAt, endsAt] = [filedAt + from, filedAt + to];
      return { kind: "scheduled", occurredAt: filedAt - 1, startsAt, endsAt };
    };
    expect(answer(share, [term(-120, 245)])).toEqual(event("24/73"));
    expect(answer(share, [term(10, 20)])).toEqual(event("0/1"));
    expect(answer(share, [term(-20, -10)])).toEqual(event("1/1"));
    expect(answer(share, [])).toBeUndefined();
  });
});

describe("use of a package", () => {
  const agreed: RecordedEvent = { kind: "terms_agreed", occurredAt: filedAt - 1000, terms };
  const used = (meter: string, units: number, occurredAt = filedAt): RecordedEvent => ({
    kind: "used",
    occurredAt,
    meter,
    units,
  });
  const asked = (derived: string) => fact("used", { derived });

  it("is known exactly, up to the instant of filing", () => {
    const events = [
      agreed,
      used("clicks", 100),
      used("clicks", 233),
      used("clicks", 1, filedAt + 1),
    ];
    // 333/1000 of 600.00 of 1,000.00; at 0.90 each outside.
    expect(answer(asked("used_share@1"), events)).toEqual(event("999/5000"));
    expect(answer(asked("consumed_at_discount@1"), events)).toEqual(event("999/5000"));
    expect(answer(asked("consumed_at_full@1"), events)).toEqual(event("2997/10000"));
  });

  it("is not known without terms, and nothing before any use", () => {
    expect(answer(asked("used_share@1"), [used("clicks", 1)])).toBeUndefined();
    expect(answer(asked("used_share@1"), [agreed])).toEqual(event("0/1"));
  });

  it("of one service beyond its units does not use up the others", () => {
    const events = [agreed, used("reports", 9)];
    expect(answer(asked("used_share@1"), events)).toEqual(event("2/5"));
    expect(answer(asked("consumed_at_discount@1"), events)).toEqual(event("9/10"));
  });

  it("stays in range, and at full price is never less than at the discounted", () => {
    const meter = fc.record({
      units: fc.integer({ min: 1, max: 50 }),
      shareMinor: fc.nat(5000),
      over: fc.nat(200),
    });
    const meters = fc.array(meter, { minLength: 1, maxLength: 4 });
    const counts = fc.array(fc.nat(200), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(meters, counts, fc.nat(20_000), (given, units, prepaid) => {
        const some: Terms = {
          meters: given.map(({ over, ...one }, index) => ({
            ...one,
            meter: String(index),
            fullUnitMinor: Math.ceil(one.shareMinor / one.units) + over,
          })),
        };
        const use = new Map(units.map((count, index) => [String(index), count]));
        const discount = consumedAtDiscount(some, use, prepaid);
        const full = consumedAtFull(some, use, prepaid);
        for (const value of [usedShare(some, use), discount]) {
          expect(compare(value, zero)).toBeGreaterThanOrEqual(0);
          expect(compare(value, one)).toBeLessThanOrEqual(0);
        }
        expect(compare(full, discount)).toBeGreaterThanOrEqual(0);
        expect(compare(full, accepted(parseFraction("1000%")))).toBeLessThanOrEqual(0);
      }),
      { seed: 20260131 },
    );
  });
});

describe("what is given back", () => {
  const extent = fact("extent", { derived: "extent@1" });

  it("is all when every unit is named, shipping aside", () => {
    const halves = [
      { ...whole("cup", 1), from: 0 },
      { ...whole("cup", 2), from: 1 },
    ];
    expect(answer(extent, [], { items: [whole("ads", 1), ...halves] })).toEqual(event("all"));
    expect(answer(extent, [], { items: [whole("ads", 1), halves[1]!] })).toEqual(event("part"));
    expect(answer(extent, [], { items: [] })).toEqual(event("part"));
  });

  it("has a defect as soon as one line has", () => {
    const any = fact("order_defect", { derived: "any_defect@1", reads: ["defect"] });
    const items = [whole("ads", 1), whole("cup", 2)];
    const none: FactInput = { state: "attested", value: "none" };
    const bad: FactInput = { state: "claimed", value: "quality" };
    expect(answer(any, [], { items, said: { cup: bad } })).toEqual({ ...bad, value: true });
    expect(answer(any, [], { items, said: { cup: none } })).toBeUndefined();
    expect(answer(any, [], { items, said: { ads: none, cup: none } })).toEqual({
      state: "attested",
      value: false,
    });
    const unproven: FactInput = { state: "unproven" };
    expect(answer(any, [], { items, said: { ads: none, cup: unproven } })).toEqual(unproven);
  });
});

describe("what events state outright", () => {
  const stated = (value: string, lineId: string | null, occurredAt = filedAt): RecordedEvent => ({
    kind: "fact_established",
    occurredAt,
    fact: "excluded",
    value,
    lineId,
    packetId: null,
  });
  const excluded = fact("excluded", { type: "choice", scope: "line" });

  it("holds at its own place, the last word counting", () => {
    expect(answer(excluded, [stated("art6", "cup"), stated("no", "cup")])).toEqual(event("no"));
    expect(answer(excluded, [stated("no", "ads"), stated("no", null)])).toBeUndefined();
    expect(answer(excluded, [stated("no", "cup", filedAt + 1)])).toBeUndefined();
  });

  it("tells the state of a packet and how much of its term is held", () => {
    const day = 86_400_000;
    const change = {
      packetId: "p",
      state: "activated",
      planStartAt: filedAt - 10 * day,
      planEndAt: filedAt + 20 * day,
    } as const;
    const events: RecordedEvent[] = [{ kind: "packet_changed", occurredAt: filedAt, change }];
    const packet = { scope: "packet" } as const;
    expect(answer(fact("packet_state", packet), events)).toEqual(event("activated"));
    const held = fact("held_share", { ...packet, derived: "held_share@1" });
    expect(answer(held, events)).toEqual(event("1/3"));
    expect(answer(held, [])).toBeUndefined();
  });
});

describe("the current facts of an order", () => {
  it("are the frozen ones where nothing has happened since", () => {
    const record = { orderedAt: 0, signedAt: null, paidAt: 0, events: [] };
    expect(currentFacts(order, record)).toEqual({
      ...order,
      granted: [{ ...order.granted[0], packet: { spentMinor: 0, returnedMinor: 0 } }],
    });
  });
});

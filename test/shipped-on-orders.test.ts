import { describe, expect, it } from "vitest";
import {
  type CaseFacts,
  type CompiledPolicy,
  type DecideResult,
  type Granted,
  type OrderFacts,
  type OrderLine,
  calendarOf,
  compile,
  decide,
  isRefusal,
} from "../src/core/index.ts";
import { withUnsaid } from "../src/contract/index.ts";
import { type OrderRecord, type RecordedEvent, knownFacts } from "../src/orders/index.ts";
import { documentNames, shippedCatalogue, shippedFile } from "../policies/shipped-files.ts";

const hour = 3_600_000;
const paidAt = Date.UTC(2026, 2, 2, 4);
const words = shippedCatalogue();
const files = documentNames().map((name) => shippedFile(name, words));
const unsaid = Object.assign(
  { ...words.unsaid },
  ...files.map(({ carried }) => carried.unsaid),
) as Record<string, string>;

function policiesFor(...ids: string[]): CompiledPolicy[] {
  return files
    .filter(({ document }) => ids.includes(document.id))
    .map(({ document }) => {
      const policy = compile(document);
      if (isRefusal(policy)) throw new Error(policy.sentence);
      return policy;
    });
}

const line = (lineId: string, more: Partial<OrderLine> = {}): OrderLine => ({
  ...{ lineId, kind: "goods", quantity: 1, listMinor: 9_900, paidMinor: 9_900 },
  ...{ taxOf: null, giftOf: null, giftPriceMinor: null, packetId: null },
  ...more,
});

function orderOf(lines: OrderLine[], more: Partial<OrderFacts> = {}): OrderFacts {
  return {
    ...{ currency: "CNY", zone: "Asia/Shanghai", thresholdRule: "keep", thresholds: [], lines },
    ...{ tenders: [], split: [], coupons: [], granted: [], disputes: [], outsideDebits: [] },
    ...more,
  };
}

interface Situation {
  readonly order: OrderFacts;
  readonly events?: readonly RecordedEvent[];
  readonly filedAt: number;
  readonly endsAt?: number;
  readonly item?: { lineId: string | null; packetId: string | null };
  readonly said?: CaseFacts;
}

const calendar = calendarOf({ zone: "Asia/Shanghai", calendar: null });

/** As a claim meets it: the order's record first, then what was said, then what nobody alleged. */
function decideOn(policies: CompiledPolicy[], situation: Situation): DecideResult {
  const record: OrderRecord = {
    orderedAt: paidAt,
    signedAt: null,
    paidAt,
    events: situation.events ?? [],
  };
  const place = situation.item ?? { lineId: "1", packetId: null };
  const item = { ...place, from: 0, to: 1 };
  const known = knownFacts(
    { facts: situation.order, record },
    {
      policies,
      items: [item],
      claimed: [item],
      filedAt: situation.filedAt,
      endsAt: situation.endsAt ?? null,
      calendar,
    },
  );
  const names = (scope: string) =>
    policies.flatMap(({ document }) =>
      Object.values(document.facts).flatMap((fact) => (fact.scope === scope ? [fact.name] : [])),
    );
  const scope = place.packetId === null ? "line" : "packet";
  const own =
    place.packetId === null
      ? known.lineFacts(place.lineId ?? "")
      : known.packetFacts(place.packetId);
  const facts = withUnsaid({ ...own, ...situation.said }, unsaid, names(scope));
  return decide({
    policies,
    currency: "CNY",
    calendarVersion: calendar.version,
    orderFacts: withUnsaid(known.orderFacts, unsaid, names("order")),
    items: [{ ...item, facts }],
    baseOf: () => 9_900,
    final: false,
  });
}

function told(result: DecideResult): unknown {
  if (result.status === "impossible") return result;
  if (result.status === "needed") return result.needed.map(({ fact }) => fact);
  return Object.fromEntries(
    result.decision.heads.flatMap(({ direction, base, items }) =>
      items.map(({ fraction }) => [`${direction} ${base}`, fraction]),
    ),
  );
}

const terms: RecordedEvent = {
  kind: "terms_agreed",
  occurredAt: paidAt,
  terms: { meters: [{ meter: "views", units: 100, shareMinor: 9_900, fullUnitMinor: 198 }] },
};
const used = (units: number): RecordedEvent => ({
  kind: "used",
  occurredAt: paidAt + hour,
  meter: "views",
  units,
});

describe("a shipped policy on an order's own record", () => {
  const pack = orderOf([line("1", { kind: "package" })]);

  it("cancels a package within 72 hours without asking anybody", () => {
    const policies = policiesFor("package-cancel");
    const filedAt = paidAt + 72 * hour;
    const situation = { order: pack, events: [terms, used(60)], filedAt };
    expect(told(decideOn(policies, situation))).toEqual({
      "pay order.prepaid": "1/1",
      "grant order.prepaid": "0/1",
    });
  });

  it("a second later returns the unused part, less where no notice was given", () => {
    const policies = policiesFor("package-cancel");
    const filedAt = paidAt + 72 * hour + 1_000;
    const situation = { order: pack, events: [terms, used(60)], filedAt };
    expect(told(decideOn(policies, situation))).toMatchObject({ "pay order.prepaid": "9/25" });
    const endsAt = filedAt + 15 * 24 * hour;
    expect(told(decideOn(policies, { ...situation, endsAt }))).toMatchObject({
      "pay order.prepaid": "2/5",
    });
  });

  it("gives a consumer the week, and no less than the floor", () => {
    const policies = policiesFor("package-cancel-consumer", "cn-prepaid-2025", "cn-penalty-clock");
    const situation = { order: pack, events: [terms, used(60)] };
    const week = { ...situation, filedAt: paidAt + 6 * 24 * hour };
    expect(told(decideOn(policies, week))).toMatchObject({ "pay order.prepaid": "2/5" });
    const later = { ...situation, filedAt: paidAt + 30 * 24 * hour };
    expect(told(decideOn(policies, later))).toMatchObject({ "pay order.prepaid": "0/1" });
  });

  const received = (lineId: string): RecordedEvent => ({
    kind: "received",
    occurredAt: paidAt,
    lineId,
  });
  /** With its gift: one that never came is not kept. */
  const came = [received("1"), received("2")];
  const goods = orderOf([line("1"), line("2", { giftOf: "1", giftPriceMinor: 1_000 })]);
  const refund = policiesFor("order-refund", "cn-seven-day", "cn-penalty-clock");

  it("asks of a seven-day return only whether the goods are intact", () => {
    const filedAt = paidAt + 3 * 24 * hour;
    const situation = { order: goods, events: came, filedAt };
    expect(told(decideOn(refund, situation))).toEqual(["intact"]);
    const said = { intact: { state: "attested", value: "yes" } } as const;
    expect(told(decideOn(refund, { ...situation, said }))).toEqual({
      "pay line.paid": "1/1",
      "pay order.shipping": "0/1",
      "pay return.freight": "0/1",
      "take line.gift_price": "1/1",
    });
  });

  it("refuses a late one without asking", () => {
    const filedAt = paidAt + 20 * 24 * hour;
    const situation = { order: goods, events: came, filedAt };
    expect(told(decideOn(refund, situation))).toMatchObject({ "pay line.paid": "0/1" });
  });

  it("asks of the guarantee for what only the customer can show", () => {
    const policies = policiesFor("ineffective-guarantee");
    const situation = { order: goods, events: came, filedAt: paidAt + 40 * 24 * hour };
    expect(told(decideOn(policies, situation))).toEqual(["cycles", "efficacy"]);
  });

  it("returns a bought packet, and reclaims one that the order earned", () => {
    const policies = policiesFor("red-packet");
    const packetChanged = (packetId: string): RecordedEvent => ({
      kind: "packet_changed",
      occurredAt: paidAt,
      change: { packetId, state: "activated", creditedAt: paidAt },
    });
    const granted: Granted = {
      ...{ kind: "packet", id: "q", amount: 500, allocations: [] },
      packet: { spentMinor: 0, returnedMinor: 0 },
    };
    const order = orderOf([line("1", { kind: "packet", packetId: "p" })], { granted: [granted] });
    const situation = { order, filedAt: paidAt + 24 * hour };
    const answer = (packetId: string) =>
      told(
        decideOn(policies, {
          ...situation,
          events: [packetChanged(packetId)],
          item: { lineId: null, packetId },
          said: { undone_share: { state: "event", value: "1/2" } },
        }),
      );
    expect(answer("p")).toEqual({ "pay packet.face": "1/1", "take packet.face": "0/1" });
    expect(answer("q")).toEqual({ "pay packet.face": "0/1", "take packet.face": "1/2" });
  });

  it("gives the fee of a campaign back once it is called off", () => {
    const policies = policiesFor("campaign-cancelled", "cn-promise");
    const order = orderOf([line("1", { kind: "campaign_fee" })]);
    const off: RecordedEvent = {
      ...{ kind: "fact_established", occurredAt: paidAt, fact: "campaign_off", value: true },
      ...{ lineId: null, packetId: null },
    };
    const situation = { order, filedAt: paidAt + 24 * hour };
    expect(told(decideOn(policies, situation))).toMatchObject({ "pay campaign.fee": "0/1" });
    expect(told(decideOn(policies, { ...situation, events: [off] }))).toMatchObject({
      "pay campaign.fee": "1/1",
    });
  });

  it("knows every moment and function that the catalogue names", () => {
    const policies = policiesFor(...files.map(({ document }) => document.id));
    const situation = { order: goods, events: came, filedAt: paidAt + hour };
    expect(decideOn(policies, situation).status).toBe("needed");
    expect(decideOn(policies, { ...situation, item: { lineId: null, packetId: "p" } }).status).toBe(
      "needed",
    );
  });
});

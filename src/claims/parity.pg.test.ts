import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRefusal } from "../contract/index.ts";
import type { WireCreateOrder, WireFileClaim, WireOrderEvent } from "../contract/index.ts";
import { factsKnown, loadBound } from "../promises/index.ts";
import { loadFactsForClaims, unrecordedOrder } from "../orders/index.ts";
import type { OrderForClaim } from "../orders/index.ts";
import { newId, readTransaction } from "../platform/index.ts";
import { askedTimes, nothingBrought, quoteClaim } from "./quote.ts";
import type { Brought } from "./quote.ts";
import { claimOf, claimsOverHttp } from "./testing/http.ts";
import type { Answer, Call, ClaimsOverHttp } from "./testing/http.ts";

let shop: ClaimsOverHttp;
let staff: Call;
beforeAll(async () => {
  shop = await claimsOverHttp();
  staff = await shop.key(["file", "attest", "read"]);
});
afterAll(() => shop.close());

const seed = Number(process.env["MAKEGOOD_TEST_SEED"] ?? Date.now() % 2 ** 31);
const runs = 20;

type Claim = Omit<WireFileClaim, "items"> & {
  readonly items: readonly Omit<WireFileClaim["items"][number], "orderId">[];
};
type Step = { readonly event: WireOrderEvent } | { readonly claim: Claim };

const time = fc
  .integer({ min: -40 * 24, max: 2 })
  .map((hours) => new Date(Date.UTC(2026, 0, 5, 2) + hours * 3_600_000).toISOString());
const lineId = fc.constantFrom("a", "b", "a", "zz");

const order: fc.Arbitrary<WireCreateOrder> = fc
  .record({
    units: fc.integer({ min: 1, max: 3 }),
    price: fc.integer({ min: 1, max: 9_999 }),
    off: fc.constantFrom("0%", "10%", "33.3%"),
    packaged: fc.boolean(),
    orderedAt: time,
    zone: fc.constantFrom("Asia/Shanghai", "Asia/Shanghai", "Mars/Olympus"),
    short: fc.constantFrom(0, 0, 0, 0, 1),
    points: fc.boolean(),
  })
  .map(({ units, price, off, packaged, orderedAt, zone, short, points }) => {
    const full = units * price + 2_000;
    const discount = Math.floor(full * (Number.parseFloat(off) / 100));
    const paid = full - discount - short;
    const part = points ? Math.floor(paid / 3) : 0;
    const tenders: WireCreateOrder["tenders"] = [
      { tenderId: "m", kind: "wallet", unit: "CNY", units: paid - part },
      ...(part === 0
        ? []
        : [
            {
              tenderId: "p",
              kind: "points" as const,
              unit: "points",
              units: part,
              value: { minor: part },
            },
          ]),
    ];
    const second = packaged ? ("package" as const) : ("goods" as const);
    return {
      orderNumber: `P-${newId()}`,
      currency: "CNY",
      zone,
      orderedAt,
      lines: [
        { lineId: "a", kind: "goods", quantity: units, unitPriceMinor: price },
        { lineId: "b", kind: second, quantity: 1, unitPriceMinor: 2_000 },
      ],
      adjustments: discount === 0 ? [] : [{ kind: "order_discount", off: { minor: discount } }],
      tenders,
    };
  });

const event: fc.Arbitrary<WireOrderEvent> = fc.oneof(
  fc.record({ kind: fc.constant("received" as const), lineId, occurredAt: time }),
  fc.record({ kind: fc.constant("shipped" as const), occurredAt: time }),
  fc.record({ kind: fc.constant("completed" as const), occurredAt: time }),
  fc.record({
    kind: fc.constant("fact_established" as const),
    fact: fc.constantFrom("excluded", "exclude", "intact", "campaign_off"),
    value: fc.constantFrom("no", "art6", "art_6", true),
    lineId,
    occurredAt: time,
  }),
  fc.record({
    kind: fc.constant("used" as const),
    meter: fc.constant("lessons"),
    units: fc.integer({ min: 1, max: 4 }),
    reference: fc.constantFrom("r-1", "r-2"),
    occurredAt: time,
  }),
  fc.record({
    kind: fc.constant("debited_outside" as const),
    debitId: fc.constantFrom("d1", "d2"),
    tenderId: fc.constantFrom("m", "x"),
    units: fc.integer({ min: 1, max: 900 }),
    occurredAt: time,
  }),
);

const item = fc.oneof(
  fc.record({ lineId }),
  fc.record({ lineId, quantity: fc.integer({ min: 1, max: 3 }) }),
  fc.record({
    lineId,
    units: fc.record({ from: fc.integer({ min: 0, max: 2 }), to: fc.integer({ min: 1, max: 3 }) }),
  }),
  fc.constant({}),
);
const attested = (fact: string, values: readonly (string | boolean)[]) =>
  fc.constantFrom(...values).map((value) => ({ fact, value, state: "attested" as const }));
const claim: fc.Arbitrary<Claim> = fc.record({
  kind: fc.constantFrom("refund" as const, "refund" as const, "cancel" as const),
  items: fc.array(item, { minLength: 1, maxLength: 2 }),
  facts: fc
    .tuple(
      attested("intact", ["yes", "yes", "no"]),
      attested("excluded", ["no", "no", "art6"]),
      attested("defect", ["none", "none", "quality", "wrong"]),
      attested("cause", ["none"]),
    )
    .chain((all) => fc.subarray([...all], { minLength: 2 })),
  receivedAt: time,
});

const step: fc.Arbitrary<Step> = fc.oneof(
  event.map((one) => ({ event: one })),
  claim.map((one) => ({ claim: one })),
);

const told = ({ status, body }: Answer) =>
  status < 300 ? null : { code: body["code"], field: body["field"] };
const refused = (answer: unknown) =>
  isRefusal(answer) ? { code: answer.code, field: answer.field } : null;

/** The same order beside the server: nothing is read of it but which promises bind. */
class Beside {
  readonly #input: WireCreateOrder;
  readonly #events: WireOrderEvent[] = [];
  #brought: Brought = nothingBrought;

  constructor(input: WireCreateOrder) {
    this.#input = input;
  }

  async order(orderId: string | null, more: readonly WireOrderEvent[] = []) {
    const facts = orderId === null ? [] : await factsOf(orderId);
    const now = shop.world.clock.now();
    return unrecordedOrder(this.#input, [...this.#events, ...more], { now, facts });
  }

  take(one: WireOrderEvent): void {
    this.#events.push(one);
  }

  async quote(orderId: string, asked: Claim, claimId: string) {
    const order = await this.order(orderId);
    if (isRefusal(order)) throw new Error(order.code);
    const times = askedTimes(asked, shop.world.clock.now());
    if (isRefusal(times)) return times;
    const policies = await policiesOf(orderId, asked.kind);
    const { kind, items, facts = [] } = asked;
    const full = { kind, items, facts, ...times, final: false, policies };
    const step = quoteClaim(order, full, claimId, this.#brought);
    if (!isRefusal(step)) this.#brought = step.brought;
    return step;
  }

  get taken() {
    return Object.fromEntries(
      this.#brought.taken
        .filter(({ units }) => units > 0)
        .map(({ tenderId, units }) => [tenderId, units]),
    );
  }
}

const stored = (orderId: string) =>
  readTransaction(shop.world.platform, shop.world.merchantId, async (tx) => {
    const [found] = await loadFactsForClaims(tx, [orderId]);
    return found as OrderForClaim;
  });
const factsOf = async (orderId: string) => {
  const { pins } = await stored(orderId);
  return readTransaction(shop.world.platform, shop.world.merchantId, (tx) => factsKnown(tx, pins));
};
const policiesOf = async (orderId: string, kind: string) => {
  const { pins } = await stored(orderId);
  return readTransaction(shop.world.platform, shop.world.merchantId, (tx) =>
    loadBound(tx, pins, kind),
  );
};

async function obliged(orderId: string): Promise<Record<string, number>> {
  const { tenders } = await shop.money(orderId);
  const all = tenders.map(({ tenderId, obliged: units }) => [tenderId, units] as const);
  return Object.fromEntries(all.filter(([, units]) => units > 0));
}

async function eventOnBoth(orderId: string, beside: Beside, one: WireOrderEvent) {
  const server = await staff({ method: "POST", url: `/v1/orders/${orderId}/events`, payload: one });
  const quoted = refused(await beside.order(orderId, [one]));
  const at = /^\/events\/\d+/;
  const own = quoted === null ? null : { ...quoted, field: quoted.field?.replace(at, "") ?? null };
  expect({ one, answer: own }).toEqual({ one, answer: told(server) });
  if (own === null) beside.take(one);
}

async function claimOnBoth(orderId: string, beside: Beside, asked: Claim) {
  const items = asked.items.map((each) => ({ ...each, orderId }));
  const server = await staff({ method: "POST", url: "/v1/claims", payload: { ...asked, items } });
  const view = claimOf(server);
  const quoted = await beside.quote(orderId, asked, view.claimId ?? newId());
  expect({ asked, answer: refused(quoted) }).toEqual({ asked, answer: told(server) });
  if (isRefusal(quoted)) return;
  const { status, refusalCode } = view;
  expect({ asked, claim: quoted.answer.claim }).toMatchObject({
    asked,
    claim: { status, refusalCode },
  });
  expect({ asked, taken: beside.taken }).toEqual({ asked, taken: await obliged(orderId) });
}

describe("a quote is the running system", () => {
  it(`answers random orders, events and claims as the server does (seed ${seed})`, async () => {
    const steps = fc.array(step, { minLength: 2, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(order, steps, async (input, all) => {
        const beside = new Beside(input);
        const server = await staff({ method: "POST", url: "/v1/orders", payload: input });
        expect(refused(await beside.order(null))).toEqual(told(server));
        if (server.status >= 300) return;
        const orderId = String(server.body["orderId"]);
        for (const one of all) {
          if ("event" in one) await eventOnBoth(orderId, beside, one.event);
          else await claimOnBoth(orderId, beside, one.claim);
        }
      }),
      // Orders that were recorded once have their numbers, so nothing is made smaller.
      { seed, numRuns: runs, endOnFailure: true },
    );
  });
});

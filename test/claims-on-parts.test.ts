import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { policyText, shippedCatalogue } from "../policies/shipped-files.ts";
import { nothingBrought, quoteClaim } from "../src/claims/index.ts";
import type { AskedClaim, Brought } from "../src/claims/index.ts";
import { isRefusal, readPolicyFile } from "../src/contract/index.ts";
import { owed } from "../src/core/index.ts";
import type { CompiledPolicy, Entitlement } from "../src/core/index.ts";
import { unrecordedOrder } from "../src/orders/index.ts";
import type { OrderForClaim } from "../src/orders/index.ts";
import { compileStored } from "../src/promises/index.ts";

/** Claims of many kinds on random parts of random orders: never more than the price. */
const words = shippedCatalogue();
const catalogueText = policyText("catalogue.yaml");
const soldAt = "2026-05-01T00:00:00Z";
const receivedAt = Date.parse("2026-06-01T00:00:00Z");

interface Line {
  readonly lineId: string;
  readonly kind: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
}

interface Sold {
  readonly lines: readonly Line[];
  /** Per cent of each package that was used. */
  readonly used: readonly number[];
  readonly shares: readonly number[];
  readonly rate: number;
}

const priced = (kind: string, most: number) =>
  fc.record({
    kind: fc.constant(kind),
    quantity: fc.integer({ min: 1, max: most }),
    unitPriceMinor: fc.integer({ min: 1, max: 700 }),
  });

const sales: fc.Arbitrary<Sold> = fc
  .record({
    packages: fc.array(priced("package", 3), { minLength: 1, maxLength: 3 }),
    goods: fc.array(priced("goods", 4), { maxLength: 2 }),
    others: fc.subarray(["shipping", "tax", "fee", "gift"]),
    prices: fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 3, maxLength: 3 }),
    used: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }),
    shares: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 2 }),
    rate: fc.integer({ min: 1, max: 100 }),
  })
  .map(({ packages, goods, others, prices, ...rest }) => {
    const bought = [...packages, ...goods].map((line, at) => ({ lineId: `l${at}`, ...line }));
    const beside = others.map((kind, at) => ({
      lineId: kind,
      kind,
      quantity: 1,
      unitPriceMinor: kind === "gift" ? 0 : (prices[at] ?? 1),
      ...(kind === "gift" ? { giftOf: "l0" } : {}),
    }));
    return { lines: [...bought, ...beside], ...rest };
  });

const totalOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { quantity, unitPriceMinor }) => sum + quantity * unitPriceMinor, 0);

/** Money, a red packet, and points of which seven are worth three units of money, at most. */
function tendersOf({ lines, shares }: Sold) {
  const total = totalOf(lines);
  const [packet, points] = shares.map((tenth) => Math.floor((total * tenth) / 20));
  const rest = total - (packet ?? 0) - (points ?? 0);
  return [
    { tenderId: "card", kind: "money", unit: "CNY", units: rest },
    { tenderId: "packet", kind: "packet", unit: "packet:x", units: packet ?? 0 },
    {
      tenderId: "points",
      kind: "points",
      unit: "points",
      units: Math.ceil(((points ?? 0) * 7) / 3),
      value: { minor: points },
    },
  ].filter(({ units }) => units > 0);
}

function sale(sold: Sold, policies: readonly CompiledPolicy[]): OrderForClaim {
  const packages = sold.lines.filter(({ kind }) => kind === "package");
  const input = {
    orderNumber: "parts",
    currency: "CNY",
    orderedAt: soldAt,
    paidAt: soldAt,
    lines: sold.lines,
    tenders: tendersOf(sold),
    terms: {
      meters: packages.map((line) => ({
        meter: `use-${line.lineId}`,
        lineId: line.lineId,
        units: 100,
        shareMinor: totalOf([line]),
        fullUnitMinor: totalOf([line]),
      })),
    },
  };
  const events = packages.flatMap(({ lineId }, at) => {
    const units = sold.used[at] ?? 0;
    const occurredAt = "2026-05-10T00:00:00Z";
    return units === 0 ? [] : [{ kind: "used", meter: `use-${lineId}`, units, occurredAt }];
  });
  const facts = policies.map(({ document }) => document.facts);
  const order = unrecordedOrder(input as never, events as never, { now: receivedAt, facts });
  if (isRefusal(order)) throw new Error(JSON.stringify(order));
  return order;
}

const title = { "zh-CN": "测", "zh-TW": "測", en: "T" };

/** One that pays for what is unused, one a part of the price, and one all that was paid. */
function policiesOf(
  rate: number,
): Readonly<Record<"cancel" | "ineffective" | "refund", CompiledPolicy>> {
  const unused = { rate: `${rate}%`, unused: "used_share" };
  const made = (kind: string, more: object) =>
    compiled(
      JSON.stringify({
        makegood: "policy/1",
        id: kind,
        version: 1,
        title,
        answers: [kind],
        ...more,
      }),
    );
  return {
    cancel: made("cancel", {
      use: ["used_share"],
      heads: { price: { pay: "order.prepaid" }, charge: { pay: "order.fee" } },
      clauses: { all: { why: "used_up", give: { price: unused, charge: unused } } },
    }),
    ineffective: made("ineffective", {
      use: [],
      heads: { price: { pay: "line.paid" } },
      clauses: { part: { give: { price: `${rate}%` } } },
    }),
    refund: made("refund", {
      use: [],
      heads: {
        price: { pay: "line.paid" },
        charge: { pay: "order.fee" },
        delivery: { pay: "order.shipping" },
      },
      clauses: { all: { give: { price: "100%", charge: "100%", delivery: "100%" } } },
    }),
  };
}

function compiled(text: string): CompiledPolicy {
  const reading = readPolicyFile(text, words);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const { hash } = reading.value;
  const stored = { hash, catalogue_hash: words.hash, text, catalogue_text: catalogueText };
  const made = compileStored(stored, {});
  if ("sentence" in made) throw new Error(made.sentence);
  return made.policy;
}

/** Each number picks a kind of claim, a line, and the units of it. */
const picks = fc.array(fc.tuple(fc.nat(2), fc.nat(5), fc.nat(3), fc.nat(3)), { maxLength: 6 });
type Pick = readonly [number, number, number, number];
type Policies = ReturnType<typeof policiesOf>;

const claim = (
  kind: keyof Policies,
  items: AskedClaim["items"],
  policies: Policies,
): AskedClaim => ({
  kind,
  items,
  facts: [],
  receivedAt,
  endsAt: null,
  final: false,
  policies: [policies[kind]],
});

const returnable = ["package", "goods", "gift"];

function picked(
  { lines }: Sold,
  pick: Pick,
  kinds: readonly (keyof Policies)[],
  policies: Policies,
) {
  const [kindAt, lineAt, from, count] = pick;
  const kind = kinds[kindAt % kinds.length] ?? "refund";
  if (lineAt === 5 && kind === "cancel") return claim(kind, [{}], policies);
  const fit = lines.filter(({ kind: of }) =>
    kind === "cancel" ? of === "package" : returnable.includes(of),
  );
  const line = fit[lineAt % fit.length];
  if (line === undefined) throw new Error("nothing was sold");
  const start = from % line.quantity;
  const units = { from: start, to: Math.min(line.quantity, start + 1 + count) };
  const { lineId } = line;
  return claim(kind, [count === 3 ? { lineId } : { lineId, units }], policies);
}

/** What an order is owed after a claim; one that is refused at the door changes nothing. */
function after(order: OrderForClaim, brought: Brought, asked: AskedClaim, at: number): Brought {
  const step = quoteClaim(order, asked, `claim-${at}`, brought);
  if (!isRefusal(step)) return step.brought;
  expect(["claim_units_gone", "claim_units_left"]).toContain(step.code);
  return brought;
}

const owedBy = ({ facts }: OrderForClaim, { accepted }: Brought): Entitlement => {
  if (facts === null) throw new Error("the order is not paid");
  return owed(facts, accepted);
};

function expectWithinPrice(order: OrderForClaim, brought: Brought): void {
  const { lines, tenders, totalMinor } = owedBy(order, brought);
  for (const { refundMinor, paidMinor } of lines)
    expect(refundMinor).toBeLessThanOrEqual(paidMinor);
  const taken = (id: string) => brought.taken.find(({ tenderId }) => tenderId === id)?.units ?? 0;
  for (const { tenderId } of tenders) {
    const tender = order.facts?.tenders.find((one) => one.tenderId === tenderId);
    expect(taken(tenderId)).toBeLessThanOrEqual(tender?.units ?? 0);
  }
  expect(taken("card") + taken("packet")).toBeLessThanOrEqual(totalMinor);
}

const runs = { numRuns: 60 };

describe("claims on any parts of an order", () => {
  test("never bring more than was paid, and a full return all of it, by every means", () => {
    fc.assert(
      fc.property(sales, picks, (sold, all) => {
        const policies = policiesOf(sold.rate);
        const order = sale(sold, Object.values(policies));
        let brought = nothingBrought;
        const kinds = ["cancel", "ineffective", "refund"] as const;
        for (const [at, pick] of all.entries()) {
          brought = after(order, brought, picked(sold, pick, kinds, policies), at);
          expectWithinPrice(order, brought);
        }
        const everything = sold.lines
          .filter(({ kind }) => returnable.includes(kind))
          .map(({ lineId, quantity }) => ({ lineId, units: { from: 0, to: quantity } }));
        brought = after(order, brought, claim("refund", everything, policies), all.length);
        const taken = brought.taken.map(({ tenderId, units }) => [tenderId, units]);
        const paid = tendersOf(sold).map(({ tenderId, units }) => [tenderId, units]);
        expect(Object.fromEntries(taken)).toEqual(Object.fromEntries(paid));
        expect(owedBy(order, brought).totalMinor).toBe(totalOf(sold.lines));
      }),
      runs,
    );
  });

  test("bring the same whether by the order, by the line, by units, or by all of them", () => {
    fc.assert(
      fc.property(sales, picks, (sold, all) => {
        const policies = policiesOf(sold.rate);
        const order = sale(sold, Object.values(policies));
        const whole = claim("cancel", [{}], policies);
        const best = owedBy(order, after(order, nothingBrought, whole, 0)).totalMinor;
        let brought = nothingBrought;
        for (const [at, pick] of all.entries()) {
          brought = after(order, brought, picked(sold, pick, ["cancel"], policies), at);
          expect(owedBy(order, brought).totalMinor).toBeLessThanOrEqual(best);
        }
        brought = after(order, brought, whole, all.length);
        expect(owedBy(order, brought).totalMinor).toBe(best);
      }),
      runs,
    );
  });
});

test("a dozen claims are counted in the order in which they came", () => {
  const line = { lineId: "l0", kind: "package", quantity: 12, unitPriceMinor: 10 };
  const policies = policiesOf(100);
  const order = sale({ lines: [line], used: [], shares: [], rate: 100 }, [policies.refund]);
  let brought = nothingBrought;
  for (let at = 0; at < 12; at += 1) {
    const units = { from: at, to: at + 1 };
    brought = after(order, brought, claim("refund", [{ lineId: "l0", units }], policies), at);
  }
  const ids = brought.accepted.map(({ decisionId }) => decisionId);
  expect(ids).toHaveLength(12);
  expect([...ids].sort()).toEqual(ids);
});

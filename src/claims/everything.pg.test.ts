import { afterAll, beforeAll, expect, it } from "vitest";
import { testClaims } from "./testing.ts";
import type { TestClaims } from "./testing.ts";

let world: TestClaims;
beforeAll(async () => {
  world = await testClaims();
});
afterAll(() => world.close());

const unitPriceMinor = 1_000;

async function received(orderNumber: string, lines: number): Promise<string> {
  const paidMinor = lines * unitPriceMinor + 500;
  const orderId = await world.order({
    orderNumber,
    currency: "CNY",
    customer: { email: `${orderNumber}@example.com` },
    lines: [
      ...Array.from({ length: lines }, (_, at) => ({
        lineId: `line-${at}`,
        kind: "goods" as const,
        productName: "灯",
        quantity: 1,
        unitPriceMinor,
      })),
      { lineId: "freight", kind: "shipping", quantity: 1, unitPriceMinor: 500 },
    ],
    tenders: [{ kind: "points", unit: "points", units: paidMinor, value: { minor: paidMinor } }],
  });
  await world.event(orderId, { kind: "received" });
  return orderId;
}

const refund = (orderId: string, items: readonly object[]) =>
  world.file({
    kind: "refund",
    items: items.map((item) => ({ orderId, ...item })),
    facts: [{ fact: "intact", value: true, state: "attested" }],
    reference: `everything ${orderId}`,
  });

it("of thousands of lines comes back in one claim, without naming them", async () => {
  const orderId = await received("thousands", 1_999);
  const claim = await refund(orderId, [{ everything: true }]);
  expect(claim).toMatchObject({ status: "settling", decisions: [{ owedMinor: 1_999_000 }] });
  expect(claim.items).toHaveLength(1_999);
  // The caller's own number names it as it was filed.
  const { claimId } = await refund(orderId, [{ everything: true }]);
  expect(claimId).toBe(claim.claimId);
});

it("is what is left, and by lines or without them the same", async () => {
  const [some, whole] = [await received("some", 3), await received("whole", 3)];
  const before = { kind: "refund" as const, items: [{ orderId: some, lineId: "line-1" }] };
  const facts = [{ fact: "intact", value: true, state: "attested" }] as const;
  await world.file({ ...before, facts: [...facts] });
  const rest = await refund(some, [{ everything: true }]);
  expect(rest.items.map(({ lineId }) => lineId)).toEqual(["line-0", "line-2"]);
  const named = await refund(
    whole,
    ["line-0", "line-1", "line-2"].map((lineId) => ({ lineId })),
  );
  expect(rest.decisions[0]?.owedMinor).toBe(named.decisions[0]?.owedMinor);
});

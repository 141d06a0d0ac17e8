import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { quote } from "../src/app/quote/quote.ts";
import type { Quote } from "../src/claims/index.ts";

/** Orders that are paid in part, from the field, with what is owed on them. */

async function quoted(name: string): Promise<Quote & { readonly claims: Quote["answers"] }> {
  const at = join(import.meta.dirname, "field/payments", name);
  let told: unknown = null;
  await quote(
    {
      json: true,
      answer: (answer) => (told = answer),
      note: () => undefined,
      progress: () => ({ at: () => undefined, end: () => undefined }),
    },
    {
      order: join(at, "order.json"),
      claims: [join(at, "claim1.json")],
      policies: [join(at, "p1.policy.yaml")],
      catalogue: null,
      language: "en",
    },
  );
  return told as never;
}

describe("an order of 100.00 of which 30.00 are paid", () => {
  test("without a word is a mistake, and the refusal names how a deposit is told", async () => {
    await expect(quoted("F34/m6-deposit")).rejects.toThrow(
      /worth `3000` and the lines come to `10000` .* say `"balanceDueMinor": 7000`/,
    );
  });

  test("as a deposit gives back what was paid", async () => {
    const { claims, entitlement } = await quoted("F34/deposit");
    expect(claims).toMatchObject([{ status: "decided", dues: [{ tenderId: "m", units: 3000 }] }]);
    expect(entitlement).toMatchObject({ totalMinor: 3000, lines: [{ paidMinor: 3000 }] });
  });

  test("and of which a fifth is used gives back four fifths of what was paid", async () => {
    const { entitlement } = await quoted("F34/used");
    expect(entitlement.totalMinor).toBe(2400);
  });

  test("and then the rest, and then too much, gives back all that it asked for", async () => {
    const { entitlement } = await quoted("F34/balance");
    expect(entitlement.tenders.map(({ refundUnits }) => refundUnits)).toEqual([3000, 7000]);
  });
});

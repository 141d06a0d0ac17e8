import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Quote } from "../src/claims/index.ts";
import { quote } from "../src/app/quote/quote.ts";

/** Chargebacks from the field, as files, with what is right. */

const folder = (name: string): string => join(import.meta.dirname, "field/treasury", name);

async function quoted(name: string): Promise<Quote & { readonly claims: Quote["answers"] }> {
  let told: unknown = null;
  await quote(
    {
      json: true,
      answer: (answer) => (told = answer),
      note: () => undefined,
      progress: () => ({ at: () => undefined, end: () => undefined }),
    },
    {
      order: join(folder(name), "order.json"),
      claims: [join(folder(name), "claim1.json")],
      policies: [join(folder(name), "p1.policy.yaml")],
      catalogue: null,
      language: "en",
    },
  );
  return told as never;
}

describe("a lost chargeback", () => {
  test.each([
    ["of which no line is told takes the whole payment", "d10-noalloc"],
    ["of which every line is told", "d11-exact"],
  ])("%s: nothing is paid a second time", async (_, name) => {
    const { claims, entitlement } = await quoted(name);
    expect(claims).toMatchObject([{ claim: { status: "refused", refusalCode: "charged_back" } }]);
    expect(entitlement.tenders).toMatchObject([
      { refundUnits: 11_000, chargedBackUnits: 11_000, payableUnits: 0 },
    ]);
  });
});

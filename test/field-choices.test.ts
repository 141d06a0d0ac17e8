import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isRefusal } from "../src/contract/index.ts";
import type { CompiledPolicy } from "../src/core/index.ts";
import { nothingBrought, quoteClaim } from "../src/claims/index.ts";
import type { AskedClaim, Brought, Quote } from "../src/claims/index.ts";
import { unrecordedOrder } from "../src/orders/index.ts";
import type { OrderForClaim } from "../src/orders/index.ts";
import { readPolicies } from "../src/app/quote/policies.ts";
import type { Terminal } from "../src/app/cli/terminal.ts";
import { quote } from "../src/app/quote/quote.ts";

/** Orders and claims from the field, as files, with what is right. */

const root = join(import.meta.dirname, "..");
const folder = (name: string): string => join(import.meta.dirname, "field/choices", name);

async function quoted(
  name: string,
  claims: readonly string[],
  policies: readonly string[],
): Promise<Quote & { readonly claims: Quote["answers"] }> {
  let told: unknown = null;
  const terminal: Terminal = {
    json: true,
    answer: (answer) => (told = answer),
    note: () => undefined,
    progress: () => ({ at: () => undefined, end: () => undefined }),
  };
  await quote(terminal, {
    order: join(folder(name), "order.json"),
    claims: claims.map((each) => join(folder(name), each)),
    policies,
    catalogue: null,
    language: "en",
  });
  return told as never;
}

const shipped = (id: string): string => join(root, `policies/${id}.policy.yaml`);

interface Case {
  readonly order: OrderForClaim;
  readonly receivedAt: string;
  readonly policies: readonly CompiledPolicy[];
}

const must = <T extends object>(
  value: T | { readonly code: string; readonly refusal: true },
): T => {
  if ("refusal" in value) throw new Error(value.code);
  return value;
};

const policiesOf = (id: string) => readPolicies([shipped(id)], null, new Map(), "en").policies;
const soldAt = "2026-03-02T09:00:00+08:00";
const card = (units: number) => [{ tenderId: "card", kind: "money" as const, unit: "CNY", units }];
const orderOf = (input: Omit<Parameters<typeof unrecordedOrder>[0], "currency" | "orderedAt">) =>
  must(
    unrecordedOrder({ ...input, currency: "CNY", orderedAt: soldAt }, [], {
      now: Date.parse(soldAt),
      facts: [],
    }),
  ) as OrderForClaim;

const fee: Case = {
  order: orderOf({
    orderNumber: "FEE-1",
    lines: [{ lineId: "fee", kind: "campaign_fee", quantity: 1, unitPriceMinor: 19_800 }],
    tenders: card(19_800),
  }),
  receivedAt: "2026-05-01T10:00:00+08:00",
  policies: policiesOf("campaign-cancelled"),
};
const campaignOff = { kind: "campaign_off", items: [{}], facts: [], endsAt: null };
const meter = { meter: "ads", units: 100, shareMinor: 360_000, fullUnitMinor: 4_000 };
const bundle: Case = {
  order: orderOf({
    orderNumber: "PACKAGE-1",
    customer: { kind: "business" },
    lines: [{ lineId: "p", kind: "package", quantity: 1, unitPriceMinor: 360_000 }],
    tenders: card(360_000),
    terms: { meters: [meter] },
  }),
  receivedAt: "2026-04-01T10:00:00+08:00",
  policies: policiesOf("package-cancel"),
};

interface Asked {
  readonly kind: string;
  readonly items: AskedClaim["items"];
  readonly facts: AskedClaim["facts"];
  readonly receivedAt?: string;
  readonly endsAt?: string | null;
}

function quoteOnce(
  { order, policies, receivedAt }: Case,
  asked: Asked,
  before: Brought,
  id = "claim",
) {
  const claim = {
    ...asked,
    receivedAt: Date.parse(asked.receivedAt ?? receivedAt),
    endsAt: typeof asked.endsAt === "string" ? Date.parse(asked.endsAt) : null,
    final: false,
    policies,
  };
  return quoteClaim(order, claim, id, before);
}

describe("quote is the running system", () => {
  test("a claim that was refused leaves its units to the next", async () => {
    const name = "G-0-then-100";
    const files = ["claim-1.json", "claim-2.json"];
    const { claims, entitlement } = await quoted(name, files, [shipped("online-retail-replay")]);
    expect(claims.map(({ claim }) => claim.status)).toEqual(["refused", "settling"]);
    expect(entitlement.totalMinor).toBe(10_000);
  });

  test("use under a reference that was recorded counts once", async () => {
    const policy = join(folder("m3-dup-ref"), "p1.policy.yaml");
    const { entitlement } = await quoted("m3-dup-ref", ["claim1.json"], [policy]);
    expect(entitlement.totalMinor).toBe(8_400);
  });
});

describe("what is chosen is chosen once", () => {
  const campaign = (wish: string) => ({
    kind: "campaign_off" as const,
    items: [{}],
    facts: [
      { fact: "campaign_off", value: true, state: "attested" as const },
      { fact: "wish", value: wish },
    ],
  });

  test("a fee that was given back as a voucher is not given back in money as well", () => {
    const first = quoteOnce(fee, campaign("voucher"), nothingBrought);
    if (isRefusal(first)) throw new Error(first.code);
    expect(first.answer).toMatchObject({ beside: [{ unit: "voucher:CNY", units: 21_780 }] });
    expect(quoteOnce(fee, campaign("money"), first.brought, "claim-2")).toMatchObject({
      code: "claim_choice_made",
      values: { claim: "claim", "chosen:en": "you choose a voucher" },
    });
  });

  test("what is left unsaid is taken over", () => {
    const first = quoteOnce(fee, campaign("voucher"), nothingBrought);
    if (isRefusal(first)) throw new Error(first.code);
    const { facts, ...rest } = campaign("money");
    const again = { ...rest, facts: facts.slice(0, 1) };
    expect(quoteOnce(fee, again, first.brought, "claim-2")).toMatchObject({
      answer: { claim: { status: "refused", refusalCode: "already_refunded" } },
    });
  });
});

describe("an end in the future ends then", () => {
  const cancel = (endsAt: string | null) => ({ kind: "cancel", items: [{}], facts: [], endsAt });
  const day = (date: string) => `${date}T10:00:00+08:00`;

  test.each(["n1-use-in-notice", "n2-no-use"])("%s", async (name) => {
    const policies = [shipped("package-cancel")];
    const { claims, entitlement } = await quoted(name, ["claim1.json"], policies);
    expect(claims[0]?.claim.status).toBe("ending");
    expect(entitlement.totalMinor).toBe(name === "n1-use-in-notice" ? 2_100_000 : 3_100_000);
  });

  test("an end cannot be put off after it was chosen", () => {
    const first = quoteOnce(bundle, cancel(null), nothingBrought);
    if (isRefusal(first)) throw new Error(first.code);
    expect(quoteOnce(bundle, cancel(day("2026-04-20")), first.brought, "claim-2")).toMatchObject({
      code: "claim_choice_made",
      field: "/endsAt",
    });
  });

  test("an end beyond what documents count is refused, as is one that nothing looks at", () => {
    expect(quoteOnce(bundle, cancel(day("2027-04-03")), nothingBrought)).toMatchObject({
      code: "claim_end_range",
      values: { days: 365 },
    });
    const off = { ...campaignOff, endsAt: day("2026-06-01") };
    expect(quoteOnce(fee, off, nothingBrought)).toMatchObject({ code: "claim_end_unasked" });
  });
});

describe("time runs forward", () => {
  test("a claim before its order is refused with the place", () => {
    const early = { ...campaignOff, receivedAt: "2020-05-03T10:00:00+08:00" };
    expect(quoteOnce(fee, early, nothingBrought)).toMatchObject({
      code: "claim_before_order",
      field: "/receivedAt",
    });
  });
});

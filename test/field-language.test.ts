import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { quote } from "../src/app/quote/quote.ts";
import type { QuoteAnswer } from "../src/claims/index.ts";
import { problemLine, readCatalogueFile, readPolicyFile } from "../src/contract/index.ts";

/**
 * What documents could not say, or said and could not do: times before the start, moments ahead of
 * the order, shares of a term, sums that nobody has stated, and what the check let pass. Each with
 * the answer that is right.
 */
const root = join(import.meta.dirname, "..");
const field = join(import.meta.dirname, "field/language");
const scratch = mkdtempSync(join(tmpdir(), "makegood-field-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const textOf = (path: string): string => readFileSync(path, "utf8");

type Told = Readonly<Record<string, unknown>>;

interface Asked {
  readonly policy: string;
  /** Beside what the order of the case says. */
  readonly order?: Told;
  readonly claim?: Told;
}

/** The answer to the claim of a case, or to one that differs from it. */
async function answer(folder: string, { claim, ...asked }: Asked): Promise<QuoteAnswer> {
  const [first] = await answers(folder, { ...asked, claims: [claim] });
  if (first === undefined) throw new Error(`${folder} was not answered`);
  return first;
}

/** The answers to claims one after the other, each the claim of the case but for what is said. */
async function answers(
  folder: string,
  { policy, order, claims }: Omit<Asked, "claim"> & { readonly claims: readonly Asked["claim"][] },
): Promise<readonly QuoteAnswer[]> {
  const at = join(field, folder);
  const merged = (name: string, more: Asked["order"], as = name): string => {
    const path = join(scratch, as);
    const said = JSON.parse(textOf(join(at, name))) as object;
    writeFileSync(path, JSON.stringify({ ...said, ...more }));
    return path;
  };
  const file = join(scratch, "asked.policy.yaml");
  writeFileSync(file, policy);
  let told: { claims: readonly QuoteAnswer[] } | null = null;
  await quote(
    {
      json: true,
      answer: (value) => (told = value as { claims: readonly QuoteAnswer[] }),
      note: () => undefined,
      progress: () => ({ at: () => undefined, end: () => undefined }),
    },
    {
      order: merged("order.json", order),
      claims: claims.map((claim, index) => merged("claim1.json", claim, `asked${index}.json`)),
      policies: [file],
      catalogue: null,
      language: "en",
    },
  );
  return (told as { claims: readonly QuoteAnswer[] } | null)?.claims ?? [];
}

/** What the customer gets back in minor units, or the facts that are waited for. */
function short(given: QuoteAnswer): number | readonly string[] {
  if (given.status === "needed") return given.needed.map(({ fact }) => fact);
  return given.dues.reduce((sum, { units }) => sum + units, 0);
}

const shipped = (name: string): string => textOf(join(root, "policies", name));
const own = (path: string): string => textOf(join(field, path));

describe("before delivery", () => {
  const refund = shipped("order-refund.policy.yaml");
  const goods = "F07/t4-not-received";

  test("the price and the delivery charge go back, and nobody is asked anything", async () => {
    expect(short(await answer(goods, { policy: refund }))).toBe(11_000);
    const unsaid = { facts: [] };
    expect(short(await answer(goods, { policy: refund, claim: unsaid }))).toBe(11_000);
  });

  test("the days begin with the receipt", async () => {
    const received = (occurredAt: string) => ({ events: [{ kind: "received", occurredAt }] });
    const late = { receivedAt: "2026-05-20T10:00:00+08:00" };
    const order = received("2026-05-07T09:00:00+08:00");
    expect(short(await answer(goods, { policy: refund, order }))).toBe(10_000);
    expect(short(await answer(goods, { policy: refund, order, claim: late }))).toBe(0);
    const after = received("2026-05-08T09:00:00+08:00");
    expect(short(await answer(goods, { policy: refund, order: after }))).toBe(11_000);
  });

  test("what came of a parcel in parts is looked at, what did not come is not", async () => {
    const lines = [
      { lineId: "A", kind: "goods", quantity: 1, unitPriceMinor: 10_000 },
      { lineId: "B", kind: "goods", quantity: 1, unitPriceMinor: 4_000 },
      { lineId: "S", kind: "shipping", quantity: 1, unitPriceMinor: 1_000 },
    ];
    const order = {
      lines,
      tenders: [{ tenderId: "m", kind: "money", unit: "CNY", units: 15_000 }],
      events: [{ kind: "received", lineId: "A", occurredAt: "2026-05-06T21:00:00+08:00" }],
    };
    const one = { items: [{ lineId: "B" }], facts: [] };
    expect(short(await answer(goods, { policy: refund, order, claim: one }))).toBe(4_000);
    const both = { items: [{ lineId: "A" }, { lineId: "B" }], facts: [] };
    expect(short(await answer(goods, { policy: refund, order, claim: both }))).toEqual(["intact"]);
  });

  test("a window of a document's own is open as well", async () => {
    const policy = own("F07/x2-eu-before-delivery/p1.policy.yaml");
    expect(short(await answer("F07/x2-eu-before-delivery", { policy }))).toBe(10_500);
  });
});

describe("what goes back", () => {
  const policy = shipped("order-refund.policy.yaml");
  const goods = (lineId: string, unitPriceMinor: number) => {
    return { lineId, kind: "goods", quantity: 1, unitPriceMinor };
  };
  const charge = { lineId: "s", kind: "shipping", quantity: 1, unitPriceMinor: 1000 };
  const gift = { lineId: "g", kind: "gift", quantity: 1, unitPriceMinor: 0 };
  const withGift = [goods("a", 5000), { ...gift, giftOf: "a", giftPriceMinor: 700 }];
  const received = (lineId: string) => {
    return { kind: "received", occurredAt: "2026-05-08T09:00:00+08:00", lineId };
  };
  const kept = { kind: "fact_established", occurredAt: "2026-05-07T09:00:00+08:00" };
  const excluded = { ...kept, fact: "excluded", value: "art6", lineId: "a" };
  const sold = (lines: readonly { unitPriceMinor: number }[], events: readonly unknown[]) => {
    const units = lines.reduce((sum, { unitPriceMinor }) => sum + unitPriceMinor, 0);
    return { lines, events, tenders: [{ tenderId: "m", kind: "money", unit: "CNY", units }] };
  };
  const found = (lineId: string, fact: string, value: unknown) => {
    return { lineId, fact, value, state: "attested" };
  };
  const faulty = (lineId: string) => found(lineId, "defect", "quality");
  const asks = (items: string, ...facts: unknown[]) => ({
    kind: "refund",
    receivedAt: "2026-05-10T10:00:00+08:00",
    items: [...items].map((lineId) => ({ lineId })),
    facts: [...[...items].map((lineId) => found(lineId, "intact", true)), ...facts],
  });
  const sums = async (order: Told, ...claims: Told[]) => {
    const folder = "F07/t4-not-received";
    return (await answers(folder, { policy, order, claims })).map(short);
  };
  const two = [goods("a", 5000), goods("b", 4000), charge];
  const three = [goods("a", 5000), goods("b", 4000), goods("c", 3000), charge];
  const came = ["a", "b", "c"].map(received);

  test("is no line that a claim names and that nothing is paid for", async () => {
    const order = sold(three, [...came, excluded]);
    expect(await sums(order, asks("ac"), asks("b", faulty("b")))).toEqual([3000, 4000]);
    expect(await sums(order, asks("abc", faulty("b")))).toEqual([7000]);
  });

  test("is no line of a claim that was refused", async () => {
    const order = sold(two, [...came.slice(0, 2), excluded]);
    expect(await sums(order, asks("a"), asks("b", faulty("b")))).toEqual([0, 4000]);
  });

  test("is the same at once or one after the other", async () => {
    const order = sold(two, came.slice(0, 2));
    expect(await sums(order, asks("ab", faulty("a")))).toEqual([10_000]);
    expect(await sums(order, asks("a", faulty("a")), asks("b"))).toEqual([5000, 5000]);
    expect(await sums(order, asks("b"), asks("a", faulty("a")))).toEqual([4000, 6000]);
    expect(await sums(sold(two, []), asks("a"), asks("b"))).toEqual([5000, 5000]);
  });

  test("is no gift that never came, and one that came is charged where it is kept", async () => {
    expect(await sums(sold(withGift, [received("a")]), asks("a"))).toEqual([5000]);
    expect(await sums(sold(withGift, [received("a"), received("g")]), asks("a"))).toEqual([4300]);
    expect(await sums(sold(withGift, [received("a"), received("g")]), asks("ag"))).toEqual([5000]);
  });

  test("came when a reviewer found that it did, also for the order", async () => {
    const order = sold([goods("a", 5000), charge], []);
    expect(await sums(order, asks("a", found("a", "day_receipt", 30)))).toEqual([0]);
    const late = [faulty("a"), found("a", "day_receipt", 91)];
    expect(await sums(order, asks("a", ...late))).toEqual([0]);
    expect(await sums(order, asks("a", faulty("a"), found("a", "day_receipt", 80)))).toEqual([
      6000,
    ]);
    expect(await sums(sold(withGift, []), asks("a", found("a", "day_receipt", 3)))).toEqual([4300]);
  });
});

describe("a moment ahead of the order", () => {
  const policy = own("F39/t-clock05/p1.policy.yaml").replaceAll("claim.ends_at", "order.starts_at");
  const scheduled = { kind: "scheduled", startsAt: "2026-06-10T10:00:00+08:00" };
  const order = { events: [{ ...scheduled, occurredAt: "2026-05-06T20:01:00+08:00" }] };
  const claim = { endsAt: undefined };

  test.each([
    ["t-clock01", 2000],
    ["t-clock05", 1500],
    ["t-clock-noend", 1500],
  ])("is the merchant's to set, and no end can be named for it: %s", async (name, units) => {
    expect(short(await answer(`F39/${name}`, { policy, order, claim }))).toBe(units);
    const later = { endsAt: "2026-12-31T10:00:00+08:00" };
    const named = answer(`F39/${name}`, { policy, order, claim: later });
    await expect(named).rejects.toThrow("depends on an end");
  });

  test("is waited for while it is not set", async () => {
    expect(short(await answer("F39/t-clock05", { policy, claim }))).toEqual(["before_start"]);
  });
});

test("a share of a term follows from the clock alone", async () => {
  const policy = own("F05/t3-elapsed-order/p1.policy.yaml").replace("held_share", "elapsed_share");
  const term = { startsAt: "2026-01-01T00:00:00Z", endsAt: "2027-01-01T00:00:00Z" };
  const order = { events: [{ kind: "scheduled", occurredAt: "2026-01-01T00:00:00Z", ...term }] };
  // 120 of 365 days are gone: 120.00 · 245/365 = 80.547…, in the customer's favour.
  expect(short(await answer("F05/t3-elapsed-order", { policy, order }))).toBe(8055);
});

describe("a sum that only the merchant can state", () => {
  const policy = own("F19/c04b/c04b-hotel.policy.yaml");
  const stated = (value: number) => ({
    facts: [{ fact: "base.hotel-b/first_night", value, state: "attested", currency: "CNY" }],
  });

  test("is asked for before money goes out", async () => {
    expect(await answer("F19/c04b", { policy })).toMatchObject({
      status: "needed",
      needed: [{ fact: "base.hotel-b/first_night", by: "reviewer" }],
    });
  });

  test("is deducted once it is stated, and not at all when its time is over", async () => {
    expect(short(await answer("F19/c04b", { policy, claim: stated(3000) }))).toBe(7000);
    expect(short(await answer("F19/c04b", { policy, claim: stated(0) }))).toBe(10_000);
    expect(short(await answer("F19/c04b", { policy, claim: { final: true } }))).toBe(10_000);
  });

  test("is not asked for where nothing is deducted", async () => {
    const early = { endsAt: "2026-06-20T15:00:00+08:00" };
    expect(short(await answer("F19/c04b", { policy, claim: early }))).toBe(10_000);
  });
});

describe("the check of a new document", () => {
  const catalogue = readCatalogueFile(shipped("catalogue.yaml"), "new");
  if (!catalogue.ok) throw new Error("the catalogue has faults");
  const faults = (text: string): string[] => {
    const reading = readPolicyFile(text, catalogue.value, "new");
    return reading.ok ? [] : reading.problems.map((each) => problemLine(each));
  };
  const hotel = own("F16/c04/c04-hotel.policy.yaml");

  test("knows every moment, function and count", () => {
    expect(faults(hotel.replace("starts_at", "start_at"))).toContainEqual(
      expect.stringContaining(
        "`order.start_at` is no moment that a clock can read: use one of order.paid_at",
      ),
    );
    const derived = own("F05/t3-elapsed-order/p1.policy.yaml");
    expect(faults(derived)).toContainEqual(
      expect.stringContaining("`held_share@1` cannot compute"),
    );
    expect(faults(derived.replace("held_share@1", "held@1"))).toContainEqual(
      expect.stringContaining("`held@1` is no function of the product: use one of used_share@1"),
    );
  });

  test("asks for words for a clock that may not have begun", () => {
    expect(faults(hotel)).toContainEqual(
      expect.stringContaining("add `before_start` to its `say`"),
    );
    const words = "say: {before_start: {zh-CN: 入住之后, zh-TW: 入住之後, en: after arrival}}";
    expect(
      faults(hotel.replace("    zh-CN: 距入住的时间", `    ${words}\n    zh-CN: 距入住`)),
    ).toEqual([]);
  });

  test("refuses what nobody reads: a parameter, a fact", () => {
    expect(faults(own("F36/c10-course.policy.yaml"))).toEqual([
      "line 9, column 3: no clause reads the parameter `deposit`, and customers would read it as " +
        "a term: remove it, or use it in a clause",
    ]);
    const unread = own("F36/c10-course.policy.yaml").replace("[used_share]", "[used_share, cause]");
    expect(faults(unread)).toContainEqual(
      expect.stringContaining("nothing reads the fact `cause`: remove it"),
    );
  });

  test("refuses what nobody can establish in the claims that are answered", () => {
    const packet = shipped("red-packet.policy.yaml").replace("[packet_return]", "[refund]");
    expect(faults(packet)).toContainEqual(
      expect.stringContaining(
        "nobody can establish `day_credited` in the claims that are answered (refund)",
      ),
    );
    const notice = shipped("package-cancel.policy.yaml").replace("[cancel]", "[ineffective]");
    expect(faults(notice)).toContainEqual(
      expect.stringContaining("nobody can establish `notice_given`"),
    );
  });

  test("refuses a fact without words for whoever picks or establishes it", () => {
    const text = shipped("ineffective-guarantee.policy.yaml");
    const asked = /^\s+asked: .*\n/m.exec(text)?.[0] ?? "";
    expect(asked).not.toBe("");
    expect(faults(text.replace(asked, ""))).toContainEqual(
      expect.stringMatching(/lacks .*asked: add what the customer is asked or picks/),
    );
  });

  test("suggests what helps, or nothing", () => {
    expect(faults(own("F38/c13-fixedminus.policy.yaml"))).toContainEqual(
      expect.stringContaining("an amount computes with one of less, unused, part"),
    );
    expect(faults(own("F38/c12-months-notice.policy.yaml"))).toContainEqual(
      expect.stringContaining("a fixed sum is a base of its own"),
    );
    expect(faults(own("F38/c12-months-notice.policy.yaml")).join()).not.toContain("did you mean");
  });
});

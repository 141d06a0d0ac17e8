import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Quote } from "../src/claims/index.ts";
import type { Terminal } from "../src/app/cli/terminal.ts";
import { quote } from "../src/app/quote/quote.ts";

/** Orders of several countries, as files, with what is right. */

const scratch = mkdtempSync(join(tmpdir(), "makegood-countries-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

type Json = Record<string, unknown>;

const field = (name: string, file: string): Json =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, "field/countries", name, file), "utf8"),
  ) as Json;

function written(name: string, value: Json): string {
  const path = join(scratch, name);
  writeFileSync(path, JSON.stringify(value));
  return path;
}

interface Quoted extends Omit<Quote, "answers"> {
  readonly claims: Quote["answers"];
  readonly text: string;
}

async function quoted(order: Json, claim: Json, policy: string): Promise<Quoted> {
  let told: Quoted | null = null;
  const terminal: Terminal = {
    json: true,
    answer: (answer, lines) => (told = { ...(answer as Quoted), text: lines.join("\n") }),
    note: () => undefined,
    progress: () => ({ at: () => undefined, end: () => undefined }),
  };
  await quote(terminal, {
    order: written("order.json", order),
    claims: [written("claim.json", claim)],
    policies: [join(import.meta.dirname, `../policies/${policy}.policy.yaml`)],
    catalogue: null,
    language: "en",
  });
  if (told === null) throw new Error("nothing was answered");
  return told;
}

describe("days of a return", () => {
  const base = field("F09-t4-de-xmas", "order.json");
  const claim = field("F09-t4-de-xmas", "claim1.json");

  function returned(zone: string, receivedAt: string, filedAt: string, more: Json = {}) {
    const order = {
      ...base,
      ...more,
      zone,
      orderedAt: "2025-01-02T12:00:00Z",
      paidAt: "2025-01-02T12:00:00Z",
      events: [{ kind: "received", occurredAt: receivedAt }],
    };
    return quoted(order, { ...claim, receivedAt: filedAt }, "order-refund");
  }

  test.each([
    ["F09-t4-de-cnholiday-after", 0, "here: 11 days, counted as 9 "],
    ["F09-t4-de-sunday", 10_000, "here: 8 days, counted as 6 "],
    ["F09-t4-de-xmas", 10_000, "here: 11 days, counted as 7 "],
  ])("%s", async (name, owed, counted) => {
    const order = field(name, "order.json");
    const { entitlement, text } = await quoted(order, field(name, "claim1.json"), "order-refund");
    expect(entitlement.totalMinor).toBe(owed);
    expect(text).toContain(counted);
  });

  // Zone, receipt, the last day in time: the next one is late.
  test.each([
    ["Europe/Berlin", "2026-09-24T10:00:00+02:00", "2026-10-01"],
    ["Europe/Berlin", "2025-12-18T10:00:00+01:00", "2025-12-29"],
    ["Asia/Shanghai", "2026-09-24T10:00:00+08:00", "2026-10-08"],
    ["Asia/Taipei", "2026-09-21T10:00:00+08:00", "2026-09-29"],
    ["Asia/Hong_Kong", "2026-09-24T10:00:00+08:00", "2026-10-02"],
    ["America/New_York", "2025-12-18T10:00:00-05:00", "2025-12-25"],
    ["America/New_York", "2026-06-12T10:00:00-04:00", "2026-06-19"],
  ])("%s, received %s: they end on %s", async (zone, receivedAt, last) => {
    // By day in either half of the world.
    const hour = zone.startsWith("America") ? 18 : 4;
    const onTheDay = (days: number) =>
      new Date(Date.parse(last) + (24 * days + hour) * 3_600_000).toISOString();
    const onTime = await returned(zone, receivedAt, onTheDay(0));
    const late = await returned(zone, receivedAt, onTheDay(1));
    expect([onTime, late].map(({ entitlement }) => entitlement.totalMinor)).toEqual([10_000, 0]);
  });

  test("an order's own calendar goes before its zone; its version is in the decision", async () => {
    const received = "2025-12-18T10:00:00-05:00";
    const filed = "2025-12-29T12:00:00-05:00";
    const answers = await Promise.all(
      [{}, { calendar: "DE" }].map((more) => returned("America/New_York", received, filed, more)),
    );
    expect(answers.map(({ entitlement }) => entitlement.totalMinor)).toEqual([0, 10_000]);
    const versions = answers.map(({ claims: [answer] }) =>
      answer?.status === "decided" ? answer.decision.calendar : null,
    );
    expect(versions).toEqual(["weekend@1", "germany@2030"]);
  });
});

describe("a campaign that is called off", () => {
  const called = async (name: string, more: Json = {}) => {
    const order = { ...field(name, "order.json"), ...more };
    const answer = await quoted(order, field(name, "claim1.json"), "campaign-cancelled");
    const [claim] = answer.claims;
    if (claim?.status !== "decided") throw new Error(JSON.stringify(claim));
    const granted = claim.beside.map(({ unit, units }) => [unit, units]);
    return { owed: answer.entitlement.totalMinor, granted, text: answer.text };
  };

  test("gives a fee in any currency back, by the way it was paid", async () => {
    expect(await called("F15-c1-usd-paid")).toMatchObject({ owed: 5000, granted: [] });
  });

  test("owes an apology of 20 yuan in yuan, and in dollars none", async () => {
    const abroad = await called("F15-c2-usd-free");
    expect(abroad).toMatchObject({ owed: 0, granted: [] });
    expect(abroad.text).not.toContain("apology");
    const home = await called("F15-c2-usd-free", { currency: "CNY" });
    expect(home).toMatchObject({ owed: 0, granted: [["voucher:CNY", 2000]] });
  });
});

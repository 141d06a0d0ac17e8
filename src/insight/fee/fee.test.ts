import { describe, expect, it } from "vitest";
import { FeeData, isRefusal } from "../../contract/index.ts";
import type { WireCreateOrder, WireOrderEvent } from "../../contract/index.ts";
import { isRefusal as isProblem, pageMarkdown, parseInstant } from "../../core/index.ts";
import { unrecordedOrder } from "../../orders/index.ts";
import { compileStored } from "../../promises/index.ts";
import { draftOf } from "../testing.ts";
import { feeData } from "../view/fee-data.ts";
import { feePage } from "../view/fee-page.ts";
import { documented } from "../view/testing.ts";
import { feeReport } from "./run.ts";
import type { FeeReport, FeeRequest } from "./run.ts";

/** 36,000.00: advertising 20,000.00, reports 16,000.00; paid five minutes after signing. */
const sold: WireCreateOrder = {
  orderNumber: "P-1",
  currency: "CNY",
  orderedAt: "2026-03-02T09:00:00+08:00",
  signedAt: "2026-03-02T09:00:00+08:00",
  paidAt: "2026-03-02T09:05:00+08:00",
  customer: { kind: "business" },
  lines: [{ lineId: "1", kind: "package", quantity: 1, unitPriceMinor: 3_600_000 }],
  terms: {
    meters: [
      { meter: "ads", units: 200_000, shareMinor: 2_000_000, fullUnitMinor: 12 },
      { meter: "reports", units: 12, shareMinor: 1_600_000, fullUnitMinor: 150_000 },
    ],
  },
  tenders: [{ kind: "money", unit: "CNY", units: 3_600_000 }],
};

const at = (text: string): number => {
  const instant = parseInstant(text);
  if (isProblem(instant)) throw new Error(instant.sentence);
  return instant;
};
const usedAt = "2026-03-20T00:00:00+08:00";
// 5,000.00 of advertising and 4,000.00 of reports; outside the package 6,000.00 and 4,500.00.
const events: WireOrderEvent[] = [
  { kind: "used", meter: "ads", units: 50_000, occurredAt: usedAt },
  { kind: "used", meter: "reports", units: 3, occurredAt: usedAt },
];

function report(file: string, more: Partial<FeeRequest> = {}, own = sold): FeeReport {
  const order = unrecordedOrder(own, own.terms === undefined ? [] : events, {
    now: at("2026-04-01T00:00:00Z"),
    facts: [],
  });
  if (isRefusal(order)) throw new Error(order.code);
  const draft = draftOf(file);
  const { hash, text, catalogueHash, catalogueText } = draft;
  const stored = { hash, text, catalogue_hash: catalogueHash, catalogue_text: catalogueText };
  const compiled = compileStored(stored, {});
  if (isProblem(compiled)) throw new Error(compiled.sentence);
  const made = feeReport({
    order,
    policies: [compiled.policy],
    planned: [],
    costs: new Map(),
    facts: [],
    noticeDays: null,
    to: at("2026-04-01T00:00:00+08:00"),
    ...more,
  });
  if (isRefusal(made)) throw new Error(`${made.code} ${JSON.stringify(made.values)}`);
  documented(FeeData, feeData(made));
  return made;
}

const rows = ({ timeline }: FeeReport) =>
  timeline.map(({ at: from, value }) => [
    new Date(from + 8 * 3_600_000).toISOString().slice(0, 19),
    value.refundMinor,
    value.keptMinor,
    value.atPackagePriceMinor,
    value.atFullPriceMinor,
    value.clauses.join(),
  ]);

describe("the fee of a package for businesses", () => {
  it("is nothing for 72 hours, then a tenth and the service used, to the second", () => {
    const found = report("package-cancel.policy.yaml");
    expect(rows(found)).toEqual([
      ["2026-03-02T09:05:00", 3_600_000, 0, 0, 0, "package-cancel@2 cool"],
      ["2026-03-05T09:00:01", 3_240_000, 360_000, 0, 0, "package-cancel@2 abrupt"],
      ["2026-03-20T00:00:00", 2_430_000, 1_170_000, 900_000, 1_050_000, "package-cancel@2 abrupt"],
    ]);
    const from = at("2026-03-05T09:00:01+08:00");
    expect(found.divergences).toEqual([
      { kind: "above_full", from, until: null, largestMinor: 360_000, largestAt: from },
      { kind: "above_package", from, until: null, largestMinor: 360_000, largestAt: from },
    ]);
    expect(found.paidMinor).toBe(3_600_000);
  });

  it("is the service used where notice is given, and below its cost where that is dear", () => {
    const costs = new Map([
      ["ads", { unitMinor: 8 }],
      ["reports", { share: "300%" }],
    ]);
    const found = report("package-cancel.policy.yaml", { noticeDays: 15, costs });
    expect(rows(found).at(-1)).toEqual([
      "2026-03-20T00:00:00",
      2_700_000,
      900_000,
      900_000,
      1_050_000,
      "package-cancel@2 noticed",
    ]);
    // 50,000 · 0.08 and three times 4,000.00.
    expect(found.timeline.at(-1)?.value.costMinor).toBe(1_600_000);
    const from = at(usedAt);
    expect(found.divergences).toEqual([
      { kind: "below_cost", from, until: null, largestMinor: 700_000, largestAt: from },
    ]);
  });

  it("ends a stretch where it ends, and counts what is planned as used", () => {
    const planned = [{ at: at("2026-03-03T00:00:00+08:00"), meter: "ads", units: 100 }];
    const found = report("package-cancel.policy.yaml", { planned });
    expect(found.divergences[0]).toEqual({
      kind: "below_package",
      from: at("2026-03-03T00:00:00+08:00"),
      until: at("2026-03-05T09:00:01+08:00"),
      largestMinor: 1000,
      largestAt: at("2026-03-03T00:00:00+08:00"),
    });
    expect(rows(found).at(-1)?.slice(3, 5)).toEqual([901_000, 1_051_200]);
  });
});

describe("the fee of a package for consumers", () => {
  const own = { ...sold, customer: { kind: "consumer" as const } };

  it("begins a week after payment, and counts use at its full price", () => {
    const found = report("package-cancel-consumer.policy.yaml", {}, own);
    const name = (clause: string) => `package-cancel-consumer@3 ${clause}`;
    expect(rows(found)).toEqual([
      ["2026-03-02T09:05:00", 3_600_000, 0, 0, 0, name("cool")],
      ["2026-03-05T09:00:01", 3_600_000, 0, 0, 0, name("week")],
      ["2026-03-10T00:00:00", 3_600_000, 0, 0, 0, name("abrupt")],
      ["2026-03-20T00:00:00", 2_550_000, 1_050_000, 900_000, 1_050_000, name("abrupt")],
    ]);
    expect(found.divergences.map(({ kind, largestMinor }) => [kind, largestMinor])).toEqual([
      ["above_package", 150_000],
    ]);
  });

  it("needs terms, and facts where policies cannot do without", () => {
    const { terms: _terms, ...without } = sold;
    expect(() => report("package-cancel.policy.yaml", {}, without)).toThrow("fee_without_terms");
  });
});

it.each(["zh-CN", "zh-TW", "en"] as const)("is told in %s", async (language) => {
  const costs = new Map([["reports", { share: "300%" }]]);
  const found = report("package-cancel.policy.yaml", { costs });
  await expect(pageMarkdown(feePage(found, language))).toMatchFileSnapshot(
    `../golden/fee.${language}.txt`,
  );
});

import { expect, it } from "vitest";
import { BacktestData, FairnessData, languages } from "../../contract/index.ts";
import { pageMarkdown } from "../../core/index.ts";
import type { BacktestReport, CurrencyReport } from "../rules/backtest/report.ts";
import { auditAttestations } from "../rules/fairness/attestations.ts";
import { OutcomeTally } from "../rules/fairness/outcomes.ts";
import type { FairnessReport } from "../rules/fairness/report.ts";
import { backtestData } from "./backtest-data.ts";
import { backtestPage } from "./backtest-page.ts";
import { fairnessData } from "./fairness-data.ts";
import { fairnessPage } from "./fairness-page.ts";
import { documented } from "./testing.ts";

const claimId = "01900000-0000-7000-8000-000000000000";
const sums = { beforeMinor: 100_000, lowestMinor: 120_000, highestMinor: 130_050 };
const row = (key: string | null, name: string | null = null) => ({
  key,
  name,
  decisions: 40,
  changed: 3,
  ...sums,
});
const percentiles = { p50: 1000, p95: 5000, p99: 9000 };
const costs = { before: percentiles, lowest: percentiles, highest: { ...percentiles, p99: 9900 } };
const same = { beforeMinor: 500, lowestMinor: 500, highestMinor: 500 };

const yuan: CurrencyReport = {
  currency: "CNY",
  decisions: 40,
  money: sums,
  grants: { beforeMinor: 0, lowestMinor: 0, highestMinor: 0 },
  affected: { claims: 3, orders: 3, customers: 2, more: 2, less: 0, open: 1 },
  byMonth: [row("2026-01")],
  byProduct: [row("LAMP", "台灯"), row("*"), row(null)],
  byChannel: [row("app"), row(null)],
  byKind: [row("refund")],
  perDecision: costs,
  perMonth: costs,
  perYear: costs,
  largest: [
    {
      ...sums,
      claimId,
      number: "C-0000-0001",
      orderNumber: "A-1",
      clausesBefore: ["order-refund@2 late"],
      clausesAfter: [],
    },
  ],
};

const report: BacktestReport = {
  policy: { id: "order-refund", version: 3, hash: "0".repeat(64) },
  replaces: ["order-refund"],
  from: "2026-01-01T00:00:00.000Z",
  to: null,
  claims: 39,
  decisions: 41,
  orders: 38,
  customers: 30,
  undetermined: 1,
  unanswered: 1,
  leftOut: { tooOpen: 0, impossible: 1, faulty: 1 },
  undecided: { open: 2, withdrawn: 1, unmatched: 0 },
  parametersUnfit: 1,
  missing: [{ name: "sealed", decisions: 1 }],
  problems: [{ name: "order-refund@3 has no clause", decisions: 1 }],
  currencies: [
    yuan,
    {
      ...yuan,
      currency: "JPY",
      money: same,
      affected: { claims: 0, orders: 0, customers: 0, more: 0, less: 0, open: 0 },
      largest: [],
    },
  ],
};

it.each(languages)("a back-test is told in %s", async (language) => {
  await expect(pageMarkdown(backtestPage(report, language))).toMatchFileSnapshot(
    `../golden/backtest.${language}.txt`,
  );
});

function fairness(): FairnessReport {
  const tally = new OutcomeTally();
  for (let index = 0; index < 400; index += 1) {
    const south = index % 2 === 0;
    const approved = index % (south ? 3 : 20) !== 0;
    const traits = { region: south ? "mainland" : "elsewhere", tier: null };
    tally.add({ approved, paidPermille: approved ? 1000 : 0, minutes: index % 90 }, traits);
  }
  const count = (reviewer: string, found: string, cases: number) => ({
    kind: "refund",
    fact: "intact",
    claimed: '"yes"',
    found,
    reviewer,
    count: cases,
  });
  const counts = [
    count("R-00AA11", '"yes"', 40),
    count("R-BB22CC", '"yes"', 20),
    count("R-BB22CC", '"no"', 20),
  ];
  return {
    from: null,
    to: null,
    decisions: 400,
    ...tally.report(),
    engine: { decisions: 400, likeAnswers: 390, faults: 0, shown: [] },
    attestations: auditAttestations(counts),
  };
}

it("both travel as the contract has them, with nothing lost", () => {
  expect(documented(BacktestData, backtestData(report))).toEqual(report);
  expect(documented(FairnessData, fairnessData(fairness()))).toEqual(fairness());
});

it.each(languages)("an audit is told in %s", async (language) => {
  await expect(pageMarkdown(fairnessPage(fairness(), language))).toMatchFileSnapshot(
    `../golden/fairness.${language}.txt`,
  );
});

it("an audit without anything to compare says so", () => {
  const compared = { comparisons: 0, level: 0.95, apart: [] };
  const { sections } = fairnessPage({ ...fairness(), compared }, "en");
  const text =
    "Nothing could be compared: a group needs at least 10 decisions, and another beside it.";
  expect(sections[1]?.blocks).toEqual([{ kind: "paragraph", text }]);
});

it("a back-test over enough months says nothing of too few", () => {
  const byMonth = [1, 2, 3, 4].map((month) => row(`2026-0${month}`));
  const long = backtestPage({ ...report, currencies: [{ ...yuan, byMonth }] }, "en");
  expect(pageMarkdown(long)).not.toContain("rough guess");
  expect(pageMarkdown(backtestPage(report, "en"))).toContain("rough guess");
});

it("an audit puts what must never be before everything else", () => {
  const fault = { claimId, number: "C-0000-0001", fault: "unlike" } as const;
  const engine = { decisions: 400, likeAnswers: 390, faults: 1, shown: [fault] };
  const { sections } = fairnessPage({ ...fairness(), engine }, "en");
  expect(sections[0]?.blocks).toEqual([
    {
      kind: "paragraph",
      text: expect.stringMatching(/^1 answers are not what they must be/) as string,
    },
    {
      kind: "list",
      ordered: false,
      items: [
        { text: "C-0000-0001: a case with the same facts was answered differently", items: [] },
      ],
    },
  ]);
});

import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decide, explainDecision, languages } from "../src/core/index.ts";
import type { CaseFacts } from "../src/core/index.ts";
import { compiled, known, policyText } from "../src/core/policy/testing/documents.ts";

/** Forms that no sentence for people may have, with what they are. */
const forbidden: readonly (readonly [string, RegExp])[] = [
  ["a fraction of three digits", /\d{3,}\/\d+|\d+\/\d{3,}/],
  ["a backtick", /`/],
  ["an ISO time", /\d{4}-\d{2}-\d{2}T/],
  ["a variable", /\$[a-z_]+/],
  ["a clause by its id", /条款 [a-z]|條款 [a-z]|from clause [a-z]/],
  ["hours and seconds of many days", /\d{3,}(?:小时|小時| hours)[ \d]*(?:分|秒|\d+ min)/],
  ["a name of a place between braces", /\{\w+\}/],
  ["nobody's word", /不另给付|不另給付|读回|讀回|无人提出异议|無人提出異議/],
  ["a change called impossible", /而这已无法改变|而這已無法改變|can no longer come about/],
  ["a worth of a worth", /面值的抵用券|面額的抵用券$|相当于.*的.*的抵用券/],
];

/** The number of a directive is a name, and so is the reason that the notices put in. */
const named = /\d{4}\/\d+\/EU|because \{of\} this/g;

const faultsOf = (text: string): string[] =>
  forbidden.filter(([, form]) => form.test(text.replace(named, ""))).map(([name]) => name);

const folders = ["src/claims/testing/letters/golden", "src/notices/letters", "policies/terms"];
const files = folders.flatMap((folder) => {
  const here = new URL(`../${folder}/`, import.meta.url);
  return readdirSync(here).map((name) => [folder, name, new URL(name, here)] as const);
});

describe("texts that people read", () => {
  test.each(files)("%s/%s has no form of a machine", (_folder, _name, url) => {
    const lines = readFileSync(url, "utf8").split("\n");
    const technical = lines.findIndex((line) => /^## (附录|附錄|Appendix)/.test(line));
    const told = technical < 0 ? lines : lines.slice(0, technical);
    // The last lines of terms name the document and its hash, for whoever compares.
    const prose = told.filter((line) => !line.includes("SHA-256"));
    expect(prose.flatMap((line) => faultsOf(line).map((fault) => `${fault}: ${line}`))).toEqual([]);
  });

  test.each([
    "我们退还预付款（36,000.00元）的731/900。",
    "实际为480小时49秒",
    "依据《规则》条款 abrupt",
    "您提前通知不足`notice` 日",
    "until 2026-11-01T15:59:59.999Z",
  ])("a planted breach is seen: %s", (text) => {
    expect(faultsOf(text)).not.toEqual([]);
  });
});

const package72 = compiled(
  policyText(`  cool: {when: {since: {at_most: 72h}}, give: {pay: 100%}}
  late: {when: {since: {more_than: 72h}}, why: too_late, give: {pay: {rate: 90%, less: used}}}`),
);

function told(facts: CaseFacts, baseMinor: number, accepted = true): string[][] {
  const result = decide({
    policies: [package72],
    currency: "CNY",
    calendarVersion: "c",
    orderFacts: facts,
    items: [],
    baseOf: () => baseMinor,
    final: false,
  });
  if (result.status !== "decided") throw new Error(JSON.stringify(result));
  const documents = [package72.document];
  return languages.map((language) =>
    explainDecision(result.decision, documents, language, accepted).flatMap(({ items }) =>
      items.flatMap(({ sentences }) => sentences.map(({ text }) => text)),
    ),
  );
}

describe("a reason", () => {
  test("is reckoned in money, from the sum to what is left", () => {
    const [chinese] = told(known({ since: 1_728_049, used: "79/900" }), 3_600_000);
    expect(chinese?.[0]).toContain("29,240.00元");
    expect(chinese?.[1]).toContain("实际为20天");
    expect(chinese?.[2]).toMatch(
      /36,000\.00元的90%为32,400\.00元，减去3,160\.00元.*余29,240\.00元/,
    );
  });

  test.each([
    [259_201, "72小时1秒"],
    [1_038_162, "12天"],
    [4_358, "约1小时"],
    [259_200, "72小时"],
  ])("says %i seconds beside 72 hours as %s", (since, text) => {
    const [chinese] = told(known({ since, used: "1/10" }), 100_000);
    expect(chinese?.join("")).toContain(`实际为${text}）`);
  });

  test("of an order without the sum never says that it pays", () => {
    for (const sentences of told(known({ since: 10, used: 0 }), 0)) {
      expect(sentences).toHaveLength(1);
      expect(sentences.join("")).not.toMatch(/全额退还|全額退還|in full/);
    }
  });

  test("of a claim that brings nothing new never says that it pays", () => {
    for (const sentences of told(known({ since: 10, used: 0 }), 100_000, false)) {
      expect(sentences).toHaveLength(1);
      expect(sentences.join("")).not.toMatch(/全额退还|全額退還|in full/);
    }
  });

  test("has no form of a machine, whatever was used and however long it took", () => {
    for (let n = 1; n < 400; n += 7) {
      const facts = known({ since: 61 * n * n, used: `${n}/997` });
      const faults = told(facts, 3_600_000 + n)
        .flat()
        .flatMap(faultsOf);
      expect(faults, String(n)).toEqual([]);
    }
  });
});

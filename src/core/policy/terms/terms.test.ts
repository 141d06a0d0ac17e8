import { describe, expect, it } from "vitest";
import { languages } from "../texts.ts";
import { documentOf, policyText } from "../testing/documents.ts";
import { answersRight, checkTexts, promiseHeadline, questionsOf } from "./index.ts";
import { returnPolicyDocument, returnPolicyJsonLd, termsPage } from "./index.ts";
import type { TermsAbout } from "./index.ts";

const document = documentOf(
  policyText(`  cool: {when: {since: {at_most: 72h}}, give: {pay: 100%}}
  late:
    when: {since: {more_than: 72h}, cause: [none, breach]}
    why: too_late
    give: {pay: {rate: 90%, less: used}}
  ours: {when: {since: {more_than: 72h}, cause: trader}, give: {pay: 2/3}}`),
);

const about: TermsAbout = {
  carried: {
    market: null,
    sources: {},
    citations: {},
    deadlines: [
      {
        ...{ name: "repay", duty: "merchant", from: "claim.decided_at", to: "refund.paid_at" },
        ...{ within: "7d", kinds: null, citations: [] },
      },
    ],
    duties: [],
    notes: {},
  },
  floors: [],
  unsaid: { cause: "none" },
  merchant: null,
  params: null,
  example: { amountMinor: 99_999, currency: "CNY" },
  address: null,
};

function sectionOf(heading: string): unknown {
  return termsPage(document, about, "en").sections.find((each) => each.heading === heading)?.blocks;
}

describe("terms", () => {
  it("say the clauses of a head, common conditions once", () => {
    expect(sectionOf("Refund of the prepaid sum")).toEqual([
      {
        kind: "list",
        ordered: true,
        items: [
          {
            text: "If you ask within 72 hours, we pay back the prepaid sum in full.",
            items: [],
          },
          {
            text: "If the time since payment is more than 72 hours:",
            items: [
              {
                text:
                  "If nobody is at fault or you broke the contract, we pay back 90% of the " +
                  "prepaid sum, less the part used; where nothing is left, nothing is paid back " +
                  "(the time is over).",
                items: [],
              },
              {
                text: "If the fault is ours, we pay back 2/3 of the prepaid sum.",
                items: [],
              },
            ],
          },
        ],
      },
    ]);
  });

  it("show both sides of a boundary in money, rounded up for the customer", () => {
    expect(sectionOf("Worked examples")).toMatchObject([
      { kind: "paragraph" },
      {
        kind: "table",
        rows: [
          ["The time since payment: 72 hours; the part used: 1/3", "We pay back CNY 999.99"],
          [
            "The time since payment: 72 hours 1 second; the part used: 1/3",
            "We pay back CNY 566.67",
          ],
          [
            "The time since payment: 72 hours 1 second; the fault is ours",
            "We pay back CNY 666.66",
          ],
        ],
      },
      { kind: "paragraph" },
    ]);
  });

  it("say who bears the burden of what", () => {
    expect(sectionOf("Your rights")).toMatchObject([
      {
        items: expect.arrayContaining([
          expect.objectContaining({
            text:
              "It is for us to prove these facts, and where we cannot, your word stands: " +
              "the cause.",
          }),
        ]) as unknown,
      },
    ]);
    expect(sectionOf("Time limits")).toMatchObject([
      { items: [{ text: "We pay within 7 days of the decision." }] },
      { kind: "paragraph" },
      { kind: "paragraph" },
    ]);
  });

  it("refuse a parameter that the document does not have", () => {
    expect(() => termsPage(document, { ...about, params: { notice: "7d" } }, "en")).toThrow(
      "has no parameter `notice`",
    );
    expect(checkTexts(document, about)).toEqual([]);
  });
});

describe("what a poster says", () => {
  it("is the strongest in brief, then by when", () => {
    expect(promiseHeadline(document, about, "en")).toEqual({
      language: "en",
      name: "test",
      title: "You ask within 72 hours: the prepaid sum back in full",
      lines: [
        "The fault is ours, the time since payment is more than 72 hours: we pay back 2/3 of the " +
          "prepaid sum",
        "We pay within 7 days of the decision.",
      ],
      audience: null,
      small: "Full terms: ask us for them",
    });
  });

  it("names those for whom alone it is, in each language", () => {
    const only = (audience: "business" | "consumer") =>
      languages.map((language) => {
        const told = promiseHeadline({ ...document, binds: [audience] }, about, language);
        return [told.audience, told.small];
      });
    expect(only("business")).toEqual([
      ["仅限企业客户", "仅限企业客户。完整条款：请向我们索取"],
      ["僅限企業客戶", "僅限企業客戶。完整條款：請向本公司索取"],
      ["For business customers only", "For business customers only. Full terms: ask us for them"],
    ]);
    expect(only("consumer").map(([audience]) => audience)).toEqual([
      "仅限消费者",
      "僅限消費者",
      "For consumers only",
    ]);
  });

  it("leaves out what a clause before it lessens, and what needs reckoning", () => {
    const lessened = documentOf(
      policyText(`  most: {when: {since: {at_most: 72h}}, give: {pay: 100%}}
  less: {when: {since: {at_most: 72h}, cause: breach}, over: [most], give: {pay: 50%}}
  some: {when: {since: {more_than: 72h}}, give: {pay: {rate: 90%, less: used}}, why: too_late}`),
    );
    const { title, lines } = promiseHeadline(lessened, about, "zh-CN");
    expect([title, ...lines]).toEqual([
      "you broke the contract，you ask within 72小时，我们退还the prepaid sum的50%",
      "我们自作出决定起7日内退款。",
    ]);
  });

  it("of deductions alone says where there is none, in each language", () => {
    const taken = documentOf(
      policyText(
        `  some: {when: {cause: [none, breach]}, give: {pay: 10%}}
  none: {when: {cause: trader}, give: {pay: 0%}}`,
        "{pay: {take: order.prepaid}}",
      ),
    );
    const titles = languages.map((language) => promiseHeadline(taken, about, language).title);
    expect(titles).toEqual([
      "the fault is ours，the prepaid sum全部归您",
      "the fault is ours，the prepaid sum全部歸您",
      "The fault is ours: the prepaid sum stays yours in full",
    ]);
  });
});

describe("questions about the terms", () => {
  const questions = questionsOf(document, about, "en");

  it("ask for one side of a boundary, and offer the other", () => {
    expect(questions[0]).toEqual({
      id: "q1",
      text:
        "The time since payment: 72 hours 1 second; the part used: 1/3. What becomes of the " +
        "prepaid sum of CNY 999.99?",
      answers: [
        { id: "a1", text: "We pay back CNY 566.67" },
        { id: "a2", text: "We pay back CNY 666.66" },
        { id: "a3", text: "We pay back CNY 999.99" },
      ],
      right: "a1",
    });
    expect(questions.map(({ right }) => right)).toEqual(["a1", "a2"]);
    expect(questionsOf(document, about, "en")).toEqual(questions);
  });

  it("are passed with every right answer alone", () => {
    expect(answersRight(questions, { q1: "a1", q2: "a2" })).toBe(true);
    expect(answersRight(questions, { q1: "a1", q2: "a3" })).toBe(false);
    expect(answersRight(questions, { q1: "a1" })).toBe(false);
  });
});

describe("structured data", () => {
  it("is for returns of goods alone", () => {
    const { jsonLd, notExpressible } = returnPolicyJsonLd(document, about, "en");
    expect(jsonLd).toBeNull();
    expect(notExpressible).toEqual([
      "schema.org's return policies are about goods, and these terms are not",
    ]);
  });

  it("is one document with what it lacks, of a type of its own where it is no return", () => {
    const context = ["https://schema.org", { makegood: "urn:makegood:" }];
    expect(returnPolicyDocument({ jsonLd: null, notExpressible: ["a"] })).toEqual({
      ...{ "@context": context, "@type": "makegood:Promise", "makegood:notExpressible": ["a"] },
    });
    const jsonLd = { "@context": "https://schema.org", "@type": "MerchantReturnPolicy" };
    expect(returnPolicyDocument({ jsonLd, notExpressible: [] })).toEqual({
      ...{ "@context": context, "@type": "MerchantReturnPolicy", "makegood:notExpressible": [] },
    });
  });
});

import { describe, expect, it } from "vitest";
import { documentOf, policyText } from "../testing/documents.ts";
import { floorOf } from "../testing/proof.ts";
import { languages } from "../texts.ts";
import type { CarriedDeadline, CarriedTexts, TermsAbout } from "./about.ts";
import { termsPage } from "./index.ts";
import { sourceText } from "./sections-of-law.ts";

const silent: CarriedTexts = {
  ...{ market: null, sources: {}, citations: {}, deadlines: [], duties: [], notes: {} },
};
const bare: TermsAbout = {
  ...{ carried: silent, floors: [], unsaid: {}, merchant: null, params: null, address: null },
  example: { amountMinor: 10_000, currency: "CNY" },
};

const texts = (text: string) => ({ "zh-CN": text, "zh-TW": text, en: text });

function answering(kind: string, clauses: string, heads?: string) {
  return documentOf(policyText(clauses, heads).replace("heads:", `answers: [${kind}]\nheads:`));
}

const recorded = "  all: {when: {ended: yes}, give: {pay: 100%}}";
const reviewed = "  all: {when: {cause: trader}, give: {pay: 100%}}";

/** Paragraphs and list items of a section, in order. */
function toldIn(
  heading: string,
  document: Parameters<typeof termsPage>[0],
  about: TermsAbout,
  language: (typeof languages)[number] = "en",
): string[] {
  const section = termsPage(document, about, language).sections.find(
    (each) => each.heading === heading,
  );
  return (section?.blocks ?? []).flatMap((block) => {
    if (block.kind === "list") return block.items.map(({ text }) => text);
    return block.kind === "paragraph" ? [block.text] : [];
  });
}

const steps = "How it goes, step by step";

describe("how a claim goes", () => {
  it.each([
    ["cancel", "payment, signing and use"],
    ["refund", "payment, dispatch and receipt"],
    ["ineffective", "the payment and what was bought"],
    ["packet_return", "where the red packet came from, its state, and when it was credited"],
    ["campaign_off", "payment, registration and coupons held"],
  ])("names for %s the records that are looked up", (kind, records) => {
    expect(toldIn(steps, answering(kind, recorded), bare)[1]).toBe(
      `We check the order: ${records} are taken from the records; you need not prove them.`,
    );
  });

  it("looks up no records for what is of no known kind", () => {
    const told = toldIn(steps, answering("goodwill", recorded), bare);
    expect(told.some((text) => text.startsWith("We check the order"))).toBe(false);
    expect(toldIn("Your duties", answering("refund", recorded), bare)).toEqual([
      "Say what is true, and hand in proof that is genuine.",
    ]);
  });

  it("has goods sent back where payment waits for them, and nowhere else", () => {
    const repay: CarriedDeadline = {
      ...{ name: "repay", duty: "merchant", from: "return.received_at", to: "refund.paid_at" },
      ...{ within: "7d", kinds: null, citations: [] },
    };
    const awaiting = { ...bare, carried: { ...silent, deadlines: [repay] } };
    const document = answering("refund", recorded);
    const sent = "Where goods have to come back, you send them; we pay once they have arrived.";
    expect(toldIn(steps, document, awaiting)).toContain(sent);
    expect(toldIn(steps, document, bare)).not.toContain(sent);
    expect(toldIn("Your duties", document, awaiting)).toEqual([
      "Say what is true, and hand in proof that is genuine.",
      "With a return, give back the goods.",
    ]);
    const floor = floorOf("  least: {cite: law, give: {pay: 45%}}");
    const floors = [{ document: floor, carried: { ...silent, market: "CN" } }];
    expect(toldIn("Your duties", document, { ...awaiting, floors })).toContain(
      "With a return, give back the goods, what belongs to them and any gift.",
    );
    expect(toldIn("Your duties", document, { ...bare, floors })).toEqual([
      "Say what is true, and hand in proof that is genuine.",
    ]);
  });

  it("names no procedure that a merchant would have to arrange, in each language", () => {
    const merchant = {
      ...{ name: "Shop", registeredName: null, address: null, website: null },
      ...{ applyAt: "here", contact: "there", complaintsAt: "over there" },
    };
    const document = answering("cancel", reviewed);
    const told = (about: TermsAbout) =>
      (["办理步骤", "辦理步驟", steps] as const).map((heading, index) => {
        const all = toldIn(heading, document, about, languages[index]);
        return [all[0], all[2], all.at(-1), all.length];
      });
    const reached = told({ ...bare, merchant });
    expect(reached).toEqual([
      [
        "您提出申请：写明订单号、请求事项和事情经过。",
        "需要认定的事实，由我们审核人员认定；需要证明材料的，我们告知您须提供什么、如何提交。",
        "您不同意结果的，可以通过下列联系方式向我们投诉，也可以依法向主管部门投诉或者提起诉讼。",
        7,
      ],
      [
        "您提出申請：寫明訂單編號、請求事項與事情經過。",
        "須認定的事實，由本公司審核人員認定；需要證明資料者，本公司告知您須提供什麼、如何提交。",
        "您不同意結果者，得以下列聯絡方式向本公司申訴，亦得依法向主管機關申訴或提起訴訟。",
        7,
      ],
      [
        "You file a claim: say which order it is about, what you ask for and what happened.",
        "What has to be established, our reviewers establish; where proof is needed, we tell you " +
          "what and how to hand it in.",
        "If you do not agree, you can complain to us at the contact below, and turn to the " +
          "authorities or the courts.",
        7,
      ],
    ]);
    expect(told(bare).map(([, , complaint]) => complaint)).toEqual([
      "您不同意结果的，可以向我们投诉，也可以依法向主管部门投诉或者提起诉讼。",
      "您不同意結果者，得向本公司申訴，亦得依法向主管機關申訴或提起訴訟。",
      "If you do not agree, you can complain to us, and turn to the authorities or the courts.",
    ]);
  });

  it("promises a voucher where one is given, and money where some is paid", () => {
    const voucher = "A voucher that is due to you is sent to you; you need not ask for it.";
    const money = /^Money goes back the way it came;/;
    const given = answering("cancel", recorded, "{pay: {grant: voucher, of: order.prepaid}}");
    expect(toldIn(steps, given, bare)).toContain(voucher);
    expect(toldIn(steps, given, bare).some((text) => money.test(text))).toBe(false);
    const paid = toldIn(steps, answering("cancel", recorded), bare);
    expect(paid).not.toContain(voucher);
    expect(paid.some((text) => money.test(text))).toBe(true);
  });
});

describe("time limits", () => {
  const deadlines: readonly CarriedDeadline[] = [
    {
      ...{ name: "decide", duty: "merchant", from: "claim.filed_at", to: "claim.decided_at" },
      ...{ within: "3bd", kinds: null, citations: [] },
    },
    {
      ...{ name: "supplement", duty: "customer", from: "claim.asked_at" },
      ...{ to: "claim.supplemented_at", within: "1d", kinds: null, citations: [] },
    },
  ];
  const about = { ...bare, carried: { ...silent, deadlines } };
  const pause =
    "While we wait for what we asked of you, our own time limits pause; the law's never do, and " +
    "the earlier of the two holds.";

  it("are the customer's where something can be asked of them", () => {
    const told = toldIn("Time limits", answering("cancel", reviewed), about);
    expect(told.slice(0, 2)).toEqual([
      "We decide and give notice within 3 business days of receiving the claim.",
      "You hand in what is still needed within 1 day of being asked.",
    ]);
    expect(told).toContain(pause);
  });

  it("are the merchant's alone where the records tell everything, or a wish is all", () => {
    const wished = "  all: {when: {wish: money}, give: {pay: 100%}}";
    for (const clauses of [recorded, wished]) {
      const told = toldIn("Time limits", answering("cancel", clauses), about);
      expect(told[0]).toBe(
        "We decide and give notice within 3 business days of receiving the claim.",
      );
      expect(told.some((text) => text.startsWith("You "))).toBe(false);
      expect(told).not.toContain(pause);
    }
  });

  const law = {
    title: "某某办法",
    titles: { "zh-CN": "某某办法", "zh-TW": "某某辦法", en: "Some Measures" },
    number: null,
  };
  const repay: CarriedDeadline = {
    ...{ name: "repay", duty: "merchant", from: "claim.filed_at", to: "refund.paid_at" },
    ...{ within: "15d", kinds: ["cancel", "refund"] },
    citations: [{ source: "law", article: "第二十一条", quote: null }],
  };
  const cited = { ...silent, sources: { law }, deadlines: [repay] };

  it("of the law are told with their article, in each language", () => {
    const floor = floorOf("  least: {cite: law, give: {pay: 45%}}");
    const under = { ...bare, floors: [{ document: floor, carried: cited }] } as TermsAbout;
    const document = answering("cancel", recorded);
    const headings = ["期限", "期限", "Time limits"];
    expect(
      languages.map((language, at) => toldIn(headings[at] ?? "", document, under, language)[0]),
    ).toEqual([
      "依照《某某办法》第二十一条，经营者应当自收到申请起15日内退款。",
      "依《某某辦法》第二十一條，業者應自收到申請起15天內退款。",
      "Under Some Measures, art. 21, the trader must pay within 15 days of receiving the claim.",
    ]);
    expect(toldIn("Time limits", answering("packet_return", recorded), under)).toEqual([]);
  });

  it.each([
    ["第一条", "art. 1", "第一條"],
    ["第十条", "art. 10", "第十條"],
    ["第十四条", "art. 14", "第十四條"],
    ["第四十条", "art. 40", "第四十條"],
    ["第九十九条", "art. 99", "第九十九條"],
    ["第一百条", "art. 100", "第一百條"],
    ["第一百零五条", "art. 105", "第一百零五條"],
    ["第一百一十六条", "art. 116", "第一百一十六條"],
    ["Art. 9(1)", "Art. 9(1)", "Art. 9(1)"],
    ["第十四条第二款", "第十四条第二款", "第十四条第二款"],
  ])("name %s as %s", (article, english, traditional) => {
    const cite = { source: "law", article, quote: null };
    expect(sourceText(cite, cited, "en")).toBe(`Some Measures, ${english}`);
    expect(sourceText(cite, cited, "zh-TW")).toBe(`《某某辦法》${traditional}`);
    expect(sourceText(cite, cited, "zh-CN")).toBe(`《某某办法》${article}`);
    const unnamed = { ...cited, sources: { law: { ...law, titles: null } } };
    expect(sourceText(cite, unnamed, "en")).toBe(`某某办法, ${english}`);
    expect(sourceText(cite, silent, "zh-CN")).toBe(`《law》${article}`);
  });
});

describe("rights and duties", () => {
  const duty = (name: string, more: object = {}) => ({
    ...{ name, duty: "merchant" as const, kinds: null, say: texts(name), citations: [] },
    ...more,
  });
  const duties = [
    duty("the terms are shown"),
    duty("the choice is the customer's", { kinds: ["campaign_off"] }),
    duty("the customer bears the freight", { duty: "customer" }),
  ];
  const carried = { ...silent, duties };

  it("are of those who have them, and of the claims that they are about", () => {
    const document = answering("cancel", recorded);
    const about = { ...bare, carried };
    expect(toldIn("Our duties", document, about).slice(2)).toEqual(["The terms are shown."]);
    expect(toldIn("Your duties", document, about).slice(1)).toEqual([
      "The customer bears the freight.",
    ]);
    const called = toldIn("Our duties", answering("campaign_off", recorded), about);
    expect(called.slice(2)).toEqual(["The terms are shown.", "The choice is the customer's."]);
  });

  it("of a floor stand under whose they are", () => {
    const floor = floorOf("  least: {cite: law, give: {pay: 45%}}");
    const about = { ...bare, carried };
    expect(toldIn("Duties of the trader", floor, about)).toEqual(["The terms are shown."]);
    expect(toldIn("Duties of the consumer", floor, about)).toEqual([
      "The customer bears the freight.",
    ]);
  });

  it("leave a wish to the customer, in each language", () => {
    const document = answering("cancel", "  all: {when: {wish: money}, give: {pay: 100%}}");
    const headings = ["您的权利", "您的權利", "Your rights"];
    expect(
      languages.map((language, at) => toldIn(headings[at] ?? "", document, bare, language)[2]),
    ).toEqual([
      "由您决定：you want money或者you want a voucher。您不作表示的，按“you want money”办理。",
      "由您決定：you want money或you want a voucher。您未表示者，以「you want money」辦理。",
      "It is for you to decide: you want money or you want a voucher. If you say nothing, it " +
        "counts as “you want money”.",
    ]);
  });

  it("let the merchant deduct what the document deducts", () => {
    const document = answering(
      "cancel",
      "  all: {when: {ended: yes}, give: {pay: 10%}}",
      "{pay: {take: order.prepaid}}",
    );
    expect(toldIn("Our rights", document, bare)).toEqual([
      "In the cases above we may deduct the prepaid sum.",
    ]);
  });
});

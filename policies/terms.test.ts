import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkTexts, languages, pageMarkdown, termsPage } from "../src/core/index.ts";
import { type Language, returnPolicyJsonLd } from "../src/core/index.ts";
import { shippedCatalogue, shippedFile } from "./shipped-files.ts";
import { aboutShipped, shippedFiles } from "./terms-about.ts";

describe.each(shippedFiles().map((file) => [file.document.id, file] as const))(
  "the terms of %s",
  (id, file) => {
    it.each(languages)("read in %s as their golden file", async (language) => {
      const text = pageMarkdown(termsPage(file.document, aboutShipped(file, language), language));
      await expect(text).toMatchFileSnapshot(join("terms", `${id}.${language}.md`));
    });

    it("are read back as the clauses that they were made from", () => {
      expect(checkTexts(file.document, { params: null })).toEqual([]);
      expect(checkTexts(file.document, { params: {} })).toEqual([]);
    });
  },
);

const notExpressible: Readonly<Record<Language, readonly string[]>> = {
  "zh-CN": [
    "“退还已付发货运费”：schema.org 没有相应的属性",
    "“扣除事先标明的赠品价格”：schema.org 没有相应的属性",
    "影响结果的以下事实无法表达：商品是否完好；是否属于不适用退货的商品；" +
      "退货商品中是否有不适用退货的商品；赠品；退货范围",
    "退货期自收到商品次日起算，起算和顺延的方式无法表达：schema.org 只有天数",
    "其他情形下的90日无法表达：schema.org 只有一个退货期",
    "以下期限无法表达：我们自收到申请起3个工作日内作出决定并告知。",
    "以下期限无法表达：我们自收到退回的商品起7日内退款。",
    "以下期限无法表达：您自收到补充通知起7日内补充所需材料。",
  ],
  "zh-TW": [
    "「退還已付寄送運費」：schema.org 沒有相應的屬性",
    "「扣除事先標明的贈品價格」：schema.org 沒有相應的屬性",
    "影響結果的以下事實無法表達：商品是否完整；是否屬於不適用退貨的商品；" +
      "退貨商品中是否有不適用退貨的商品；贈品；退貨範圍",
    "退貨期自收到商品翌日起算，起算與順延的方式無法表達：schema.org 只有天數",
    "其他情形下的90天無法表達：schema.org 只有一個退貨期",
    "以下期限無法表達：本公司自收到申請起3個工作日內作出決定並告知。",
    "以下期限無法表達：本公司自收到退回的商品起7天內退款。",
    "以下期限無法表達：您自收到補件通知起7天內補齊所需資料。",
  ],
  en: [
    "“Refund of the delivery charge”: schema.org has no property for it",
    "“Deduction of the stated price of the gift”: schema.org has no property for it",
    "these facts change the answer and cannot be expressed: whether the goods are " +
      "intact; whether the goods are excluded; whether a returned item is excluded; the gift; " +
      "how much is returned",
    "the window begins the day after the goods came; how it is counted cannot be " +
      "expressed, since schema.org knows a number of days alone",
    "the 90 days of other cases cannot be expressed, since schema.org knows one window",
    "this time limit cannot be expressed: we decide and give notice within 3 business " +
      "days of receiving the claim.",
    "this time limit cannot be expressed: we pay within 7 days of receiving the goods back.",
    "this time limit cannot be expressed: you hand in what is still needed within 7 " +
      "days of being asked.",
  ],
};

describe("schema.org data of a policy about goods", () => {
  const goods = shippedFile("order-refund.policy.yaml", shippedCatalogue());

  it("says what it can of window, money and freight, each decided", () => {
    const about = { ...aboutShipped(goods, "en"), address: "https://shop.example/terms" };
    expect(returnPolicyJsonLd(goods.document, about, "en").jsonLd).toEqual({
      "@context": "https://schema.org",
      "@type": "MerchantReturnPolicy",
      applicableCountry: "CN",
      returnPolicyCategory: "https://schema.org/MerchantReturnFiniteReturnWindow",
      merchantReturnDays: 7,
      refundType: "https://schema.org/FullRefund",
      returnFees: "https://schema.org/ReturnFeesCustomerResponsibility",
      customerRemorseReturnFees: "https://schema.org/ReturnFeesCustomerResponsibility",
      itemDefectReturnFees: "https://schema.org/FreeReturn",
      merchantReturnLink: "https://shop.example/terms",
    });
  });

  it.each(languages)("names in %s what it cannot say", (language) => {
    const told = returnPolicyJsonLd(goods.document, aboutShipped(goods, language), language);
    expect(told.notExpressible).toEqual(notExpressible[language]);
  });

  it("of a policy without a clock leaves the window open", () => {
    const replayed = shippedFile("online-retail-replay.policy.yaml", shippedCatalogue());
    const { jsonLd, notExpressible: lacking } = returnPolicyJsonLd(
      replayed.document,
      aboutShipped(replayed, "en"),
      "en",
    );
    expect(jsonLd).toEqual({
      "@context": "https://schema.org",
      "@type": "MerchantReturnPolicy",
      returnPolicyCategory: "https://schema.org/MerchantReturnUnspecified",
    });
    expect(lacking).toEqual([
      "these facts change the answer and cannot be expressed: the share asked back",
    ]);
  });
});

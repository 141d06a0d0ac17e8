import { describe, expect, it } from "vitest";
import type { FloorDocument, RuleDocument } from "../model.ts";
import { languages } from "../texts.ts";
import { documentOf, policyText } from "../testing/documents.ts";
import { contactTexts, offeredBy, termsPage } from "./index.ts";
import type { MerchantContact, TermsAbout, TermsMerchant } from "./index.ts";

const contact: MerchantContact = {
  registeredName: "守诺有限公司",
  address: "示范路 1 号",
  phone: "400-820-8820",
  email: "service@shop.example",
  hours: { "zh-CN": "每天", "zh-TW": "每日", en: "daily" },
  website: "https://shop.example",
  complaints: { phone: null, email: "head@shop.example" },
};

describe("how a merchant is reached", () => {
  it("is told with the hours of what is named first", () => {
    expect(languages.map((language) => contactTexts(contact, language))).toEqual([
      {
        ask: "电话 400-820-8820（每天），邮箱 service@shop.example",
        complain: "邮箱 head@shop.example",
      },
      {
        ask: "電話 400-820-8820（每日），電子郵件 service@shop.example",
        complain: "電子郵件 head@shop.example",
      },
      {
        ask: "telephone 400-820-8820 (daily), e-mail service@shop.example",
        complain: "e-mail head@shop.example",
      },
    ]);
    expect(contactTexts({ ...contact, phone: null }, "en").ask).toBe(
      "e-mail service@shop.example (daily)",
    );
    expect(contactTexts({ ...contact, email: null, hours: null }, "en").ask).toBe(
      "telephone 400-820-8820",
    );
  });

  it("is one and the same for questions and complaints where nothing else is stated", () => {
    const { ask, complain } = contactTexts({ ...contact, complaints: null }, "en");
    expect(complain).toBe(ask);
  });

  it("names the company behind a shop once", () => {
    expect(offeredBy("守诺商城", "守诺有限公司", "zh-CN")).toBe("守诺有限公司（守诺商城）");
    expect(offeredBy("Shop", "Shop Ltd", "en")).toBe("Shop Ltd (Shop)");
    expect(offeredBy("Shop", "Shop", "en")).toBe("Shop");
    expect(offeredBy("Shop", null, "en")).toBe("Shop");
  });
});

const carried: TermsAbout["carried"] = {
  market: "CN",
  sources: {},
  citations: {},
  deadlines: [],
  duties: [],
  notes: {},
};
const merchant: TermsMerchant = {
  name: "Shop",
  registeredName: "Shop Ltd",
  address: "1 Example Road",
  website: "https://shop.example",
  applyAt: "https://promise.example/portal/shop",
  contact: "telephone 1",
  complaintsAt: "telephone 2",
};
const document = documentOf(
  policyText(`  soon: {when: {since: {at_most: 72h}}, give: {pay: 100%}}
  late: {when: {since: {more_than: 72h}}, why: too_late, give: {pay: 0%}}`),
);

function rowsOf(heading: string, about: Partial<TermsAbout>, of: RuleDocument = document) {
  const whole: TermsAbout = {
    ...{ carried, floors: [], unsaid: {}, merchant, params: null, address: null },
    ...{ example: { amountMinor: 1000, currency: "CNY" }, ...about },
  };
  const section = termsPage(of, whole, "en").sections.find((each) => each.heading === heading);
  return section?.blocks.flatMap((block) => (block.kind === "labelled" ? block.rows : []));
}

const scope = "What this covers";

describe("terms", () => {
  it("say who offers them and where that is", () => {
    expect(rowsOf(scope, {})?.slice(0, 3)).toEqual([
      { label: "Offered by", text: "Shop Ltd (Shop)" },
      { label: "Address", text: "1 Example Road" },
      { label: "Website", text: "https://shop.example" },
    ]);
    const unstated = { ...merchant, registeredName: null, address: null, website: null };
    const labels = rowsOf(scope, { merchant: unstated })?.map(({ label }) => label);
    expect(labels).toContain("Offered by");
    expect(labels).not.toContain("Address");
    expect(labels).not.toContain("Website");
    expect(rowsOf(scope, { merchant: null })?.map(({ label }) => label)).not.toContain(
      "Offered by",
    );
  });

  it("say how to apply and whom to ask, and the regulator where its law binds", () => {
    const heading = "How to apply and whom to ask";
    const own = [
      { label: "Apply", text: "https://promise.example/portal/shop" },
      { label: "Ask", text: "telephone 1" },
      { label: "Complain", text: "telephone 2" },
    ];
    const regulator = {
      label: "Regulator",
      text: "telephone 12315, or the national 12315 platform of the market regulator",
    };
    expect(rowsOf(heading, {})).toEqual([...own, regulator]);
    const elsewhere = { ...carried, market: null };
    expect(rowsOf(heading, { carried: elsewhere })).toEqual(own);
    const floor = { ...document, kind: "floor", verified: true } as unknown as FloorDocument;
    const floors = [{ document: floor, carried }];
    expect(rowsOf(heading, { carried: elsewhere, floors })).toEqual([...own, regulator]);
    expect(rowsOf(heading, {}, { ...document, binds: ["business"] })).toEqual(own);
    expect(rowsOf(heading, { merchant: null })).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { languages } from "../contract/index.ts";
import type { Language } from "../contract/index.ts";
import { amountsText, outcomeText } from "./amounts.ts";
import { renderNotice } from "./template.ts";
import type { NoticeKind } from "./template.ts";
import { templates } from "./templates.ts";

const kinds = Object.keys(templates) as NoticeKind[];
const reason = "because {of} this";

const receivedOn = { "zh-CN": "2026年1月5日", "zh-TW": "2026年1月5日", en: "January 5, 2026" };
const dueOn = { "zh-CN": "2026年1月12日", "zh-TW": "2026年1月12日", en: "January 12, 2026" };
const endsOn = { "zh-CN": "2026年2月1日", "zh-TW": "2026年2月1日", en: "February 1, 2026" };
const valuesIn = (language: Language) => ({
  number: "C-ABCD-1234",
  orders: "A-1001",
  receivedOn: receivedOn[language],
  dueOn: dueOn[language],
  endsOn: endsOn[language],
  outcome: outcomeText(
    [
      { unit: "CNY", units: 39_710 },
      { unit: "points", units: 132 },
    ],
    [{ unit: "voucher:CNY", units: 2000 }],
    language,
  ),
  amount: amountsText([{ unit: "CNY", units: 1250 }], language) ?? "",
  chargedBack: amountsText([{ unit: "CNY", units: 725 }], language) ?? "",
});

const rendered = (kind: NoticeKind, language: Language) =>
  renderNotice(kind, language, { values: valuesIn(language), reasons: [reason] });

describe.each(kinds)("the notice %s", (kind) => {
  it.each(languages)("says all it has in %s and leaves no name unfilled", (language) => {
    const { title, text } = rendered(kind, language);
    expect(`${title}\n${text}`.replace(reason, "")).not.toMatch(/[{}]/);
    expect(title).toMatch(/C-ABCD-1234|A-1001/);
    const template = JSON.stringify(templates[kind][language]);
    for (const [name, value] of Object.entries(valuesIn(language))) {
      if (template.includes(`{${name}}`)) expect(title + text).toContain(value);
    }
    if (template.includes("{reasons}")) expect(text).toContain(`· ${reason}`);
  });
});

describe("all notices", () => {
  it("a request without a deadline asks for an answer soon", () => {
    const values = { ...valuesIn("en"), dueOn: "none" };
    const { text } = renderNotice("claim_asked", "en", { values, reasons: [reason] });
    expect(text).toContain("\nPlease answer soon.\n");
    expect(text).not.toContain("by the end of");
  });

  it.each(languages)("read in %s as they stand in the file", async (language) => {
    const letters = kinds.map((kind) => {
      const { title, text } = rendered(kind, language);
      return `${title}\n\n${text}\n`;
    });
    await expect(letters.join("\n---\n\n")).toMatchFileSnapshot(`letters/${language}.txt`);
  });

  it("are written in the script of their language", () => {
    const all = (language: Language) =>
      JSON.stringify(kinds.map((kind) => templates[kind][language]));
    expect(all("zh-TW")).not.toMatch(/[们这时为请说订单过给还发现数据门质类应动于]/u);
    expect(all("zh-CN")).not.toMatch(/[們這時為請說訂單過給還發現數據門質類應動於]/u);
  });
});

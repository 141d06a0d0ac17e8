import { describe, expect, it } from "vitest";
import { languages } from "../contract/index.ts";
import { renderNotice } from "./template.ts";
import type { NoticeKind } from "./template.ts";
import { templates } from "./templates.ts";

const values = {
  number: "C-ABCD-1234",
  orders: "A-1",
  receivedOn: "2026-01-05",
  amount: "CNY 12.50",
  chargedBack: "CNY 7.25",
};
const kinds = Object.keys(templates) as NoticeKind[];

describe.each(kinds)("the notice %s", (kind) => {
  it.each(languages)("says all it has in %s and leaves no name unfilled", (language) => {
    const content = { values, reasons: ["because {of} this"] };
    const { title, text } = renderNotice(kind, language, content);
    expect(`${title}\n${text}`.replace("because {of} this", "")).not.toMatch(/[{}]/);
    expect(title).toContain("C-ABCD-1234");
    const template = JSON.stringify(templates[kind][language]);
    if (template.includes("{amount}")) expect(title + text).toContain("CNY 12.50");
    if (template.includes("{chargedBack}")) expect(title + text).toContain("CNY 7.25");
    if (template.includes("{reasons}")) expect(text).toContain("· because {of} this");
  });
});

it("is written in the script of its language", () => {
  const text = (language: "zh-CN" | "zh-TW") => JSON.stringify(templates.claim_settled[language]);
  expect(text("zh-CN")).toContain("申请");
  expect(text("zh-TW")).toContain("申請");
  expect(text("zh-TW")).not.toContain("申请");
});

import { describe, expect, it } from "vitest";
import type { Page, PageSection } from "../../core/index.ts";
import { drawPage as pagePdf } from "./page-pdf.ts";
import { readPdf } from "./testing.ts";

const createdAt = Date.UTC(2026, 10, 22, 8) as never;
const section = (heading: string, ...blocks: PageSection["blocks"]): PageSection => ({
  heading,
  blocks,
});

const terms: Page = {
  language: "zh-TW",
  title: "數位行銷方案取消與退款規則",
  subtitle: "package-cancel@2",
  sections: [
    section(
      "一、退多少",
      { kind: "paragraph", text: "簽約後七十二小時內取消的，退還您實際支付的全部款項。" },
      {
        kind: "list",
        ordered: false,
        items: [{ text: "有下列情形之一的：", items: [{ text: "遲延履行十五日；", items: [] }] }],
      },
      { kind: "quotation", text: "凡承諾者，必守之。", source: "第十四條" },
    ),
    section("二、算給您看", {
      kind: "table",
      head: ["情形", "退款"],
      rows: [
        ["七十二小時整", "¥12,000.00"],
        ["多一秒", "¥8.00"],
      ],
      figures: [1],
    }),
    section("三、怎樣申請", { kind: "labelled", rows: [{ label: "入口", text: "線上申請" }] }),
  ],
  footer: ["規則雜湊 4f6c"],
};

describe("a page on paper", { timeout: 120_000 }, () => {
  it("can be read back, block by block, in order", async () => {
    const { pages, info } = await readPdf(await pagePdf(terms, { createdAt }));
    expect(pages).toHaveLength(1);
    const text = pages[0]!.replaceAll("\n", " ");
    const parts = [
      terms.title,
      "package-cancel@2",
      "一、退多少",
      "全部款項。",
      "有下列情形之一的：",
    ];
    parts.push("遲延履行十五日；", "凡承諾者，必守之。", "第十四條", "七十二小時整 ¥12,000.00");
    parts.push("多一秒 ¥8.00", "入口 線上申請", "規則雜湊 4f6c", "1 / 1");
    const places = parts.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(info).toMatchObject({
      Title: terms.title,
      Language: "zh-TW",
      CreationDate: "D:20261122080000Z",
    });
  });

  it("is the same to the byte for the same page and instant, another one for another", async () => {
    const attachments = [
      { name: "a.json", type: "application/json", bytes: Buffer.from("{}"), description: "a" },
    ];
    const one = await pagePdf(terms, { createdAt, attachments });
    const other = await pagePdf(terms, { createdAt, attachments });
    expect(Buffer.compare(one, other)).toBe(0);
    const later = await pagePdf(terms, { createdAt: Number(createdAt) + 1000 });
    expect(Buffer.compare(one, later)).not.toBe(0);
  });

  it("keeps every word however long, and numbers the pages", async () => {
    const hash = "c0ffee".repeat(12);
    const each = "各".repeat(70);
    const words = Array.from({ length: 40 }, (_, index) => `第${index}條，${each}。`);
    const page: Page = {
      ...terms,
      sections: [
        section("長", ...words.map((text) => ({ kind: "paragraph", text }) as const)),
        section("表", {
          kind: "table",
          head: ["雜湊", hash],
          rows: [[hash, hash], [hash]],
          figures: [],
        }),
      ],
    };
    const { pages } = await readPdf(await pagePdf(page, { createdAt }));
    const text = pages.join("").replaceAll(/\s/g, "");
    for (const word of words) expect(text).toContain(word.slice(0, 8));
    expect(text.split("各").length - 1).toBe(40 * 70);
    expect(text.split("c0ffee").length - 1).toBeGreaterThan(40);
    expect(pages.at(-1)).toContain(`${pages.length} / ${pages.length}`);
    expect(pages.length).toBeGreaterThan(2);
  });

  it("leaves no heading behind at the foot of a page", async () => {
    const filling = "本節說明雙方的權利與義務。".repeat(9);
    for (let lines = 26; lines < 32; lines += 1) {
      const page: Page = {
        ...terms,
        sections: [
          section("前", ...Array.from({ length: lines }, () => paragraph("一行。"))),
          section("後面的標題", paragraph(filling), paragraph(filling)),
        ],
      };
      const { pages } = await readPdf(await pagePdf(page, { createdAt }));
      const holder = pages.find((text) => text.includes("後面的標題"))!;
      expect(holder).toContain("本節說明");
    }
  });

  it("says on each page what it is when it is a draft", async () => {
    const { pages } = await readPdf(await pagePdf(terms, { createdAt, watermark: "草案" }));
    expect(pages[0]!.replaceAll(/\s/g, "")).toContain("草案");
  });

  it("is drawn with nothing in it, and with rows of the wrong length", async () => {
    const empty: Page = { ...terms, subtitle: null, sections: [], footer: [] };
    expect((await readPdf(await pagePdf(empty, { createdAt }))).pages[0]).toContain(terms.title);
    const odd = section(
      "奇",
      { kind: "table", head: ["甲", "乙"], rows: [["一"], ["二", "三", "四"]], figures: [0, 7] },
      { kind: "table", head: [], rows: [], figures: [] },
      { kind: "labelled", rows: [] },
      { kind: "list", ordered: true, items: [] },
    );
    const { pages } = await readPdf(await pagePdf({ ...terms, sections: [odd] }, { createdAt }));
    expect(pages[0]).toMatch(/甲 乙\s+一\s+二 三/);
  });
});

const paragraph = (text: string) => ({ kind: "paragraph", text }) as const;

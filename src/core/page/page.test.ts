import { describe, expect, it } from "vitest";
import { itemLabel, itemReference, pageHtml, pageMarkdown, pageStyle } from "./index.ts";
import type { Page } from "./index.ts";

const page: Page = {
  language: "en",
  title: "Terms & <conditions>",
  subtitle: "A shop",
  sections: [
    {
      heading: "Refund",
      blocks: [
        { kind: "paragraph", text: "1. not a list, *not* strong" },
        {
          kind: "list",
          ordered: true,
          items: [{ text: "one", items: [{ text: "below", items: [] }] }],
        },
        { kind: "list", ordered: false, items: [{ text: "- plain", items: [] }] },
        { kind: "labelled", rows: [{ label: "Who", text: "you" }] },
        { kind: "quotation", text: "a | b", source: "Art. 1" },
        { kind: "table", head: ["Case", "Sum"], rows: [["a|b", "1.00"]], figures: [1] },
      ],
    },
  ],
  footer: ["x@1"],
};

describe("a page", () => {
  it("becomes Markdown in which signs stay signs", () => {
    expect(pageMarkdown(page)).toBe(
      "# Terms \\& \\<conditions\\>\n\nA shop\n\n## Refund\n\n" +
        "1\\. not a list, \\*not\\* strong\n\n" +
        "1. one\n   - (a) below\n\n- \\- plain\n\n- **Who**: you\n\n> a \\| b\n>\n> — Art. 1\n\n" +
        "| Case | Sum |\n| --- | ---: |\n| a\\|b | 1.00 |\n\n---\n\nx@1\n",
    );
  });

  it("becomes HTML that needs nothing else and escapes every text", () => {
    const html = pageHtml(page);
    expect(html.startsWith('<!doctype html>\n<html lang="en">\n')).toBe(true);
    expect(html).toContain(`<style>${pageStyle}</style>`);
    expect(html).toContain("<title>Terms &amp; &lt;conditions&gt;</title>");
    expect(html).toContain('<h2 id="section-1">Refund</h2>');
    expect(html).toContain(
      '<ul class="numbered" role="list">\n<li><span class="label">1.</span> one\n' +
        '<ul class="numbered" role="list">\n<li><span class="label">(a)</span> below</li>',
    );
    expect(html).toContain("<ul>\n<li>- plain</li>\n</ul>");
    expect(html).toContain("<div><dt>Who</dt><dd>you</dd></div>");
    expect(html).toContain("<blockquote><p>a | b</p><cite>Art. 1</cite></blockquote>");
    expect(html).toContain('<th role="columnheader" scope="col" class="figure">Sum</th>');
    expect(html).toContain('<td role="cell" class="figure" data-label="Sum">1.00</td>');
    expect(html).toContain("<footer>\n<p>x@1</p>\n</footer>");
    expect(html).not.toMatch(/ style=|<script|https?:/);
    expect(pageHtml({ ...page, subtitle: null, footer: [] })).not.toMatch(/subtitle">|<footer/);
  });

  it("numbers points as its language does, and names them alike", () => {
    const labels = (language: string): string[] =>
      [0, 1, 2].map((level) => itemLabel(language, level, 1));
    expect(labels("zh-CN")).toEqual(["（二）", "2.", "（2）"]);
    expect(labels("en")).toEqual(["2.", "(b)", "(2)"]);
    const counted = [0, 9, 10, 19, 20, 98, 99].map((place) => itemLabel("zh-TW", 0, place));
    expect(counted.join("")).toBe("（一）（十）（十一）（二十）（二十一）（九十九）（100）");
    expect([25, 26, 27, 51, 52].map((place) => itemLabel("en", 1, place))).toEqual([
      ...["(z)", "(aa)", "(ab)", "(az)", "(ba)"],
    ]);
    expect(itemReference("zh-CN", [1, 0, 2])).toBe("第（二）项第1目之（3）");
    expect(itemReference("en", [1, 0, 2])).toBe("2(a)(3)");
  });

  it("writes Chinese labels without a space", () => {
    const chinese = pageMarkdown({ ...page, language: "zh-CN" });
    expect(chinese).toContain("- （一）one\n  1. below\n");
    expect(chinese).toContain("- **Who**：you\n");
  });
});

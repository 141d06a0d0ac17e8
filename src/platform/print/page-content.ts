import type { Content, TableCell } from "pdfmake/interfaces.js";
import { type Page, type PageBlock, type PageItem, itemLabel } from "../../core/index.ts";
import { barred, between, inks, ruled, textWidth } from "./paper-style.ts";

/** The whole text from the title to the small print, as pdfmake takes it. */
export function pageContent(page: Page): Content[] {
  return [
    { text: page.title, style: "title" },
    ...(page.subtitle === null ? [] : [{ text: page.subtitle, style: "subtitle" }]),
    ...page.sections.flatMap(({ heading, blocks }): Content[] => [
      { text: heading, style: "heading", headlineLevel: 1 },
      ...blocks.map((block) => blockContent(block, page.language)),
    ]),
    ...smallPrint(page.footer),
  ];
}

type List = { readonly ordered: boolean; readonly language: string };

function blockContent(block: PageBlock, language: string): Content {
  switch (block.kind) {
    case "paragraph":
      return { text: block.text, style: "paragraph" };
    case "quotation":
      return quotation(block.text, block.source);
    case "list":
      return {
        stack: listOf(block.items, { ordered: block.ordered, language }),
        margin: [0, 0, 0, 7],
      };
    case "labelled":
      return labelled(block.rows);
    case "table":
      return tableContent(block);
    default:
      return block satisfies never;
  }
}

const quotation = (text: string, source: string): Content => ({
  table: { widths: ["*"], body: [[{ stack: [text, { text: source, style: "source" }] }]] },
  layout: barred,
  margin: [0, 2, 0, 9],
});

/** Numbers are part of the text, since sentences refer to them, and stand as HTML has them. */
function listOf(items: readonly PageItem[], list: List, level = 0): Content[] {
  return items.flatMap(({ text, items: below }, place): Content[] => {
    const number = list.ordered ? `${itemLabel(list.language, level, place)} ` : "";
    const margin: [number, number, number, number] = [level * 16, 0, 0, 3];
    const point: Content = list.ordered
      ? { text: [{ text: number, bold: true }, text], margin }
      : { ul: [text], markerColor: inks.accent, margin };
    return [point, ...listOf(below, list, level + 1)];
  });
}

/** Labels take what the longest of them needs, within a third of the page. */
function labelled(rows: readonly { readonly label: string; readonly text: string }[]): Content {
  const width = Math.min(textWidth / 3, Math.max(...rows.map(({ label }) => roughWidth(label))));
  const body = rows.map(({ label, text }) => [
    { text: label, style: "label" },
    { text, ...breaking(text) },
  ]);
  if (body.length === 0) return { text: "" };
  return {
    table: { widths: [width, "*"], body, dontBreakRows: true },
    layout: between,
    margin: [0, 0, 0, 9],
  };
}

const fontSize = 10.5;
const roughWidth = (text: string): number =>
  [...text].reduce((sum, mark) => sum + (mark > "\u2e80" ? fontSize : fontSize * 0.6), 12);

type Table = Extract<PageBlock, { kind: "table" }>;

function tableContent({ head, rows, figures }: Table): Content {
  if (head.length === 0) return { text: "" };
  const cell = (style: string) => (text: string, column: number) => ({
    text,
    style,
    ...breaking(text),
    ...(figures.includes(column) ? { alignment: "right" as const } : {}),
  });
  // A row that is short or long would stop the whole document.
  const row = (texts: readonly string[], style: string): TableCell[] =>
    head.map((_, column) => texts[column] ?? "").map(cell(style));
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: head.map((_, column) => (figures.includes(column) ? "auto" : "*")),
      body: [row(head, "tableHead"), ...rows.map((texts) => row(texts, "tableCell"))],
    },
    layout: ruled,
    margin: [0, 2, 0, 10],
  };
}

/** A hash or an address would push its column off the page: it may break anywhere. */
const breaking = (text: string) =>
  /[!-~]{28}/.test(text) ? { wordBreak: "break-all" as const } : {};

function smallPrint(lines: readonly string[]): Content[] {
  if (lines.length === 0) return [];
  const rule = { type: "line" as const, x1: 0, y1: 0, x2: textWidth, y2: 0, lineWidth: 0.7 };
  return [
    { canvas: [{ ...rule, lineColor: inks.rule }], margin: [0, 18, 0, 6] },
    ...lines.map((text): Content => ({ text, style: "smallPrint", ...breaking(text) })),
  ];
}

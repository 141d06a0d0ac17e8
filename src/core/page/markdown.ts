import { itemLabel } from "./item-label.ts";
import type { Page, PageBlock, PageItem } from "./page.ts";

/** A page as CommonMark with tables; texts stay plain, whatever signs they contain. */
export function pageMarkdown({ language, title, subtitle, sections, footer }: Page): string {
  const parts = [
    `# ${plain(title)}`,
    ...(subtitle === null ? [] : [plain(subtitle)]),
    ...sections.flatMap(({ heading, blocks }) => [
      `## ${plain(heading)}`,
      ...blocks.map((block) => blockMarkdown(block, language)),
    ]),
    ...(footer.length === 0 ? [] : ["---", ...footer.map(plain)]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function blockMarkdown(block: PageBlock, language: string): string {
  switch (block.kind) {
    case "paragraph":
      return lineStart(plain(block.text));
    case "quotation":
      return `> ${lineStart(plain(block.text))}\n>\n> — ${plain(block.source)}`;
    case "list":
      return listLines(block.items, block.ordered, language, 0).join("\n");
    case "labelled":
      return block.rows
        .map(({ label, text }) => `- **${plain(label)}**${colon(language)}${plain(text)}`)
        .join("\n");
    case "table":
      return tableLines(block).join("\n");
  }
}

const colon = (language: string): string => (language === "en" ? ": " : "：");

function listLines(
  items: readonly PageItem[],
  ordered: boolean,
  language: string,
  level: number,
): string[] {
  return items.flatMap(({ text, items: below }, place) => {
    const mark = ordered ? markOf(itemLabel(language, level, place)) : "- ";
    // What stands below a point begins under its text.
    const indent = " ".repeat(mark.startsWith("- ") ? 2 : mark.length);
    const nested = listLines(below, ordered, language, level + 1);
    const first = ordered ? plain(text) : lineStart(plain(text));
    return [mark + first, ...nested.map((line) => indent + line)];
  });
}

/** Markdown counts in digits alone; other numbers are written as text after a dash. */
function markOf(label: string): string {
  return /^\d+\.$/.test(label) ? `${label} ` : `- ${label}${label.endsWith("）") ? "" : " "}`;
}

function tableLines({ head, rows, figures }: Extract<PageBlock, { kind: "table" }>): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(plain).join(" | ")} |`;
  const rule = head.map((_, column) => (figures.includes(column) ? "---:" : "---"));
  return [line(head), `| ${rule.join(" | ")} |`, ...rows.map(line)];
}

/** Signs that would become markup get a backslash; line breaks become spaces. */
function plain(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").replace(/[\\`*_[\]<>#|~&]/g, (sign) => `\\${sign}`);
}

/** What would begin a list, a rule or a heading at the beginning of a line. */
function lineStart(text: string): string {
  return text.replace(/^([-+=])/, "\\$1").replace(/^(\d+)([.)])/, "$1\\$2");
}

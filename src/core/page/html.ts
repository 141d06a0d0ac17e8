import { itemLabel } from "./item-label.ts";
import type { Page, PageBlock, PageItem, PageSection } from "./page.ts";
import { pageStyle } from "./style.ts";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/**
 * A page as a whole HTML document that needs nothing else: no script, no address is fetched, no
 * style stands in an attribute. Where it is served, the hash of `pageStyle` allows its style.
 */
export function pageHtml(page: Page): string {
  const { language, title, subtitle, sections, footer } = page;
  const under = subtitle === null ? "" : `\n<p class="subtitle">${escape(subtitle)}</p>`;
  const small = footer.map((line) => `<p>${escape(line)}</p>`).join("\n");
  return `<!doctype html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>${under}
${sections.map((section, index) => sectionHtml(section, index, language)).join("\n")}
</main>
${footer.length === 0 ? "" : `<footer>\n${small}\n</footer>\n`}</body>
</html>
`;
}

function sectionHtml({ heading, blocks }: PageSection, index: number, language: string): string {
  const id = `section-${index + 1}`;
  const body = blocks.map((block) => blockHtml(block, language)).join("\n");
  const opening = `<section aria-labelledby="${id}">\n<h2 id="${id}">`;
  return `${opening}${escape(heading)}</h2>\n${body}\n</section>`;
}

function blockHtml(block: PageBlock, language: string): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${escape(block.text)}</p>`;
    case "quotation":
      return (
        `<blockquote><p>${escape(block.text)}</p>` +
        `<cite>${escape(block.source)}</cite></blockquote>`
      );
    case "list":
      return listHtml(block.items, block.ordered, language, 0);
    case "labelled":
      return labelledHtml(block);
    case "table":
      return tableHtml(block);
  }
}

/**
 * Numbers are part of the text, since sentences refer to them. A list without marks of its own is
 * no list to some screen readers unless its role says so.
 */
function listHtml(
  items: readonly PageItem[],
  ordered: boolean,
  language: string,
  level: number,
): string {
  const points = items.map(({ text, items: below }, place) => {
    const label = ordered ? `<span class="label">${itemLabel(language, level, place)}</span> ` : "";
    const nested = below.length === 0 ? "" : `\n${listHtml(below, ordered, language, level + 1)}\n`;
    return `<li>${label}${escape(text)}${nested}</li>`;
  });
  const opening = ordered ? '<ul class="numbered" role="list">' : "<ul>";
  return `${opening}\n${points.join("\n")}\n</ul>`;
}

function labelledHtml({ rows }: Extract<PageBlock, { kind: "labelled" }>): string {
  const told = rows.map(
    ({ label, text }) => `<div><dt>${escape(label)}</dt><dd>${escape(text)}</dd></div>`,
  );
  return `<dl>\n${told.join("\n")}\n</dl>`;
}

/** The roles are said because a narrow screen shows rows as blocks, which would hide them. */
function tableHtml({ head, rows, figures }: Extract<PageBlock, { kind: "table" }>): string {
  const classOf = (column: number): string => (figures.includes(column) ? ' class="figure"' : "");
  const heads = head.map(
    (text, column) => `<th role="columnheader" scope="col"${classOf(column)}>${escape(text)}</th>`,
  );
  const body = rows.map((cells) => {
    const told = cells.map(
      (text, column) =>
        `<td role="cell"${classOf(column)} data-label="${escape(head[column] ?? "")}">` +
        `${escape(text)}</td>`,
    );
    return `<tr role="row">${told.join("")}</tr>`;
  });
  return (
    `<table role="table">\n<thead role="rowgroup"><tr role="row">${heads.join("")}</tr></thead>\n` +
    `<tbody role="rowgroup">\n${body.join("\n")}\n</tbody>\n</table>`
  );
}

import { createHash } from "node:crypto";
import { pageHtml, pageStyle, returnPolicyJsonLd, termsPage } from "../../core/index.ts";
import { escapeXml } from "../../platform/index.ts";
import { linked } from "./links.ts";
import { type Shown, noticeHtml } from "./shown.ts";
import { say } from "./words.ts";

/** Beside the page's own look: what stands above the terms, and across them on each sheet. */
const showStyle = `
.notice{margin:0 0 1rem;padding:.75rem 1rem;border-left:4px solid #b3261e;background:#fdf3f2}
.forms{font-size:.9rem}
a{color:#0b5d57}
.mark{position:fixed;inset:0;display:grid;place-items:center;font-size:22vmin;font-weight:700;
color:#b3261e;opacity:.1;transform:rotate(-35deg);pointer-events:none;overflow:hidden}
`;

const hashOf = (style: string): string =>
  `'sha256-${createHash("sha256").update(style).digest("base64")}'`;

/** Nothing but the styles that we wrote, each by its hash: no script, no address, no frame. */
export const strictPolicy = (...styles: readonly string[]): string =>
  [
    "default-src 'none'",
    `style-src ${styles.map(hashOf).join(" ")}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

export const termsPolicy = strictPolicy(pageStyle, showStyle);

/** The terms with what machines read of them in the head; data is no script and needs no leave. */
export function termsHtml(shown: Shown): string {
  const { document, about, language, address } = shown;
  const { jsonLd } = returnPolicyJsonLd(document, about, language);
  const data =
    jsonLd === null
      ? ""
      : `<script type="application/ld+json">${inScript(JSON.stringify(jsonLd))}</script>\n`;
  const head = `<style>${showStyle}</style>\n${data}</head>`;
  const paper = address.replace(/\?.*$/, "") + `/terms.pdf?language=${language}`;
  const link = `<a href="${escapeXml(paper)}">${say("paper", language)}</a>`;
  const forms = shown.state === "draft" ? "" : `<p class="forms">${link}</p>\n`;
  return linked(pageHtml(termsPage(document, about, language)), shown.links)
    .replace("</head>", () => head)
    .replace("<main>\n", () => `<main>\n${noticeHtml(shown)}`)
    .replace("</main>", () => `${forms}</main>`);
}

/** No text can end the element that it stands in. */
const inScript = (json: string): string => json.replaceAll("<", "\\u003c");

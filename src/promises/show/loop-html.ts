import type { Language } from "../../contract/index.ts";
import { codeSvg, escapeXml, wordsOf } from "../../platform/index.ts";
import { examplesTold } from "../../core/index.ts";
import { type Shown, posterOf } from "./shown.ts";
import { strictPolicy } from "./terms-html.ts";
import { say } from "./words.ts";

const secondsPerScene = 7;
const examplesMax = 4;

type Scene = { readonly kind: "title" | "line" | "example"; readonly html: string };

/**
 * A page for the screen of a shop: sentences and worked examples, one after the other, without a
 * script. Who asked their system for less motion sees all of them below one another.
 */
export function loopHtml(shown: Shown): { readonly html: string; readonly policy: string } {
  const { language, address } = shown;
  const poster = posterOf(shown);
  const scenes = scenesOf(shown);
  const style = `${baseStyle}${cycleStyle(scenes.length)}`;
  const mark =
    poster.watermark === null
      ? ""
      : `<div class="mark" aria-hidden="true">${escapeXml(poster.watermark)}</div>\n`;
  const body = scenes
    .map(({ kind, html }, index) => `<section class="${kind} s${index}">${html}</section>`)
    .join("\n");
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(poster.title)}</title>
<style>${style}</style>
</head>
<body>
<header>${escapeXml(poster.merchant)}</header>
<main>
${body}
</main>
<footer>
<div><strong>${escapeXml(poster.invitation)}</strong><br>${worded(poster.small, language)}</div>
${codeSvg(address, poster.invitation)}</footer>
${mark}</body>
</html>
`;
  return { html, policy: strictPolicy(style) };
}

function scenesOf(shown: Shown): Scene[] {
  const { language } = shown;
  const { title, lines } = posterOf(shown);
  return [
    { kind: "title", html: `<h1>${worded(title, language)}</h1>` },
    ...lines.map((text): Scene => ({ kind: "line", html: `<p>${worded(text, language)}</p>` })),
    ...examplesOf(shown),
  ];
}

/** Worked examples of the terms, both sides of a boundary one after the other. */
function examplesOf({ document, about, language }: Shown): Scene[] {
  const examples = examplesTold(document, about, language).slice(0, examplesMax);
  return examples.map(([told, result]): Scene => {
    const paragraphs = [told, result].map((text) => `<p>${worded(text, language)}</p>`).join("");
    return { kind: "example", html: `<h2>${say("example", language)}</h2>${paragraphs}` };
  });
}

/** No browser knows the words of Chinese, and letters of a hand's size show where one is cut. */
const worded = (text: string, language: Language): string =>
  wordsOf(text, language).map(unbroken).join("<wbr>");

/** A browser breaks a number after its hyphen or dash, which is where somebody stops dialling. */
const unbroken = (piece: string): string =>
  /\d\s*[:：–—~～/-]/.test(piece) && piece.length <= 24
    ? `<span>${escapeXml(piece)}</span>`
    : escapeXml(piece);

const baseStyle = `
:root{--accent:#0b5d57;--ink:#1c2430;--ground:#fbfaf7;--quiet:#5b6675;--rule:#d5dbe3}
*{box-sizing:border-box;margin:0}
html,body{height:100%}
body{display:grid;grid-template-rows:auto 1fr auto;min-height:100%;background:var(--ground);
color:var(--ink);font-family:system-ui,-apple-system,"PingFang SC","PingFang TC",
"Noto Sans CJK SC","Noto Sans CJK TC","Microsoft YaHei","Microsoft JhengHei",sans-serif}
header{background:var(--accent);color:#cfe4e0;padding:2.5vmin 6vmin;font-size:3.2vmin}
main{position:relative;min-height:0;overflow:hidden}
section{position:absolute;inset:0;padding:4vmin 6vmin;display:flex;flex-direction:column;
justify-content:center;overflow-wrap:anywhere;word-break:keep-all;text-wrap:balance}
h1{font-size:9.5vmin;line-height:1.25;color:var(--accent)}
.line p{font-size:7.4vmin;line-height:1.4;font-weight:600}
h2{font-size:4vmin;color:var(--accent);margin-bottom:2vmin}
.example p{font-size:5vmin;line-height:1.4;padding:1.4vmin 0;border-top:1px solid var(--rule)}
.example p+p{font-weight:600}
footer{display:flex;justify-content:space-between;align-items:center;gap:4vmin;
padding:3vmin 6vmin;font-size:2.4vmin;line-height:1.5;color:var(--quiet)}
span{white-space:nowrap}
footer strong{font-size:3.4vmin;color:var(--ink)}
svg{width:20vmin;height:20vmin;flex:none}
.mark{position:fixed;inset:0;display:grid;place-items:center;font-size:22vmin;font-weight:700;
color:#b3261e;opacity:.12;transform:rotate(-35deg);pointer-events:none}
`;

/** Each scene has its share of one long turn; without motion all of them stand still. */
function cycleStyle(scenes: number): string {
  const whole = scenes * secondsPerScene;
  const share = 100 / scenes;
  const percent = (value: number): string => `${Math.round(value * 1000) / 1000}%`;
  const [shown, gone] = [percent(share * 0.08), percent(share)];
  const places = Array.from(
    { length: scenes },
    (_, index) => `.s${index}{animation-delay:${index * secondsPerScene}s}`,
  ).join("\n");
  return `@media (prefers-reduced-motion:no-preference){
section{opacity:0;visibility:hidden;animation:show ${whole}s infinite}
${places}
@keyframes show{0%{opacity:0;visibility:visible}${shown}{opacity:1;visibility:visible}
${percent(share * 0.92)}{opacity:1;visibility:visible}${gone}{opacity:0;visibility:hidden}
100%{opacity:0;visibility:hidden}}
}
@media (prefers-reduced-motion:reduce){
section{position:static}
main{overflow:visible}
}
`;
}

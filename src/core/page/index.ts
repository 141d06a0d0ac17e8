/** Texts for people as blocks, and how they become HTML and Markdown. */
export type * from "./page.ts";
export { pageHtml } from "./html.ts";
export { pageMarkdown } from "./markdown.ts";
export { pageStyle } from "./style.ts";
export { itemLabel, itemReference, itemReferenceEnd } from "./item-label.ts";

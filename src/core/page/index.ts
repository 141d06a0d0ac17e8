/** Texts for people as blocks, and how they become HTML and Markdown. */
export type * from "./page.ts";

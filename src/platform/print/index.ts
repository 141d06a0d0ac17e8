/** Texts for people on paper and in pictures, and what travels inside a PDF. */
export { drawApart, pagePdf } from "./apart.ts";
export { codeSvg, escapeXml } from "./code.ts";
export type { Drawing } from "./drawing.ts";
export type { Attachment, PdfOptions } from "./page-pdf.ts";
export { pdfAttachment } from "./pdf-attachment.ts";
export type { PaperSize } from "./poster-file.ts";
export type { Poster } from "./poster.ts";
export { wordsOf } from "./wrap-text.ts";

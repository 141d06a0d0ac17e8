/** Texts for people on paper: PDFs, and what travels inside them. */
export { pagePdf } from "./page-pdf.ts";
export type { Attachment, PdfOptions } from "./page-pdf.ts";
export { pdfAttachment } from "./pdf-attachment.ts";

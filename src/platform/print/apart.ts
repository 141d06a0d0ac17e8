import type { Page } from "../../core/index.ts";
import { helperOf } from "../helper.ts";
import type { Drawing } from "./drawing.ts";
import { type PdfOptions, checkAttachment } from "./page-pdf.ts";

const inHelper = helperOf<Drawing, Uint8Array>({
  built: "makegood-drawer",
  source: new URL("./worker.ts", import.meta.url),
  patienceMs: 180_000,
});

/** Draws in a process of its own, one drawing after the other; this process goes on meanwhile. */
export const drawApart = (drawing: Drawing): Promise<Uint8Array> => inHelper(drawing);

/**
 * A page as an A4 PDF with embedded fonts. The same page and options give the same bytes, on any
 * machine with the same versions of the packages and of zlib.
 * @throws Error for an attachment that cannot be named so.
 */
export async function pagePdf(page: Page, options: PdfOptions): Promise<Uint8Array> {
  for (const { name } of options.attachments ?? []) checkAttachment(name);
  return drawApart({ kind: "page", page, options });
}

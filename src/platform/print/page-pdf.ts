import type { TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { Instant, Page } from "../../core/index.ts";
import { fontFamily, fontFiles } from "./fonts.ts";
import { pageContent } from "./page-content.ts";
import { inks, pageMargins, paperStyles, textWidth } from "./paper-style.ts";

/** A file that travels inside the PDF. Its name is its key: printable ASCII without brackets. */
export type Attachment = {
  readonly name: string;
  /** Media type, such as `application/json`. */
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly description: string;
};

export type PdfOptions = {
  /** Written into the file in place of a clock. */
  readonly createdAt: Instant;
  readonly attachments?: readonly Attachment[];
  /** In large pale letters across each page, such as `草案`. */
  readonly watermark?: string;
};

export async function drawPage(page: Page, options: PdfOptions): Promise<Uint8Array> {
  return drawPdf({
    ...describe(page.title, page.language, options),
    pageSize: "A4",
    pageMargins: [pageMargins.side, pageMargins.top, pageMargins.side, pageMargins.bottom],
    content: pageContent(page),
    footer: (current, all) => ({
      columns: [
        { text: page.title, style: "running", width: textWidth - 70 },
        { text: `${current} / ${all}`, style: "running", alignment: "right", width: 70 },
      ],
      margin: [pageMargins.side, 28, pageMargins.side, 0],
    }),
    pageBreakBefore: isStranded,
  });
}

/** A heading does not stay behind at the foot of a page; the running line follows it always. */
const isStranded: NonNullable<TDocumentDefinitions["pageBreakBefore"]> = (node, around) => {
  if (node.headlineLevel !== 1) return false;
  const below = around.getFollowingNodesOnPage();
  return below.every(({ style, columns }) => style === "running" || columns !== undefined);
};

/** What every PDF of the product says about itself. */
export function describe(title: string, language: string, options: PdfOptions) {
  const at = new Date(options.createdAt);
  return {
    version: "1.7" as const,
    language,
    displayTitle: true,
    info: { title, creationDate: at, producer: "Makegood", creator: "Makegood" },
    defaultStyle: { font: fontFamily, fontSize: 10.5, lineHeight: 1.35, color: inks.text },
    styles: paperStyles,
    files: Object.fromEntries(
      (options.attachments ?? []).map((attachment) => [attachment.name, fileOf(attachment, at)]),
    ),
    ...(options.watermark === undefined
      ? {}
      : { watermark: { text: options.watermark, color: inks.quiet, opacity: 0.07, bold: true } }),
  };
}

function fileOf({ name, type, bytes, description }: Attachment, at: Date) {
  checkAttachment(name);
  const src = `data:${type};base64,${Buffer.from(bytes).toString("base64")}`;
  return { src, name, type, description, creationDate: at, modifiedDate: at };
}

export function checkAttachment(name: string): void {
  if (!/^[\w.-]{1,100}$/.test(name)) throw new Error(`\`${name}\` cannot name an attachment`);
}

export async function drawPdf(definition: TDocumentDefinitions): Promise<Uint8Array> {
  const { default: pdfmake } = await import("pdfmake");
  const { regular, bold } = fontFiles;
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === regular || path === bold);
  pdfmake.setFonts({ [fontFamily]: { normal: regular, bold } });
  return pdfmake.createPdf(definition).getBuffer();
}

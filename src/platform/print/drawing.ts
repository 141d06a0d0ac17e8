import type { Instant, Page } from "../../core/index.ts";
import { drawAnimation } from "./animation.ts";
import { type PdfOptions, drawPage } from "./page-pdf.ts";
import { type PaperSize, drawCodePng, drawPosterPdf, drawPosterPng } from "./poster-file.ts";
import type { Poster } from "./poster.ts";

/** What can be drawn. Plain data: it is handed to another process. */
export type Drawing =
  | { readonly kind: "page"; readonly page: Page; readonly options: PdfOptions }
  | {
      readonly kind: "poster-pdf";
      readonly poster: Poster;
      readonly size: PaperSize;
      readonly createdAt: Instant;
    }
  | { readonly kind: "poster-png" | "animation"; readonly poster: Poster }
  | { readonly kind: "code-png"; readonly address: string };

/** The same drawing gives the same bytes: no clock and no chance goes into them. */
export async function draw(drawing: Drawing): Promise<Uint8Array> {
  switch (drawing.kind) {
    case "page":
      return drawPage(drawing.page, drawing.options);
    case "poster-pdf":
      return drawPosterPdf(drawing.poster, drawing);
    case "poster-png":
      return drawPosterPng(drawing.poster);
    case "animation":
      return drawAnimation(drawing.poster);
    case "code-png":
      return drawCodePng(drawing.address);
    default:
      return drawing satisfies never;
  }
}

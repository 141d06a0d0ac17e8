import type { Content } from "pdfmake/interfaces.js";
import type { Instant } from "../../core/index.ts";
import { codePixels } from "./code.ts";
import { describe, drawPdf } from "./page-pdf.ts";
import { paint, paintWatermark, pictureKit, pictureMeasure } from "./picture.ts";
import { posterLayout } from "./poster-layout.ts";
import type { Extent, Piece, Poster } from "./poster.ts";

export type PaperSize = "A4" | "A3";

/** In points; the long side of A4 is the short side of A3. */
const paper: Readonly<Record<PaperSize, Extent>> = {
  A4: { width: 595.28, height: 841.89 },
  A3: { width: 841.89, height: 1190.55 },
};

const screen: Extent = { width: 1080, height: 1440 };

export async function drawPosterPng(poster: Poster): Promise<Uint8Array> {
  const measure = await pictureMeasure();
  const canvas = await paint(posterLayout(poster, { ...screen, measure, pixels: true }), screen);
  if (poster.watermark !== null) {
    paintWatermark(canvas.getContext("2d"), poster.watermark, screen, measure);
  }
  return canvas.encode("png");
}

export async function drawPosterPdf(
  poster: Poster,
  { size, createdAt }: { readonly size: PaperSize; readonly createdAt: Instant },
): Promise<Uint8Array> {
  const pieces = posterLayout(poster, {
    ...paper[size],
    measure: await pictureMeasure(),
    pixels: false,
  });
  const watermark = poster.watermark === null ? {} : { watermark: poster.watermark };
  return drawPdf({
    ...describe(poster.title, poster.language, { createdAt, ...watermark }),
    pageSize: paper[size],
    pageMargins: 0,
    content: pieces.map(contentOf),
  });
}

/** The fonts' ascent is 1.16 of the size: paper places the top of a line, not what it stands on. */
const ascent = 1.16;

function contentOf(piece: Piece): Content {
  if (piece.kind === "text") {
    const { text, size, bold, ink, x, baseline } = piece;
    const absolutePosition = { x, y: baseline - ascent * size };
    return {
      text,
      fontSize: size,
      bold,
      color: ink,
      lineHeight: 1,
      noWrap: true,
      absolutePosition,
    };
  }
  const { width: w, height: h, ink: color, x, y } = piece;
  const absolutePosition = { x: 0, y: 0 };
  return { canvas: [{ type: "rect", x, y, w, h, color }], absolutePosition };
}

/** A QR code alone, ten pixels to a module: sharp up to the width of a hand on paper. */
export async function drawCodePng(address: string): Promise<Uint8Array> {
  const { createCanvas, ImageData } = await pictureKit();
  const { data, side } = codePixels(address, 10);
  const canvas = createCanvas(side, side);
  canvas.getContext("2d").putImageData(new ImageData(data, side, side), 0, 0);
  return canvas.encode("png");
}

import type * as Kit from "@napi-rs/canvas";
import type { Canvas, SKRSContext2D } from "@napi-rs/canvas";
import { fontFamily, fontFiles } from "./fonts.ts";
import type { Extent, Piece } from "./poster.ts";
import type { Measure } from "./wrap-text.ts";

let kit: typeof Kit | null = null;

/** The drawing library with our fonts, loaded when the first picture is drawn. */
export async function pictureKit(): Promise<typeof Kit> {
  if (kit !== null) return kit;
  const loaded = await import("@napi-rs/canvas");
  for (const file of Object.values(fontFiles)) {
    // Not by the name of a family that the machine may have too.
    if (loaded.GlobalFonts.registerFromPath(file, pictureFamily) === null) {
      throw new Error(`the font ${file} cannot be read`);
    }
  }
  return (kit = loaded);
}

const pictureFamily = `Makegood ${fontFamily}`;
const fontOf = (size: number, bold: boolean): string =>
  `${bold ? 700 : 400} ${size}px "${pictureFamily}"`;

/** Widths are measured large and scaled, so that no hinting makes two sizes differ in kind. */
export async function pictureMeasure(): Promise<Measure> {
  const context = (await pictureKit()).createCanvas(8, 8).getContext("2d");
  const known = new Map<string, number>();
  return (text, size, bold) => {
    const key = `${bold ? "b" : "r"}${text}`;
    let width = known.get(key);
    if (width === undefined) {
      context.font = fontOf(100, bold);
      known.set(key, (width = context.measureText(text).width / 100));
    }
    return width * size;
  };
}

export async function paint(pieces: readonly Piece[], extent: Extent): Promise<Canvas> {
  const canvas = (await pictureKit()).createCanvas(extent.width, extent.height);
  const context = canvas.getContext("2d");
  for (const piece of pieces) paintPiece(context, piece);
  return canvas;
}

function paintPiece(context: SKRSContext2D, piece: Piece): void {
  context.fillStyle = piece.ink;
  if (piece.kind === "box") {
    context.fillRect(piece.x, piece.y, piece.width, piece.height);
    return;
  }
  context.font = fontOf(piece.size, piece.bold);
  context.textBaseline = "alphabetic";
  context.fillText(piece.text, piece.x, piece.baseline);
}

/** From corner to corner, pale, in the middle of the picture. */
export function paintWatermark(
  context: SKRSContext2D,
  text: string,
  { width, height }: Extent,
  measure: Measure,
): void {
  const length = Math.hypot(width, height) * 0.7;
  const size = Math.min(length / measure(text, 1, true), width * 0.3);
  context.save();
  context.translate(width / 2, height / 2);
  context.rotate(-Math.atan2(height, width));
  context.globalAlpha = 0.16;
  context.fillStyle = "#b3261e";
  context.font = fontOf(size, true);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, 0, 0);
  context.restore();
}

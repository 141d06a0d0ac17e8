import type { Canvas } from "@napi-rs/canvas";
import { inks } from "./paper-style.ts";
import { paint, paintWatermark, pictureKit, pictureMeasure } from "./picture.ts";
import { codePieces, posterInks, setText } from "./poster-layout.ts";
import type { Piece, Poster } from "./poster.ts";
import type { Measure } from "./wrap-text.ts";

const side = 720;
const margin = 60;
const column = side - 2 * margin;
const fadeFrames = 5;
const fadeMs = 60;

type Scene = { readonly pieces: readonly Piece[]; readonly holdMs: number };

/**
 * The promise as a GIF that loops, sentence after sentence, each as long as it takes to read; at
 * the end the code. Nothing of it is left out: a promise without its condition would be another.
 */
export async function drawAnimation(poster: Poster): Promise<Uint8Array> {
  const measure = await pictureMeasure();
  const scenes = scenesOf(poster, measure);
  const { createCanvas, GifEncoder } = await pictureKit();
  const extent = { width: side, height: side };
  const stills = await Promise.all(scenes.map(({ pieces }) => paint(pieces, extent)));
  if (poster.watermark !== null) {
    for (const still of stills) {
      paintWatermark(still.getContext("2d"), poster.watermark, extent, measure);
    }
  }
  const encoder = new GifEncoder(side, side, { repeat: 0, quality: 10 });
  const add = (frame: Canvas, delay: number): void =>
    encoder.addFrame(frame.data(), side, side, { delay });
  scenes.forEach(({ holdMs }, index) => {
    const [here, next] = [stills[index], stills[(index + 1) % stills.length]];
    if (here === undefined || next === undefined) return;
    add(here, holdMs);
    for (let step = 1; step <= fadeFrames; step += 1) {
      add(between(createCanvas(side, side), here, next, step / (fadeFrames + 1)), fadeMs);
    }
  });
  return encoder.finish();
}

function between(canvas: Canvas, here: Canvas, next: Canvas, share: number): Canvas {
  const context = canvas.getContext("2d");
  context.drawImage(here, 0, 0);
  context.globalAlpha = share;
  context.drawImage(next, 0, 0);
  return canvas;
}

/** A sign of Chinese takes about as long as half a word of English. */
const holdMs = (text: string, language: string): number =>
  Math.min(6000, 900 + text.length * (language === "en" ? 45 : 110));

function scenesOf(poster: Poster, measure: Measure): Scene[] {
  const { language, title, lines } = poster;
  const first: Scene = {
    pieces: [
      ground(inks.accent),
      ...corner(poster.merchant, posterInks.faint, poster, measure),
      ...middle(title, { bold: true, ink: posterInks.onAccent }, poster, measure),
    ],
    holdMs: holdMs(title, language),
  };
  const sentences = lines.map((text, index): Scene => {
    const dots = lines.map((_, place) => dot(place, place === index));
    const look = { bold: index === 0, ink: inks.text };
    const pieces = [ground(posterInks.ground), ...middle(text, look, poster, measure), ...dots];
    return { pieces, holdMs: holdMs(text, language) };
  });
  return [first, ...sentences, lastScene(poster, measure)];
}

function lastScene(poster: Poster, measure: Measure): Scene {
  const below = { x: margin, y: 560, width: column };
  const line = { bold: true, ink: inks.text, leading: 1.35, language: poster.language };
  const words = setText(poster.invitation, below, { ...line, size: 38 }, measure);
  const small = { ...line, bold: false, ink: inks.quiet, size: 20 };
  const under = { ...below, y: below.y + words.height + 10 };
  const code = codePieces(
    poster.address,
    { right: margin + 430, bottom: 530, side: 430 },
    { pixels: true },
  );
  const pieces = [...words.pieces, ...setText(poster.small, under, small, measure).pieces];
  return { pieces: [ground(posterInks.ground), ...code, ...pieces], holdMs: 2500 };
}

const ground = (ink: string): Piece => ({
  kind: "box",
  x: 0,
  y: 0,
  width: side,
  height: side,
  ink,
});

const dot = (place: number, isHere: boolean): Piece => ({
  kind: "box",
  x: margin + place * 44,
  y: side - margin - 8,
  width: 32,
  height: 8,
  ink: isHere ? inks.accent : inks.rule,
});

function corner(text: string, ink: string, { language }: Poster, measure: Measure): Piece[] {
  const line = { size: 28, bold: false, ink, leading: 1.3, language };
  return [...setText(text, { x: margin, y: margin, width: column }, line, measure).pieces];
}

/** As large as the middle of the picture admits. */
function middle(
  text: string,
  look: { readonly bold: boolean; readonly ink: string },
  { language }: Poster,
  measure: Measure,
): Piece[] {
  const room = { top: 150, height: 420 };
  for (let size = 76; ; size *= 0.95) {
    const line = { ...look, size, leading: 1.34, language };
    const { height } = setText(text, { x: margin, y: 0, width: column }, line, measure);
    if (height > room.height) continue;
    const y = room.top + (room.height - height) / 2;
    return [...setText(text, { x: margin, y, width: column }, line, measure).pieces];
  }
}

import { codeModules, codeRuns } from "./code.ts";
import type { Extent, Piece, Poster } from "./poster.ts";
import { inks } from "./paper-style.ts";
import { type Measure, wrapText } from "./wrap-text.ts";

export const posterInks = { ground: "#fbfaf7", onAccent: "#ffffff", faint: "#cfe4e0" } as const;

type Set = { readonly pieces: readonly Piece[]; readonly height: number };
type Line = {
  readonly size: number;
  readonly bold: boolean;
  readonly ink: string;
  readonly leading: number;
};

/** What surrounds a poster: its size, how text is measured, and whether it is made of pixels. */
export type Ground = Extent & { readonly measure: Measure; readonly pixels: boolean };

/** A poster as pieces with their places. Type grows smaller until everything is on it, uncut. */
export function posterLayout(poster: Poster, ground: Ground): Piece[] {
  const foot = whileTooLarge(1, (scale) => footPieces(poster, ground, scale));
  return whileTooLarge(1.3, (scale) => sheetPieces(poster, ground, foot, scale));
}

function whileTooLarge<T>(largest: number, attempt: (scale: number) => T | null): T {
  for (let scale = largest; ; scale *= 0.96) {
    const found = attempt(scale);
    if (found !== null) return found;
  }
}

type Frame = { readonly unit: number; readonly margin: number; readonly column: number };

/** A thousandth of the width is the unit of every distance. */
const frameOf = ({ width }: Extent): Frame => {
  const unit = width / 1000;
  return { unit, margin: 76 * unit, column: width - 2 * 76 * unit };
};

const codeUnits = 232;

function sheetPieces(poster: Poster, ground: Ground, foot: Piece[], scale: number): Piece[] | null {
  const { width, height } = ground;
  const { unit, margin, column } = frameOf(ground);
  const set = setter(poster, ground, scale);
  const above = set(poster.merchant, { x: margin, y: margin, width: column }, types.merchant);
  const titleAt = { x: margin, y: margin + above.height + 30 * unit * scale, width: column };
  const title = set(poster.title, titleAt, types.title);
  const band = titleAt.y + title.height + 62 * unit * scale;
  const room = { top: band, bottom: height - margin - (codeUnits + 40) * unit };
  const body = bodyPieces(poster.lines, { margin, column, room, unit: unit * scale }, set);
  if (body === null) return null;
  return [
    { kind: "box", x: 0, y: 0, width, height, ink: posterInks.ground },
    { kind: "box", x: 0, y: 0, width, height: band, ink: inks.accent },
    ...above.pieces,
    ...title.pieces,
    ...body,
    ...foot,
  ];
}

const setter =
  (poster: Poster, ground: Ground, scale: number): Setter =>
  (text, at, line) => {
    const size = line.size * frameOf(ground).unit * scale;
    return setText(text, at, { ...line, size, language: poster.language }, ground.measure);
  };

const types = {
  merchant: { size: 36, bold: false, ink: posterInks.faint, leading: 1.3 },
  title: { size: 96, bold: true, ink: posterInks.onAccent, leading: 1.22 },
  first: { size: 58, bold: true, ink: inks.text, leading: 1.36 },
  other: { size: 43, bold: false, ink: inks.text, leading: 1.42 },
  invitation: { size: 36, bold: true, ink: inks.text, leading: 1.35 },
  address: { size: 21, bold: false, ink: inks.quiet, leading: 1.4 },
} satisfies Record<string, Line>;

type Place = { readonly x: number; readonly y: number; readonly width: number };
type Setter = (text: string, at: Place, line: Line) => Set;

/** The promise's sentences, spread over the room that is left; null where they do not fit. */
function bodyPieces(
  lines: readonly string[],
  at: {
    readonly margin: number;
    readonly column: number;
    readonly room: { readonly top: number; readonly bottom: number };
    readonly unit: number;
  },
  set: Setter,
): Piece[] | null {
  const { margin, column, room, unit } = at;
  const typeOf = (index: number): Line => (index === 0 ? types.first : types.other);
  const heights = lines.map(
    (text, index) => set(text, { x: margin, y: 0, width: column }, typeOf(index)).height,
  );
  const free = room.bottom - room.top - heights.reduce((sum, height) => sum + height, 0);
  const gap = Math.min(free / (lines.length + 1), 74 * unit);
  if (gap < 30 * unit) return null;
  let y = room.top + (free - gap * (lines.length - 1)) / 2;
  return lines.flatMap((text, index) => {
    const { pieces, height } = set(text, { x: margin, y, width: column }, typeOf(index));
    const rule = { kind: "box" as const, x: margin, width: column, height: 2 * unit };
    const above = index === 0 ? [] : [{ ...rule, y: y - gap / 2, ink: inks.rule }];
    y += height + gap;
    return [...above, ...pieces];
  });
}

/** The code with what it is for beside it; null where the words need more room than the code. */
function footPieces(poster: Poster, ground: Ground, scale: number): Piece[] | null {
  const { unit, margin, column } = frameOf(ground);
  const side = codeUnits * unit;
  const width = column - side - 48 * unit;
  const texts: [string, Line][] = [
    [poster.invitation, types.invitation],
    [poster.address, types.address],
    [poster.small, types.address],
  ];
  const set = setter(poster, ground, scale);
  const gap = 12 * unit;
  const heights = texts.map(([text, line]) => set(text, { x: 0, y: 0, width }, line).height);
  const height = heights.reduce((sum, each) => sum + each + gap, -gap);
  if (height > side) return null;
  const bottom = ground.height - margin;
  let y = bottom - height;
  const words = texts.flatMap(([text, line], index) => {
    const { pieces } = set(text, { x: margin, y, width }, line);
    y += (heights[index] ?? 0) + gap;
    return pieces;
  });
  return [
    ...words,
    ...codePieces(poster.address, { right: margin + column, bottom, side }, ground),
  ];
}

/** On pixels a module is a whole number of them; on paper rows overlap by a hair, without seams. */
export function codePieces(
  address: string,
  at: { readonly right: number; readonly bottom: number; readonly side: number },
  { pixels }: Pick<Ground, "pixels">,
): Piece[] {
  const modules = codeModules(address);
  const exact = at.side / modules.length;
  const step = pixels ? Math.max(1, Math.floor(exact)) : exact;
  const side = step * modules.length;
  const whole = (place: number): number => (pixels ? Math.round(place) : place);
  const [left, top] = [whole(at.right - side), whole(at.bottom - side)];
  const card = { x: left, y: top, width: side, height: side, ink: "#ffffff" };
  const dark = codeRuns(modules).map(({ x, y, length }): Piece => {
    const place = { x: left + x * step, y: top + y * step };
    const height = pixels ? step : step * 1.04;
    return { kind: "box", ...place, width: length * step, height, ink: "#000000" };
  });
  return [{ kind: "box", ...card }, ...dark];
}

export function setText(
  text: string,
  at: Place,
  line: Line & { readonly language: string },
  measure: Measure,
): Set {
  const { size, bold, ink, leading } = line;
  const lines = wrapText(text, at.width, line, measure);
  const step = size * leading;
  const pieces = lines.map((each, index): Piece => {
    // The letters' own height is about 0.88 of the size: they stand in the middle of their step.
    const baseline = at.y + index * step + (step + 0.72 * size) / 2;
    return { kind: "text", text: each, x: at.x, baseline, size, bold, ink };
  });
  return { pieces, height: lines.length * step };
}

/** How wide a text is, in the units of its size. */
export type Measure = (text: string, size: number, bold: boolean) => number;

export type Type = { readonly size: number; readonly bold: boolean; readonly language: string };

/** No line begins with these, and none ends with the others. */
const clings = /^[，。、；：！？）】》」』〉〕”’…—–％%℃,.;:!?)\]}/@-]/u;
const opens = /[（【《「『〈〔“‘([{¥$€£]\s*$/u;
/** A number stays with its unit: 72 小时, 72 hours. */
const numberBefore = /[\d%]\s*$/u;
/** And a counted thing with its counter: 3个周期, 2件商品. */
const countedBefore = /\d\s*[个個件次份张張台臺]$/u;
const unitAfter = /^[\p{Letter}%]/u;
/** A time, a range or a telephone number is one: 9:00–18:00, 400-820-8820, 2026/1/31. */
const numberOpen = /\d\s*[:：–—~～/-]\s*$/u;
const numberGoesOn = /^[–—~～-]/u;
/** What stands between parts of a line ends a line and begins none. */
const separates = /^[·・|｜]/u;
/** After these a reader pauses anyway. */
const pauses = /[，。、；：！？,.;:!?]\s*$/u;

/** The pieces between which a line may break: words, as a reader of the language sees them. */
export function wordsOf(text: string, language: string): string[] {
  const words: string[] = [];
  for (const { segment } of segmenterOf(language).segment(text)) {
    const before = words.at(-1);
    if (before !== undefined && isJoined(before, segment)) words[words.length - 1] += segment;
    else words.push(segment);
  }
  return words;
}

/** Kept, since each reads the dictionary of its language. */
const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const made = new Intl.Segmenter(language, { granularity: "word" });
  segmenters.set(language, made);
  return made;
}

const isJoined = (before: string, segment: string): boolean =>
  /^\s+$/u.test(segment) ||
  (clings.test(segment) && !/\s$/u.test(before)) ||
  separates.test(segment) ||
  opens.test(before) ||
  (numberGoesOn.test(segment) && /\d\s*$/u.test(before)) ||
  (numberOpen.test(before) && /^\d/u.test(segment)) ||
  (numberBefore.test(before) && unitAfter.test(segment)) ||
  (countedBefore.test(before) && unitAfter.test(segment));

type Word = {
  readonly text: string;
  readonly width: number;
  /** Without the space at its end. */
  readonly ink: number;
};

/**
 * Lines within a width, none of them cut: as few as can be, of about equal length, broken where a
 * reader pauses if that costs little.
 */
export function wrapText(text: string, width: number, type: Type, measure: Measure): string[] {
  const wide = (each: string): number => measure(each, type.size, type.bold);
  const words = wordsOf(text.trim(), type.language)
    .flatMap((word) => (wide(word.trimEnd()) <= width ? [word] : [...word]))
    .map((each): Word => ({ text: each, width: wide(each), ink: wide(each.trimEnd()) }));
  return bestBreaks(words, width).map((line) => line.trimEnd());
}

type Broken = { readonly lines: readonly string[]; readonly cost: number };

/** A break in the middle of a phrase costs as much as a line of a third of the width. */
const phraseCost = 0.45;

/** For each word, how best to have ended a line before it: the least lines, then the least cost. */
function bestBreaks(words: readonly Word[], width: number): readonly string[] {
  const best: (Broken | null)[] = [{ lines: [], cost: 0 }];
  for (let end = 1; end <= words.length; end += 1) {
    let found: Broken | null = null;
    let whole = words[end - 1]?.ink ?? 0;
    for (let start = end - 1; start >= 0; start -= 1) {
      if (start < end - 1) whole += words[start]?.width ?? 0;
      if (whole > width && start < end - 1) break;
      const line = words.slice(start, end);
      found = better(found, extended(best[start] ?? null, line, whole / width, end < words.length));
    }
    best.push(found);
  }
  return best[words.length]?.lines ?? [];
}

function extended(
  before: Broken | null,
  line: readonly Word[],
  share: number,
  goesOn: boolean,
): Broken | null {
  if (before === null) return null;
  const text = line.map((word) => word.text).join("");
  const pause = goesOn && !pauses.test(text) ? phraseCost : 0;
  return { lines: [...before.lines, text], cost: before.cost + (1 - share) ** 2 + pause };
}

function better(one: Broken | null, other: Broken | null): Broken | null {
  if (one === null || other === null) return one ?? other;
  if (one.lines.length !== other.lines.length) {
    return one.lines.length < other.lines.length ? one : other;
  }
  return other.cost < one.cost ? other : one;
}

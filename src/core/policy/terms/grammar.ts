/**
 * Sentences made from templates, and read back from them. Both ways go through the same template,
 * so that what is written cannot differ from what is read. Reading follows every way in which a
 * text can be read: a text with two readings is a fault that must be seen, not decided.
 */
export type Parsed<T> = { readonly value: T; readonly end: number };
export type Parser<T> = (text: string, at: number) => readonly Parsed<T>[];

/** Exactly this text. */
export function literal<T>(words: string, value: T): Parser<T> {
  return (text, at) => (text.startsWith(words, at) ? [{ value, end: at + words.length }] : []);
}

export function either<T>(parsers: readonly Parser<T>[]): Parser<T> {
  return (text, at) => parsers.flatMap((parser) => parser(text, at));
}

export function mapped<T, U>(parser: Parser<T>, make: (value: T) => U | null): Parser<U> {
  return (text, at) =>
    parser(text, at).flatMap(({ value, end }) => {
      const made = make(value);
      return made === null ? [] : [{ value: made, end }];
    });
}

export type Slots<T> = Readonly<Record<string, Parser<T>>>;
export type Filled<T> = Readonly<Record<string, T>>;

/**
 * A template with `{name}` in it, each read by the parser of its name. A name that stands twice
 * must be read alike both times.
 */
export function template<T>(words: string, slots: Slots<T>): Parser<Filled<T>> {
  const parts = words.split(/(\{\w+\})/).filter((part) => part !== "");
  return (text, at) => {
    let found: Parsed<Filled<T>>[] = [{ value: {}, end: at }];
    for (const part of parts) {
      found = found.flatMap((before) => step(part, slots, text, before));
      if (found.length === 0) return [];
    }
    return found;
  };
}

function step<T>(
  part: string,
  slots: Slots<T>,
  text: string,
  before: Parsed<Filled<T>>,
): Parsed<Filled<T>>[] {
  const name = /^\{(\w+)\}$/.exec(part)?.[1];
  const slot = name === undefined ? undefined : slots[name];
  if (name === undefined || slot === undefined) {
    const end = before.end + part.length;
    return text.startsWith(part, before.end) ? [{ value: before.value, end }] : [];
  }
  return slot(text, before.end).flatMap(({ value, end }) => {
    const known = before.value[name];
    const agrees = known === undefined || JSON.stringify(known) === JSON.stringify(value);
    return agrees ? [{ value: { ...before.value, [name]: value }, end }] : [];
  });
}

/** One or more, with `between` before each further one and `last` before the last of several. */
export function series<T>(one: Parser<T>, between: string, last: string): Parser<readonly T[]> {
  const separators = new Set([between, last]);
  const more: Parser<readonly T[]> = (text, at) =>
    one(text, at).flatMap(({ value, end }) => [
      { value: [value], end },
      ...[...separators].flatMap((separator) =>
        text.startsWith(separator, end)
          ? more(text, end + separator.length).map((rest) => ({
              value: [value, ...rest.value],
              end: rest.end,
            }))
          : [],
      ),
    ]);
  return more;
}

/** How the parts of an enumeration are set apart: two of them, and more than two. */
export type Separators = {
  readonly two: string;
  readonly between: string;
  readonly last: string;
};

/** An enumeration exactly as `enumerated` writes it, of one part or more. */
export function enumeration<T>(
  one: Parser<T>,
  { two, between, last }: Separators,
): Parser<readonly T[]> {
  const then = (text: string, { value, end }: Parsed<readonly T[]>, separator: string) =>
    text.startsWith(separator, end)
      ? one(text, end + separator.length).map((next) => ({
          value: [...value, next.value],
          end: next.end,
        }))
      : [];
  const several = (text: string, before: Parsed<readonly T[]>): Parsed<readonly T[]>[] =>
    then(text, before, between).flatMap((begun) => [
      ...then(text, begun, last),
      ...several(text, begun),
    ]);
  return (text, at) =>
    one(text, at).flatMap(({ value, end }) => {
      const first = { value: [value], end };
      return [first, ...then(text, first, two), ...several(text, first)];
    });
}

export function enumerated(parts: readonly string[], { two, between, last }: Separators): string {
  return joined(parts, between, parts.length === 2 ? two : last);
}

export function joined(parts: readonly string[], between: string, last: string): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(between)}${last}${parts.at(-1) ?? ""}`;
}

/** Every reading of the whole text, each once. */
export function readings<T>(parser: Parser<T>, text: string): T[] {
  const whole = parser(text, 0).filter(({ end }) => end === text.length);
  return [...new Map(whole.map(({ value }) => [JSON.stringify(value), value])).values()];
}

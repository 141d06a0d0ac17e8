/** A string that no text of a person or program holds on purpose, and where it stands. */
export interface OddText {
  /** JSON Pointer of the value, or of the object whose key it is. */
  readonly field: string;
  /** Such as `U+0000`. */
  readonly character: string;
}

/**
 * Control characters but tab and line ends, halves of surrogate pairs, noncharacters, and the marks
 * that turn the direction of text: a database refuses some of them, and the others make a name or a
 * sum read as it is not.
 */
const odd =
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/u;

/** The first odd text anywhere in a value that JSON can hold, its keys included. */
export function oddTextIn(value: unknown): OddText | null {
  const open: { readonly field: string; readonly value: unknown }[] = [{ field: "", value }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { field, value: held } = next;
    if (typeof held === "string") {
      const [found] = odd.exec(held) ?? [];
      if (found !== undefined) return { field, character: named(found) };
    } else if (typeof held === "object" && held !== null) {
      for (const [key, inner] of Object.entries(held)) {
        const [found] = odd.exec(key) ?? [];
        if (found !== undefined) return { field, character: named(found) };
        open.push({ field: `${field}/${key}`, value: inner });
      }
    }
  }
  return null;
}

const named = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

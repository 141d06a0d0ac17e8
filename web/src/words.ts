/** Fills `{name}` with its value; a hole without a value stays visible. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

/** A word that the tables may not know yet is shown as the server wrote it. */
export const wordOf = (words: Readonly<Record<string, string>>, word: string): string =>
  Object.hasOwn(words, word) ? (words[word] ?? word) : word;

/** A text of the catalogue as a label: where letters have cases the first one is large. */
export const labelOf = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

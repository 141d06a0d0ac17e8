import type { Texts } from "../language.ts";

/**
 * One refusal: the HTTP status it travels under, an English title that never changes with the
 * values, and the sentence per language. `{name}` in a sentence is filled from its values.
 */
export interface ErrorEntry {
  readonly status: number;
  readonly title: string;
  readonly sentence: Texts;
}

/** Fixes each table's keys as literal types while checking the shape of its entries. */
export const errorTable = <const T extends Record<string, ErrorEntry>>(table: T): T => table;

import { baseErrors } from "./errors/base.ts";
import { claimErrors } from "./errors/claims.ts";
import type { ErrorEntry } from "./errors/entry.ts";
import { importErrors } from "./errors/import.ts";
import { insightErrors } from "./errors/insight.ts";
import { merchantErrors } from "./errors/merchants.ts";
import { orderErrors } from "./errors/orders.ts";
import { promiseErrors } from "./errors/promises.ts";
import { treasuryErrors } from "./errors/treasury.ts";
import type { Language } from "./language.ts";

/** The one table of refusals: code → status → sentence. docs/errors.md is printed from it. */
export const errors = {
  ...baseErrors,
  ...merchantErrors,
  ...promiseErrors,
  ...orderErrors,
  ...importErrors,
  ...treasuryErrors,
  ...claimErrors,
  ...insightErrors,
};
export type ErrorCode = keyof typeof errors;
export type RefusalValues = Readonly<Record<string, string | number>>;

/**
 * An expected no, as a value. `field` is a JSON pointer into the request body, or the name of the
 * parameter, where the refusal is about one part of what was sent.
 */
export interface Refusal {
  readonly refusal: true;
  readonly code: ErrorCode;
  readonly values: RefusalValues;
  readonly field: string | null;
}

export function refuse(code: ErrorCode, values: RefusalValues = {}, field?: string): Refusal {
  return { refusal: true, code, values, field: field ?? null };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && (value as Refusal).refusal === true;
}

export function errorEntry(code: ErrorCode): ErrorEntry {
  return errors[code];
}

/** The refusal in the reader's language, one line. */
export function sentenceOf(refusal: Refusal, language: Language): string {
  return fillSentence(errors[refusal.code].sentence[language], refusal.values);
}

/** A name without a value stays visible, so that a slip shows in a test and not as "undefined". */
export function fillSentence(sentence: string, values: RefusalValues): string {
  return sentence.replace(/\{(\w+)\}/g, (name, key: string) => String(values[key] ?? name));
}

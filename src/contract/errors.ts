import { baseErrors } from "./errors/base.ts";
import { claimErrors } from "./errors/claims.ts";
import type { ErrorEntry } from "./errors/entry.ts";
import { importErrors } from "./errors/import.ts";
import { insightErrors } from "./errors/insight.ts";
import { merchantErrors } from "./errors/merchants.ts";
import { orderErrors } from "./errors/orders.ts";
import { reasons } from "./errors/reasons.ts";
import type { ReasonCode } from "./errors/reasons.ts";
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
export function sentenceOf({ code, values }: Refusal, language: Language): string {
  const why = reasonText(values["reasonCode"], language);
  const reason = why === null ? {} : { reason: fillSentence(why, values) };
  return fillSentence(errors[code].sentence[language], { ...values, ...reason }, language);
}

/** The words of a reason by its code: a reason of the table, or another refusal's sentence. */
function reasonText(code: string | number | undefined, language: Language): string | null {
  if (code === undefined) return null;
  if (Object.hasOwn(reasons, code)) return reasons[code as ReasonCode][language];
  return Object.hasOwn(errors, code) ? errors[code as ErrorCode].sentence[language] : null;
}

/** A reason with its code, so that every reader has it in words of their own. */
export function because(
  code: ReasonCode,
  values: RefusalValues,
): RefusalValues & { readonly reason: string } {
  return { ...values, reasonCode: code, reason: fillSentence(reasons[code].en, values) };
}

/** Another refusal as the reason of this one. */
export function becauseOf({ code, values }: Refusal): RefusalValues {
  const reasonCode = values["reasonCode"] ?? code;
  const text = reasonText(reasonCode, "en") ?? "";
  return { ...values, reasonCode, reason: fillSentence(text, values) };
}

/**
 * A name without a value stays visible, so that a slip shows in a test and not as "undefined". A
 * value that is words stands once per language, as `name:en`.
 */
export function fillSentence(sentence: string, values: RefusalValues, language?: Language): string {
  return sentence.replace(/\{(\w+)\}/g, (name, key: string) =>
    String(values[`${key}:${language ?? ""}`] ?? values[key] ?? name),
  );
}

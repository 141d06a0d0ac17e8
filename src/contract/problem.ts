import { Type } from "typebox";
import type { Static } from "typebox";
import { errors, sentenceOf } from "./errors.ts";
import type { ErrorCode, Refusal } from "./errors.ts";
import type { Language } from "./language.ts";
import { nullable } from "./schemas.ts";

/** RFC 9457 problem details; `code` is stable, `detail` is in the caller's language. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.String(),
  field: nullable(Type.String()),
  values: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  requestId: Type.String(),
});
export type Problem = Omit<Static<typeof Problem>, "code"> & { code: ErrorCode };

export const problemMediaType = "application/problem+json";

/** Served under the same path as a page that explains the code. */
export const problemType = (code: ErrorCode): string => `/problems/${code}`;

export function problemOf(refusal: Refusal, language: Language, requestId: string): Problem {
  const { status, title } = errors[refusal.code];
  return {
    type: problemType(refusal.code),
    title,
    status,
    code: refusal.code,
    detail: sentenceOf(refusal, language),
    field: refusal.field,
    values: { ...refusal.values },
    requestId,
  };
}

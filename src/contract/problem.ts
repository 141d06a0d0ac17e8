import { Type } from "typebox";
import type { Static } from "typebox";
import { errors, sentenceOf } from "./errors.ts";
import type { ErrorCode, Refusal } from "./errors.ts";
import type { Language } from "./language.ts";
import { about, nullable } from "./schemas.ts";

/** RFC 9457 problem details; `code` is stable, `detail` is in the caller's language. */
export const Problem = Type.Object({
  type: about("Where the page stands that explains the code.", Type.String()),
  title: about("What kind of refusal it is, in English.", Type.String()),
  status: about("The HTTP status of the answer.", Type.Integer()),
  code: about(
    "The kind of refusal as a code that stays; docs/errors.md lists them.",
    Type.String(),
  ),
  detail: about("What is wrong and what to do, in the caller's language.", Type.String()),
  field: about(
    "The faulty part of what was sent, as a JSON pointer; null where no single one is.",
    nullable(Type.String()),
  ),
  values: about(
    "What the sentence names, by key.",
    Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  ),
  requestId: about("What finds the request in the server's log.", Type.String()),
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

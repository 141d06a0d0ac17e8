import type { Answer } from "../../src/contract/index.ts";

/** Why something did not work, in a sentence for the reader. */
export interface Failure {
  /** The problem's code, `offline` where nothing came back, `broken` for a fault of the page. */
  readonly code: string;
  readonly sentence: string;
  /** A JSON pointer into what was sent, where the refusal is about one part of it. */
  readonly field?: string;
}

export type Result<T> =
  { readonly ok: true; readonly data: T } | { readonly ok: false; readonly failure: Failure };

export interface FailureTexts {
  readonly offline: string;
  readonly broken: string;
}

/**
 * The one funnel for everything that can go wrong with a call: a refusal brings its own sentence in
 * the reader's language, a broken connection and an answer that is not ours get one of `texts`.
 */
export async function resultOf<T>(call: Promise<Answer<T>>, texts: FailureTexts) {
  return call.then(
    (answer): Result<T> =>
      answer.ok ? { ok: true, data: answer.data } : refused(answer, texts.broken),
    (error: unknown): Result<T> => ({ ok: false, failure: failureOf(error, texts) }),
  );
}

function refused(answer: Answer<unknown> & { ok: false }, broken: string): Result<never> {
  const problem = answer.problem as Partial<typeof answer.problem> | undefined;
  const { code = "broken", detail = broken, field = null } = problem ?? {};
  const place = field === null ? {} : { field };
  return { ok: false, failure: { code, sentence: plainSentence(detail), ...place } };
}

const isoInstant = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})/g;

/** A sentence of the API on a page: without marks of code, and with times where the reader is. */
export function plainSentence(sentence: string): string {
  const local = new Intl.DateTimeFormat("en-CA", {
    ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
    hourCycle: "h23",
  });
  return sentence
    .replaceAll("`", "")
    .replace(isoInstant, (instant) => local.format(new Date(instant)).replace(", ", " "));
}

// fetch rejects with a TypeError where nobody answered; all else is a fault on one of both sides.
function failureOf(error: unknown, texts: FailureTexts): Failure {
  return error instanceof TypeError
    ? { code: "offline", sentence: texts.offline }
    : { code: "broken", sentence: texts.broken };
}

/** What the address names is not there: nobody made it, or it is no identifier at all. */
export const isNotThere = ({ code }: Failure): boolean =>
  code === "not_found" || code === "invalid_request";

/** The session is over, or there was none: whoever it is has to come in again. */
export const isSignedOut = ({ code }: Failure): boolean =>
  code === "unauthenticated" || code === "session_expired";

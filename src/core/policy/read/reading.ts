import { type MessageCode, message } from "./messages.ts";
import type { Position } from "../syntax.ts";
import type { Language } from "../texts.ts";

type Values = Readonly<Record<string, string>>;

/** One fault of a document, at its place; `problemSentence` tells it to the author. */
export type Problem = {
  readonly code: MessageCode;
  readonly at: Position;
  readonly values: Values;
};

/** As many faults as an author mends before checking again; those beyond are only counted. */
export const problemsMax = 50;

/** What is read: a document that was published before, or one that is to be. */
export type Standard = "stored" | "new";

/** Either the value, or what is wrong with the input: `problemsMax` faults, and how many more. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** One sentence with what to do; the place is apart, in `at`. */
export function problemSentence(problem: Problem, language: Language): string {
  return message(problem.code, problem.values, language);
}

/** Collects problems while a tree is read, so that an author sees them at once. */
export class Problems {
  readonly #list: Problem[] = [];
  #more = 0;

  get length(): number {
    return this.#list.length + this.#more;
  }

  /**
   * Always null, so that a reader can return it in place of a value. Values that take a search come
   * as a function: what is only counted needs none.
   */
  add(code: MessageCode, at: Position, values: Values | (() => Values) = {}): null {
    if (this.#list.length === problemsMax) this.#more += 1;
    else this.#list.push({ code, at, values: typeof values === "function" ? values() : values });
    return null;
  }

  /** The value when nothing was wrong; the problems in the order of the text otherwise. */
  reading<T>(value: T): Reading<T> {
    const problems = this.#list.toSorted(
      (one, other) => one.at.line - other.at.line || one.at.column - other.at.column,
    );
    const last = problems.at(-1);
    if (last === undefined) return { ok: true, value };
    if (this.#more === 0) return { ok: false, problems };
    const more = {
      code: "more_faults",
      at: last.at,
      values: { count: String(this.#more) },
    } as const;
    return { ok: false, problems: [...problems, more] };
  }
}

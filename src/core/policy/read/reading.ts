import { type MessageCode, message } from "./messages.ts";
import type { Position } from "../syntax.ts";
import type { Language } from "../texts.ts";

/** One fault of a document, at its place; `problemSentence` tells it to the author. */
export type Problem = {
  readonly code: MessageCode;
  readonly at: Position;
  readonly values: Readonly<Record<string, string>>;
};

/** Either the value, or everything that is wrong with the input. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** One sentence with what to do; the place is apart, in `at`. */
export function problemSentence(problem: Problem, language: Language): string {
  return message(problem.code, problem.values, language);
}

/** Collects problems while a tree is read, so that an author sees all of them at once. */
export class Problems {
  readonly list: Problem[] = [];

  /** Always null, so that a reader can return it in place of a value. */
  add(code: MessageCode, at: Position, values: Readonly<Record<string, string>> = {}): null {
    this.list.push({ code, at, values });
    return null;
  }

  /** The value when nothing was wrong; the problems in the order of the text otherwise. */
  reading<T>(value: T): Reading<T> {
    if (this.list.length === 0) return { ok: true, value };
    const inOrder = this.list.toSorted(
      (one, other) => one.at.line - other.at.line || one.at.column - other.at.column,
    );
    return { ok: false, problems: inOrder };
  }
}

import type { Position } from "./syntax.ts";
import type { MessageCode } from "./messages.ts";

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

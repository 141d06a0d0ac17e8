import { isRefusal, refuse } from "../contract/index.ts";
import type { Refusal } from "../contract/index.ts";
import { isRefusal as isProblem, parseInstant } from "../core/index.ts";
import type { Instant } from "../core/index.ts";
import type { Window } from "./store/past.ts";

interface WireWindow {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export function windowOf(wire: WireWindow): Window | Refusal {
  const from = instantOf(wire.from, "from");
  const to = instantOf(wire.to, "to");
  if (isRefusal(from)) return from;
  if (isRefusal(to)) return to;
  if (from === null || to === null || from < to) return { from, to };
  return refuse("invalid_request", { reason: "`from` is not before `to`" }, "from");
}

export function instantOf(text: string | undefined, field: string): Instant | null | Refusal {
  if (text === undefined) return null;
  const instant = parseInstant(text);
  return isProblem(instant)
    ? refuse("invalid_request", { reason: instant.sentence }, field)
    : instant;
}

import { isRefusal, parseInstant } from "../../core/index.ts";
import type { Instant } from "../../core/index.ts";

/** Clocks of other systems are a little off; more than this lies ahead. */
const aheadMaxMs = 5 * 60_000;

/** A time that was given, or null where none was. @throws RangeError for what is no time. */
export function givenInstant(text: string | undefined): Instant | null {
  if (text === undefined) return null;
  const instant = parseInstant(text);
  if (isRefusal(instant)) throw new RangeError(instant.sentence);
  return instant;
}

/** The first of the times that lies ahead of now, as it was given; null where none does. */
export function firstAhead(texts: readonly (string | undefined)[], now: Instant): string | null {
  return texts.find((text) => (givenInstant(text) ?? now) > now + aheadMaxMs) ?? null;
}

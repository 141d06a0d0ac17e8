import type { Instant } from "../../../core/index.ts";

/** What holds from an instant until the next one of the timeline. */
export interface Stretch<Value> {
  readonly at: Instant;
  readonly value: Value;
}

export interface Timing {
  readonly from: Instant;
  /** The last instant, which belongs to the timeline. */
  readonly to: Instant;
  readonly stepMs: number;
  /** Instants at which something happens: they are always looked at. */
  readonly events: readonly Instant[];
}

const secondMs = 1000;

/**
 * A value that changes at instants, as stretches in which it stays. It is looked at in steps, at
 * every event and the second before it; where two looks differ, the second of each change between
 * them is found by halving. What changes and changes back between two looks is not seen.
 */
export function timelineOf<Value>(
  timing: Timing,
  valueAt: (at: Instant) => Value,
  key: (value: Value) => string,
): Stretch<Value>[] {
  const known = new Map<Instant, Value>();
  const look = (at: Instant): Value => {
    const value = known.has(at) ? (known.get(at) as Value) : valueAt(at);
    known.set(at, value);
    return value;
  };
  const found: Stretch<Value>[] = [];
  const note = (at: Instant): void => {
    const value = look(at);
    const last = found.at(-1);
    if (last === undefined || key(last.value) !== key(value)) found.push({ at, value });
  };
  const looks = looksOf(timing);
  for (const [index, at] of looks.entries()) {
    const before = looks[index - 1];
    if (before !== undefined) changesBetween(before, at, (one) => key(look(one))).forEach(note);
    note(at);
  }
  return found;
}

function looksOf({ from, to, stepMs, events }: Timing): Instant[] {
  const steps = Array.from(
    { length: Math.max(0, Math.ceil((to - from) / stepMs)) },
    (_, step) => from + step * stepMs,
  );
  const around = events.flatMap((at) => [at - secondMs, at]);
  const within = [...steps, ...around, to].filter((at) => at >= from && at <= to);
  return [...new Set(within)].sort((left, right) => left - right);
}

/** The first instants of the changes in (from, to], to the second. */
function changesBetween(from: Instant, to: Instant, keyAt: (at: Instant) => string): Instant[] {
  if (keyAt(from) === keyAt(to)) return [];
  const middle = from + Math.floor((to - from) / (2 * secondMs)) * secondMs;
  if (middle === from) return [to];
  return [...changesBetween(from, middle, keyAt), ...changesBetween(middle, to, keyAt)];
}

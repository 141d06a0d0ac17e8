import { addMonths, dayFrom } from "../../calendar/index.ts";
import type { Constant } from "../model.ts";

type Period = Extract<Constant, { kind: "period" }>;

/**
 * How many days these numbers of months last together, from one day on: every combination that the
 * calendar has, each once. Nothing else is tried, so that a case with months is a case that can be.
 */
export function lengthsTogether(months: readonly number[]): readonly (readonly number[])[] {
  const key = months.join();
  const known = lengths.get(key);
  if (known !== undefined) return known;
  const found = new Map<string, number[]>();
  for (const from of beginnings()) {
    const together = months.map((count) => addMonths(from, count) - from);
    found.set(together.join(), together);
  }
  const all = [...found.values()];
  lengths.set(key, all);
  return all;
}

/** Kept, because a proof and a decision with unknown days ask for the same ones many times. */
const lengths = new Map<string, readonly (readonly number[])[]>();

/** Every day of the years around a usual leap year, and around the one that is missing in 2100. */
function beginnings(): number[] {
  const spans = [
    [1996, 2004],
    [2088, 2104],
  ] as const;
  return spans.flatMap(([first, last]) => {
    const start = dayFrom({ year: first, month: 1, day: 1 });
    const end = dayFrom({ year: last, month: 1, day: 1 });
    return Array.from({ length: end - start }, (_, index) => start + index);
  });
}

/** The numbers of months that occur, each once and in order. */
export function monthsOf(periods: readonly Period[]): number[] {
  const months = new Set(periods.map(({ value }) => value.months));
  return [...months].toSorted((one, other) => one - other);
}

export function isPeriod(constant: Constant): constant is Period {
  return constant.kind === "period";
}

/** What periods can last together, by their texts: the marks of a case. */
export function marksTogether(periods: readonly Period[]): Readonly<Record<string, number>>[] {
  const months = monthsOf(periods);
  return lengthsTogether(months).map((together) =>
    Object.fromEntries(
      periods.map(({ text, value }) => {
        const length = together[months.indexOf(value.months)] ?? 0;
        return [text, length + value.days];
      }),
    ),
  );
}

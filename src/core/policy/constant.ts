import { addMonths, dayFrom, parseDuration, parsePeriod } from "../calendar/index.ts";
import { type Fraction, compare, isRefusal, parseFraction } from "../money/index.ts";
import type { Constant, OrderedFact } from "./model.ts";

/** Reads a constant in the unit of the fact's type; null when it is in no such unit. */
export function parseConstant(text: string, type: OrderedFact["type"]): Constant | null {
  if (type === "days") return parseDays(text);
  if (type === "ratio") {
    const value = parseFraction(text);
    return isRefusal(value) ? null : { kind: "ratio", value, text };
  }
  const value = type === "duration" ? parseDuration(text) : parseCount(text);
  return typeof value === "number" ? { kind: "whole", value, text } : null;
}

function parseDays(text: string): Constant | null {
  const value = parsePeriod(text);
  if (isRefusal(value)) return null;
  if (value.months === 0) return { kind: "whole", value: value.days, text };
  const { least, most } = lengthOfMonths(value.months);
  return { kind: "period", value, text, least: least + value.days, most: most + value.days };
}

function parseCount(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/**
 * Negative, 0 or positive as left is below, equal to or above right; null when that depends on the
 * day from which months are counted. Both belong to one fact, so they are of one measure.
 */
export function compareConstants(left: Constant, right: Constant): number | null {
  if (left.text === right.text) return 0;
  if (left.kind === "ratio" && right.kind === "ratio") return compare(left.value, right.value);
  if (left.kind === "period" && right.kind === "period") {
    // From one day equally many months are equally long, and only the days beside them differ.
    if (left.value.months === right.value.months) return left.value.days - right.value.days;
  }
  const [a, b] = [daysBetween(left), daysBetween(right)];
  if (a.least === b.most && a.most === b.least) return 0;
  if (a.most < b.least) return -1;
  return a.least > b.most ? 1 : null;
}

/** The least and most that a constant can come to, over all days on which it can begin. */
export function daysBetween(constant: Constant): { least: number; most: number } {
  if (constant.kind === "period") return constant;
  if (constant.kind === "ratio") throw new RangeError(`\`${constant.text}\` has no days`);
  return { least: constant.value, most: constant.value };
}

/**
 * The last days of January and the first days of each month, in the leap years around 2000 and
 * the missing one of 2100, are the beginnings at which months are longest and shortest.
 */
function lengthOfMonths(months: number): { least: number; most: number } {
  const lengths = [1996, 1999, 2000, 2096, 2099, 2100, 2103].flatMap((year) =>
    Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) =>
      [1, 28, 29, 30, 31].map((day) => {
        const from = dayFrom({ year, month, day });
        return addMonths(from, months) - from;
      }),
    ),
  );
  return { least: Math.min(...lengths), most: Math.max(...lengths) };
}

/** The share that a constant of a ratio fact is. */
export function shareOfConstant(constant: Constant): Fraction {
  if (constant.kind !== "ratio") throw new RangeError(`\`${constant.text}\` is no share`);
  return constant.value;
}

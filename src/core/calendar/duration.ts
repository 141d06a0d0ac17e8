import { type Refusal, refuse } from "../money/index.ts";
import { type CalendarDay, addMonths } from "./day.ts";

/** A length of time in days, the months first: `12mo+14d` ends 14 days after the same date. */
export type Period = { readonly months: number; readonly days: number };

const unitSeconds: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600, d: 86_400 };

/** Seconds of `72h`, `90min`, `30s` or `2d` (a day of 24 hours). */
export function parseDuration(text: string): number | Refusal {
  const [, count = "", unit = ""] = /^(\d{1,9})(s|min|h|d)$/.exec(text) ?? [];
  const seconds = unitSeconds[unit];
  return seconds === undefined
    ? refuse("not_a_duration", `\`${text}\` is not a duration: write it like 72h, 90min or 30s`)
    : Number(count) * seconds;
}

/** Reads `7d`, `3mo` and `12mo+14d`. */
export function parsePeriod(text: string): Period | Refusal {
  const form = /^(?:(\d{1,4})mo\+)?(\d{1,6})d$|^(\d{1,4})mo$/.exec(text);
  if (form === null) {
    return refuse("not_a_period", `\`${text}\` is not a period: write it like 7d or 12mo+14d`);
  }
  const [, monthsBefore, days = 0, months = monthsBefore ?? 0] = form;
  return { months: Number(months), days: Number(days) };
}

/** `7d`, `3mo`, `12mo+14d`; an empty period is `0d`. */
export function periodText({ months, days }: Period): string {
  if (months === 0) return `${days}d`;
  return days === 0 ? `${months}mo` : `${months}mo+${days}d`;
}

/** The last day of a period that begins after `from`. */
export function addPeriod(from: CalendarDay, { months, days }: Period): CalendarDay {
  return addMonths(from, months) + days;
}

/**
 * How many days a period has when it begins after `from`: what a day count is compared with, so
 * that n ≤ `periodDays` exactly when the period's deadline is kept.
 */
export function periodDays(from: CalendarDay, period: Period): number {
  return addPeriod(from, period) - from;
}

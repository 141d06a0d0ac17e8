import type { DeadlineRule } from "./rule.ts";

const forms = /^(\d{1,4})(bd|d|h)$/;

/**
 * A promised period as it is written: `72h` elapsed, `3bd` business days, `7d` calendar days from
 * the next day that move off a final day off. Null where the text is none of these.
 */
export function parseWithin(text: string): DeadlineRule | null {
  const [, number, unit] = forms.exec(text) ?? [];
  if (number === undefined) return null;
  const count = Number(number);
  if (unit === "h") return { count: "seconds", seconds: count * 3600 };
  if (unit === "bd") return { count: "business_days", first: "next_day", days: count };
  const period = { months: 0, days: count };
  return { count: "calendar_days", first: "next_day", roll: "off_holiday", period };
}

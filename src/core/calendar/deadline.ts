import type { CalendarData } from "./calendar-data.ts";
import type { Instant } from "./time.ts";
import { pausedDeadline } from "./pause.ts";
import type { DayRule, Deadline, DeadlineRule } from "./rule.ts";

/** The deadline of a rule for an event at `from`. */
export function deadline(rule: DeadlineRule, from: Instant, data: CalendarData): Deadline {
  return pausedDeadline(rule, from, [], data);
}

/** The deadline of `n` days, `end(from, n)`; a period of 0 days ends before its first day. */
export function deadlineOfDays(
  rule: DayRule,
  from: Instant,
  n: number,
  data: CalendarData,
): Deadline {
  return rule.count === "business_days"
    ? deadline({ ...rule, days: n }, from, data)
    : deadline({ ...rule, period: { months: 0, days: n } }, from, data);
}

/**
 * Which deadline holds when one that was shown as provisional is computed again. A duty of the
 * merchant keeps the earlier, a right of the customer the later: nobody may lose by having relied
 * on what was shown.
 */
export function effectiveDeadline(
  shown: Deadline,
  recomputed: Deadline,
  holder: "merchant-duty" | "customer-right",
): Deadline {
  const shownIsEarlier = shown.at < recomputed.at;
  const held = shownIsEarlier === (holder === "merchant-duty") ? shown : recomputed;
  return { ...held, provisional: recomputed.provisional };
}

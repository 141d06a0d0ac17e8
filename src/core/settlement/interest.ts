import { type CalendarDay, partsOf, dayFrom } from "../calendar/index.ts";
import { type Fraction, add, fraction, multiply, roundUp, times, zero } from "../money/index.ts";

/** How days become years: real days over 365, over 360, or over the days of their own year. */
export type DayCount = "actual/365" | "actual/360" | "actual/actual";

/** A yearly rate and the day from which it is in force. */
export type DatedRate = { readonly from: CalendarDay; readonly annualRate: Fraction };

/**
 * Simple interest in minor units from one day to another, the first counted and the last not;
 * exact, and rounded up once in the customer's favour. 0 when `to` is not after `from`.
 * Source: 法释〔2025〕4号 arts 16 and 17.
 * @throws RangeError when the principal or the rate is negative.
 */
export function accrueInterest(
  principalMinor: number,
  annualRate: Fraction,
  from: CalendarDay,
  to: CalendarDay,
  dayCount: DayCount,
): number {
  if (principalMinor < 0 || annualRate.n < 0) {
    throw new RangeError("a negative principal or rate accrues nothing: use 0 or more");
  }
  const years = yearsBetween(from, Math.max(from, to), dayCount);
  return roundUp(times(multiply(annualRate, years), principalMinor));
}

function yearsBetween(from: CalendarDay, to: CalendarDay, dayCount: DayCount): Fraction {
  switch (dayCount) {
    case "actual/365":
      return fraction(to - from, 365);
    case "actual/360":
      return fraction(to - from, 360);
    case "actual/actual":
      return actualYears(from, to);
  }
}

/** Days of each calendar year over that year's length. */
function actualYears(from: CalendarDay, to: CalendarDay): Fraction {
  let years = zero;
  for (let start = from; start < to;) {
    const { year } = partsOf(start);
    const begin = dayFrom({ year, month: 1, day: 1 });
    const end = dayFrom({ year: year + 1, month: 1, day: 1 });
    years = add(years, fraction(Math.min(end, to) - start, end - begin));
    start = end;
  }
  return years;
}

/**
 * The rate in force on a day, of the dated rates in any order; null before the first.
 * (The rate at contract formation holds for the whole contract: 法释〔2025〕4号 art. 16.)
 */
export function rateOn(rates: readonly DatedRate[], day: CalendarDay): Fraction | null {
  const inForce = rates.filter((rate) => rate.from <= day);
  if (inForce.length === 0) return null;
  return inForce.reduce((latest, rate) => (rate.from > latest.from ? rate : latest)).annualRate;
}

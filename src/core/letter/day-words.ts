import { dayOf, isZone, parseInstant, partsOf } from "../calendar/index.ts";
import { isRefusal } from "../money/index.ts";
import type { Language } from "../policy/index.ts";
import { write } from "./words.ts";

const english = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/**
 * The day of an instant as a person writes it: `2026年3月9日`, `9 March 2026`.
 * @throws RangeError for a text that is no instant, or a zone that is none.
 */
export function tellDay(instant: string, zone: string, language: Language): string {
  const at = parseInstant(instant);
  if (isRefusal(at) || !isZone(zone))
    throw new RangeError(`\`${instant}\` in \`${zone}\` is no day`);
  const { year, month, day } = partsOf(dayOf(at, zone));
  const name = language === "en" ? (english[month - 1] ?? "") : String(month);
  return write("date", language, { year: String(year), month: name, day: String(day) });
}

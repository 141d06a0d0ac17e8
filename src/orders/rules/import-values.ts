import {
  isRefusal,
  multiply,
  fraction,
  offsetAt,
  parseDecimal,
  parseFraction,
  parseInstant,
  roundHalfUp,
} from "../../core/index.ts";
import type { Currency, Instant, Zone } from "../../core/index.ts";

/** The instant of `2011-03-01 12:30:00` on the clocks of a zone, or null for what is no time. */
export function localInstant(text: string, zone: Zone): Instant | null {
  const asUtc = parseInstant(`${text.replace(" ", "T")}Z`);
  if (isRefusal(asUtc)) return null;
  // The offset of a moment near by; then of the moment itself, where clocks changed in between.
  const near = asUtc - offsetAt(asUtc, zone);
  return asUtc - offsetAt(near, zone);
}

/** A whole number within bounds, or null; `17850.0` is none. */
export function wholeNumber(text: string, lowest: number, highest: number): number | null {
  if (!/^-?\d{1,16}$/.test(text)) return null;
  const value = Number(text);
  return value >= lowest && value <= highest ? value : null;
}

const offsetText = /([+-]\d{2}):?(\d{2})$/;
const zoneAtEnd = / ?(Z|UTC|[+-]\d{2}:?\d{2})$/;
const localTime = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[ T](\d{1,2}):(\d{2})(:\d{2})?(?:\.\d+)?$/;

/**
 * The instant of a time as spreadsheets and shops write it: with an offset, or on the clocks of the
 * zone. `2026-03-01 10:00`, `2026/3/1 10:00:00`, `2026-02-20 10:00:00 -0500`; null for no time.
 */
export function writtenInstant(text: string, zone: Zone): Instant | null {
  const given = parseInstant(text);
  if (!isRefusal(given)) return given;
  const parts = localTime.exec(text.trim().replace(zoneAtEnd, ""));
  if (parts === null) return null;
  const [, year = "", month = "", day = "", hour = "", minute = "", seconds = ":00"] = parts;
  const two = (number: string) => number.padStart(2, "0");
  const local = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}${seconds}`;
  const offset = zoneAtEnd.exec(text.trim())?.[1];
  if (offset === undefined) return localInstant(local, zone);
  const whole = offset === "UTC" ? "Z" : offset.replace(offsetText, "$1:$2");
  const instant = parseInstant(`${local}${whole}`);
  return isRefusal(instant) ? null : instant;
}

/** As `amountOf`; `12,30` as well, where a comma cannot be anything but the decimal sign. */
export function writtenAmount(text: string, currency: Currency): number | null {
  return amountOf(/^\d+,\d{1,2}$/.test(text) ? text.replace(",", ".") : text, currency);
}

/** Minor units of a decimal amount of 0 or more, or null. */
export function amountOf(text: string, currency: Currency): number | null {
  const amount = parseDecimal(text, currency);
  return isRefusal(amount) || amount < 0 ? null : amount;
}

/**
 * Hundredths of a decimal number that may have more than two decimals, halves up: old tills kept
 * prices such as 0.001.
 */
export function roundedHundredths(text: string): number | null {
  if (!/^-?\d{1,12}(\.\d{1,6})?$/.test(text)) return null;
  const exact = parseFraction(text);
  return isRefusal(exact) ? null : roundHalfUp(multiply(exact, fraction(100)));
}

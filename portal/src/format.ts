import { formatDecimal, isCurrency } from "../../src/core/index.ts";
import type { Language } from "../../src/contract/index.ts";

export interface Reader {
  readonly language: Language;
  /** IANA name of the zone in which the order counts its days. */
  readonly zone: string;
}

/** Minor units as the reader writes money: 1050 CNY is ¥10.50. Exact, never through a float. */
export function moneyText(amountMinor: number, currency: string, language: Language): string {
  const decimal = formatDecimal(amountMinor, currency) as `${number}`;
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  }).format(decimal);
}

/** An amount in the unit of a tender: money, points, or what a red packet holds. */
export function unitsText(units: number, unit: string, currency: string, reader: UnitReader) {
  if (isCurrency(unit)) return moneyText(units, unit, reader.language);
  if (unit === "points") {
    return reader.points.replace("{n}", units.toLocaleString(reader.language));
  }
  return moneyText(units, currency, reader.language);
}

export interface UnitReader {
  readonly language: Language;
  /** Such as `{n} points`. */
  readonly points: string;
}

export function dateText(instant: string, { language, zone }: Reader): string {
  return format(instant, language, { dateStyle: "medium", timeZone: zone });
}

export function timeText(instant: string, { language, zone }: Reader): string {
  const options = { dateStyle: "medium", timeStyle: "short", timeZone: zone } as const;
  return format(instant, language, options);
}

function format(instant: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, options).format(new Date(instant));
}

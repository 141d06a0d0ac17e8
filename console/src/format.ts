import { formatDecimal, isCurrency } from "../../src/core/index.ts";
import type { Language } from "../../src/contract/index.ts";

/** Minor units as the reader writes money: 1050 CNY is ¥10.50. Exact, never through a float. */
export function moneyText(amountMinor: number, currency: string, language: Language): string {
  const decimal = formatDecimal(amountMinor, currency) as `${number}`;
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  }).format(decimal);
}

/** An amount of a tender: money as money, anything else as a count beside the name of its unit. */
export function unitsText(units: number, unit: string, language: Language): string {
  if (isCurrency(unit)) return moneyText(units, unit, language);
  return `${units.toLocaleString(language)} ${unit}`;
}

export function timeText(instant: string | null, language: Language, zone: string): string {
  if (instant === null) return "—";
  return new Intl.DateTimeFormat(language, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: zone,
  }).format(new Date(instant));
}

import { formatDecimal, isCurrency } from "../../src/core/index.ts";
import type { Language } from "../../src/contract/index.ts";
import { fill } from "./texts/index.ts";

/** Minor units as the reader writes money: 1050 CNY is ¥10.50. Exact, never through a float. */
export function moneyText(amountMinor: number, currency: string, language: Language): string {
  const decimal = formatDecimal(amountMinor, currency) as `${number}`;
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  }).format(decimal);
}

interface UnitWords {
  readonly language: Language;
  readonly texts: { readonly points: string; readonly packetUnits: string };
}

const packetUnit = /^packet:(.+)$/;

/** An amount of a tender: money, points, what a red packet holds, or a unit by its own name. */
export function unitsText(
  units: number,
  unit: string,
  currency: string,
  { language, texts }: UnitWords,
): string {
  if (isCurrency(unit)) return moneyText(units, unit, language);
  const count = units.toLocaleString(language);
  if (unit === "points") return fill(texts.points, { n: count });
  const id = packetUnit.exec(unit)?.[1];
  if (id === undefined) return `${count} ${unit}`;
  return fill(texts.packetUnits, { id, amount: moneyText(units, currency, language) });
}

export function timeText(instant: string | null, language: Language, zone: string): string {
  if (instant === null) return "—";
  return new Intl.DateTimeFormat(language, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: zone,
  }).format(new Date(instant));
}

import { formatDecimal, isCurrency } from "../../src/core/index.ts";
import type { Language } from "../../src/contract/index.ts";
import { fill } from "./words.ts";

export interface Reader {
  readonly language: Language;
  /** IANA name of the zone in which the days are counted. */
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

export interface UnitReader {
  readonly language: Language;
  readonly texts: {
    /** Such as `{n} points`. */
    readonly points: string;
    /** Of a red packet, by its `{id}` and the `{amount}` it holds. */
    readonly packetUnits: string;
    /** Of a voucher, by the `{amount}` it holds. */
    readonly voucherUnits: string;
  };
}

const packetUnit = /^packet:(.+)$/;
const voucherUnit = /^voucher:(.+)$/;

/** So many of a unit: money, points, what a packet or a voucher holds, or a unit as it is. */
export function unitsText(
  units: number,
  unit: string,
  currency: string,
  { language, texts }: UnitReader,
): string {
  if (isCurrency(unit)) return moneyText(units, unit, language);
  const count = units.toLocaleString(language);
  if (unit === "points") return fill(texts.points, { n: count });
  const voucher = voucherUnit.exec(unit)?.[1];
  if (voucher !== undefined && isCurrency(voucher)) {
    return fill(texts.voucherUnits, { amount: moneyText(units, voucher, language) });
  }
  const id = packetUnit.exec(unit)?.[1];
  if (id === undefined) return `${count} ${unit}`;
  return fill(texts.packetUnits, { id, amount: moneyText(units, currency, language) });
}

/** The day, such as `2026-12-31`, in the zone; of now where no instant is given. */
export function dayIn(zone: string, instant?: string): string {
  const at = instant === undefined ? new Date() : new Date(instant);
  const parts = new Intl.DateTimeFormat("en-CA", { dateStyle: "short", timeZone: zone });
  return parts.format(at);
}

export function dateText(instant: string, { language, zone }: Reader): string {
  return format(instant, language, { dateStyle: "medium", timeZone: zone });
}

/** Day and time; a dash for an instant that has not come. */
export function timeText(instant: string | null, { language, zone }: Reader): string {
  if (instant === null) return "—";
  const style = { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" } as const;
  return format(instant, language, { ...style, timeZone: zone });
}

function format(instant: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, options).format(new Date(instant));
}

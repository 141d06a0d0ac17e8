import { amountMaxMinor, checkAmount } from "./amount.ts";
import { type Currency, exponentOf } from "./currency.ts";
import { type Refusal, refuse } from "./refusal.ts";

/**
 * The exact decimal string of an amount, without grouping or symbol: 1050 CNY → `10.50`,
 * 1050 JPY → `1050`. For reports to people and gateways that want strings. A total beyond 2^53 − 1
 * is a big integer.
 * @throws RangeError when the amount or the currency is not acceptable.
 */
export function formatDecimal(amountMinor: number | bigint, currency: Currency): string {
  const exponent = exponentOf(currency);
  const signed = String(typeof amountMinor === "bigint" ? amountMinor : checkAmount(amountMinor));
  const sign = signed.startsWith("-") ? "-" : "";
  const digits = signed.slice(sign.length).padStart(exponent + 1, "0");
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/**
 * The same with its thousands marked: `36,000.00`. Not by `Intl`, whose marks differ from one
 * machine to another.
 * @throws RangeError as `formatDecimal` does.
 */
export function formatGrouped(amountMinor: number, currency: Currency): string {
  const [whole = "", ...rest] = formatDecimal(amountMinor, currency).split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...rest].join(".");
}

const decimalForm = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Minor units of a decimal string such as `10.5` or `-0.01`; exact, never through a float.
 * Refused: exponents, grouping, spaces, a sign `+`, more decimals than the currency has
 * (even zeros), overflow.
 * @throws RangeError when the currency is unknown.
 */
export function parseDecimal(text: string, currency: Currency): number | Refusal {
  const exponent = exponentOf(currency);
  const [, sign = "", whole = "", decimals = ""] = decimalForm.exec(text) ?? [];
  if (whole === "") {
    return refuse("not_a_decimal", `\`${text}\` is not an amount: write it like 1234.50`);
  }
  if (decimals.length > exponent) {
    return refuse(
      "too_many_decimals",
      `\`${text}\` has too many decimals: ${currency} has ${exponent}`,
    );
  }
  const amountMinor = Number(whole + decimals.padEnd(exponent, "0"));
  if (amountMinor > amountMaxMinor) {
    return refuse(
      "amount_too_large",
      `\`${text}\` is too large: at most ${formatDecimal(amountMaxMinor, currency)} ${currency}`,
    );
  }
  return sign === "-" && amountMinor > 0 ? -amountMinor : amountMinor;
}

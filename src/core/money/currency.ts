/** An ISO 4217 alphabetic code, upper case: `CNY`. */
export type Currency = string;

// ISO 4217 list one (January 2026) without funds, metals and test codes, by number of decimals.
const withoutDecimals = codes("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF");
const withTwoDecimals = codes(
  "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF",
  "CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL",
  "HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT",
  "MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB",
  "SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH",
  "USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG",
);
const withThreeDecimals = codes("BHD IQD JOD KWD LYD OMR TND");

function codes(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(" ").split(" "));
}

/** Whether the text is a current ISO 4217 code in upper case. */
export function isCurrency(text: string): text is Currency {
  return knownExponent(text) !== undefined;
}

function knownExponent(text: string): number | undefined {
  if (withTwoDecimals.has(text)) return 2;
  if (withoutDecimals.has(text)) return 0;
  return withThreeDecimals.has(text) ? 3 : undefined;
}

/**
 * Decimals of a currency's minor unit (ISO 4217): JPY 0, CNY 2, KWD 3.
 * @throws RangeError when the code is unknown.
 */
export function exponentOf(currency: Currency): number {
  const exponent = knownExponent(currency);
  if (exponent === undefined) {
    throw new RangeError(
      `\`${currency}\` is not a currency code: use one of ISO 4217, such as CNY, in upper case`,
    );
  }
  return exponent;
}

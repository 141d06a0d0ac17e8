import {
  type Fraction,
  amountMaxMinor,
  compare,
  fraction,
  isCurrency,
  isRefusal,
  multiply,
  parseFraction,
  roundDown,
} from "../money/index.ts";
import type { DraftTender, Payment } from "./order-draft.ts";
import type { Tender } from "./order-facts.ts";
import { type OrderRefusal, refuseOrder } from "./order-refusal.ts";

/** Gives every tender its value in the order's currency. */
export function frozenTenders({ currency, tenders: given }: Payment): Tender[] | OrderRefusal {
  const tenders: Tender[] = [];
  for (const [index, tender] of given.entries()) {
    const path = `tenders[${index}]`;
    const foreign = currencyProblem(currency, tender, path);
    if (foreign !== null) return foreign;
    const valueMinor = valueOf(tender);
    if (valueMinor === null || (tender.unit === currency && valueMinor !== tender.units)) {
      return refuseOrder(
        "bad_tender_value",
        path,
        `\`${tender.units}\` of \`${tender.unit}\` have no clear value in ${currency}: ` +
          (tender.units === 0
            ? "leave out a tender that paid nothing"
            : "give at least 1 unit and what it is worth"),
      );
    }
    const { tenderId, kind, unit, units } = tender;
    tenders.push({ tenderId, kind, unit, units, valueMinor });
  }
  return tenders;
}

/**
 * Money of another currency has what it was worth at sale: it goes back in its own currency, at
 * that rate.
 */
function currencyProblem(currency: string, tender: DraftTender, path: string): OrderRefusal | null {
  const { kind, unit, value } = tender;
  const money = kind === "money" || kind === "wallet";
  if ((!money && !isCurrency(unit)) || unit === currency) return null;
  if (money && isCurrency(unit) && value !== undefined) return null;
  return refuseOrder(
    "mixed_currency",
    `${path}.unit`,
    `\`${unit}\` is not the order's currency, ${currency}: money of another currency needs its ` +
      "`value` at sale, and nothing else is counted in one",
  );
}

/** Whole minor units above 0, or null. Points have no value of their own. */
function valueOf(tender: DraftTender): number | null {
  const { value, units } = tender;
  if (value === undefined) return tender.kind === "points" || units < 1 ? null : units;
  const exact = "minor" in value ? exactMinor(value.minor) : exactValue(units, value.perUnit);
  if (exact === null || compare(exact, fraction(amountMaxMinor)) > 0) return null;
  const valueMinor = roundDown(exact);
  return valueMinor < 1 || units < 1 ? null : valueMinor;
}

function exactMinor(minor: number): Fraction | null {
  return Number.isSafeInteger(minor) ? fraction(minor) : null;
}

function exactValue(units: number, perUnit: string): Fraction | null {
  const each = parseFraction(perUnit);
  return isRefusal(each) ? null : multiply(fraction(units), each);
}

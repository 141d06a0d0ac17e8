import { isCurrency } from "../money/index.ts";
import { type Language, moneyText } from "../policy/index.ts";
import type { OrderFacts } from "../settlement/index.ts";
import { isLetterWord, write } from "./words.ts";

/** So many of a unit: a currency, `points`, `voucher:<currency>`, or a tender's own. */
export type Amount = {
  readonly unit: string;
  readonly units: number;
  /** What units that are no money stood for at sale; null where that is no whole number. */
  readonly worthMinor: number | null;
  readonly currency: string;
};

export function tellAmount(amount: Amount, language: Language): string {
  const { unit, units, worthMinor, currency } = amount;
  const of = unit.slice(unit.indexOf(":") + 1);
  const held = `in_${unit.replace(/:.*/, "")}`;
  if (unit.startsWith("voucher:") && isCurrency(of)) {
    return write("voucher", language, { money: moneyText(units, of, language) });
  }
  if (isCurrency(unit)) return moneyText(units, unit, language);
  const worth = worthMinor === null ? null : moneyText(worthMinor, currency, language);
  const isPoints = unit === "points";
  if (!isPoints) {
    if (worth === null) return write("other_units", language, { n: String(units) });
    return isLetterWord(held) ? write(held, language, { money: worth }) : worth;
  }
  const counted = write(units === 1 ? "point" : "points", language, { n: String(units) });
  if (worth === null) return counted;
  return write("worth", language, { units: counted, money: worth });
}

/** Amounts of one unit summed, money first, as one would say them: `A、B 和 C`. */
export function tellAmounts(amounts: readonly Amount[], language: Language): string {
  const sums = new Map<string, Amount>();
  for (const one of amounts) {
    const before = sums.get(one.unit);
    sums.set(one.unit, before === undefined ? one : added(before, one));
  }
  const texts = [...sums.values()]
    .toSorted((one, other) => rankOf(one) - rankOf(other))
    .map((one) => tellAmount(one, language));
  if (texts.length < 2) return texts.join("");
  const [last = "", ...first] = texts.reverse();
  return first.reverse().join(write("between", language)) + write("and", language) + last;
}

function added(one: Amount, other: Amount): Amount {
  const known = one.worthMinor !== null && other.worthMinor !== null;
  const worthMinor = known ? (one.worthMinor ?? 0) + (other.worthMinor ?? 0) : null;
  return { ...one, units: one.units + other.units, worthMinor };
}

const rankOf = ({ unit }: Amount): number => (isCurrency(unit) ? 0 : 1);

/** Units of a tender of the order, with what they were worth at sale. */
export function tenderAmount(order: OrderFacts, tenderId: string, units: number): Amount {
  const tender = order.tenders.find((each) => each.tenderId === tenderId);
  const { currency } = order;
  if (tender === undefined) return { unit: currency, units, worthMinor: null, currency };
  const product = BigInt(tender.valueMinor) * BigInt(units);
  const whole = product % BigInt(tender.units) === 0n;
  const worthMinor = whole ? Number(product / BigInt(tender.units)) : null;
  return { unit: tender.unit, units, worthMinor, currency };
}

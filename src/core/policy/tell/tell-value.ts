import { type Fraction, compare, equal, isRefusal, one, zero } from "../../money/index.ts";
import { fraction, lowestTerms, multiply, parseFraction, roundHalfUp } from "../../money/index.ts";
import { isYes } from "../decide/cell.ts";
import { parseConstant } from "../constant.ts";
import { isListed } from "../fact-kind.ts";
import type { FactValue } from "../facts.ts";
import type { Constant, Fact, OrderedFact } from "../model.ts";
import type { Language } from "../texts.ts";
import { type Word, say } from "./words.ts";

/** A value of a fact as a person says it: `83 hours 20 minutes`, `7日`, `33%`, `33.33%`. */
export function tellValue(fact: Fact, value: FactValue, language: Language): string {
  if (value === "unproven") return say("unproven", language, { fact: fact.text[language] });
  if (value === "before_start" && !isListed(fact)) return fact.beforeStart?.[language] ?? value;
  if (isListed(fact)) {
    const name = fact.type === "flag" ? (isYes(value) ? "yes" : "no") : textOf(value);
    const option = fact.options.find((each) => each.name === name);
    return option?.text[language] ?? name;
  }
  if (fact.type === "ratio") return tellShareValue(value);
  return tellWhole(fact, Number(value), language);
}

/** A constant of a document by its text: `72h`, `12mo+14d`, `60%`, `3`. */
export function tellConstant(fact: OrderedFact, text: string, language: Language): string {
  const constant: Constant | null = parseConstant(text, fact.type);
  if (constant === null) return text;
  if (constant.kind === "ratio") return tellShare(constant.value);
  if (constant.kind === "whole") return tellWritten(fact, constant, language);
  const { months, days } = constant.value;
  const parts = [counted(months, "month", "months", language)];
  if (days > 0) parts.push(counted(days, "day", "days", language));
  return parts.join(say("plus", language));
}

/** Days that a document writes for a length of time stay days: 8d is 8 days, 72h is 72 hours. */
function tellWritten(
  fact: OrderedFact,
  { value, text }: Extract<Constant, { kind: "whole" }>,
  language: Language,
): string {
  if (fact.type !== "duration" || !/^\d+d$/.test(text)) return tellWhole(fact, value, language);
  return counted(value / day, "whole_day", "whole_days", language);
}

function tellWhole(fact: OrderedFact, value: number, language: Language): string {
  if (fact.type === "duration") return tellSeconds(value, language);
  if (fact.type === "days") return counted(value, "day", "days", language);
  return `${value}${unitText(fact.unit, value === 1, language)}`;
}

/** The unit as it stands behind a number, in English with a space and, of one, in the singular. */
export function unitText(unit: OrderedFact["unit"], isOne: boolean, language: Language): string {
  if (unit === null) return "";
  if (language !== "en") return unit[language];
  return ` ${isOne ? unit.en.replace(/([^s])s$/, "$1") : unit.en}`;
}

/** Hours are not turned into days: a promise of 72 hours is no promise of three days. */
function tellSeconds(total: number, language: Language): string {
  const [hours, minutes, seconds] = [
    Math.floor(total / hour),
    Math.floor((total % hour) / minute),
    total % minute,
  ];
  const parts = [
    ...(hours > 0 ? [counted(hours, "hour", "hours", language)] : []),
    ...(minutes > 0 ? [counted(minutes, "minute", "minutes", language)] : []),
    ...(seconds > 0 ? [counted(seconds, "second", "seconds", language)] : []),
  ];
  return parts.length === 0 ? counted(0, "hour", "hours", language) : parts.join(gap(language));
}

const [minute, hour, day] = [60, 3600, 86_400];
/** From so many hours on a length of time is told in days, where nothing is held against it. */
const daysFrom = 72 * hour;

/**
 * How long something took, no more exactly than a person would say it, and exactly enough to
 * stand on the same side of every bound that it is held against: 20 days, about 1 hour, 72 hours
 * 1 second.
 */
function tellLength(total: number, bounds: readonly number[], language: Language): string {
  if (bounds.includes(total)) return tellSeconds(total, language);
  const units = [...(total >= daysFrom ? [day] : []), hour, minute];
  const unit = units.find((each) => {
    const told = total - (total % each);
    return (
      told > 0 && bounds.every((bound) => Math.sign(told - bound) === Math.sign(total - bound))
    );
  });
  if (unit === undefined) return tellSeconds(total, language);
  const told = total - (total % unit);
  const v =
    unit === day
      ? counted(told / day, "whole_day", "whole_days", language)
      : tellSeconds(told, language);
  // A twentieth more or less is no other length to whoever reads it.
  return (total - told) * 20 < total ? v : say("about", language, { v });
}

/** A value beside the constants that it was held against, which say how exact it has to be. */
export function tellBeside(
  fact: Fact,
  value: FactValue,
  constants: readonly string[],
  language: Language,
): string {
  const isState = value === "unproven" || value === "before_start";
  if (isListed(fact) || isState) return tellValue(fact, value, language);
  const bounds = constants.flatMap((text) => parseConstant(text, fact.type) ?? []);
  if (fact.type === "duration") {
    const lengths = bounds.flatMap((each) => (each.kind === "whole" ? [each.value] : []));
    return tellLength(Number(value), lengths, language);
  }
  const share = fact.type === "ratio" ? shareOf(value) : null;
  if (share === null) return tellValue(fact, value, language);
  const shares = bounds.flatMap((each) => (each.kind === "ratio" ? [each.value] : []));
  return tellPercent(share, shares);
}

function gap(language: Language): string {
  return language === "en" ? " " : "";
}

function counted(n: number, one: Word, many: Word, language: Language): string {
  return say(n === 1 ? one : many, language, { n: String(n) });
}

function tellShareValue(value: FactValue): string {
  const share = shareOf(value);
  return share === null ? textOf(value) : tellPercent(share, []);
}

function shareOf(value: FactValue): Fraction | null {
  if (typeof value === "object") return value;
  const read = parseFraction(String(value));
  return isRefusal(read) ? null : read;
}

/** Behind the point of a percentage: more digits than these nobody reads. */
const decimalsMax = 6;

/** What somebody wrote: in percent where six decimals are exact, else in lowest terms. */
export function tellShare(share: Fraction): string {
  const { n, d } = lowestTerms(share);
  const scaled = n * 10n ** BigInt(decimalsMax + 2);
  if (scaled % d !== 0n) return `${n}/${d}`;
  const exact = scaled / d;
  const sign = exact < 0n ? "-" : "";
  const digits = String(exact < 0n ? -exact : exact).padStart(decimalsMax + 1, "0");
  const decimals = digits.slice(-decimalsMax).replace(/0+$/, "");
  return `${sign}${digits.slice(0, -decimalsMax)}${decimals === "" ? "" : `.${decimals}`}%`;
}

/** A share of an answer by its text. */
export function tellShareText(text: string): string {
  return tellShareValue(text);
}

const decimalsUsual = 2;

/** A third is a third to whoever reads it; smaller parts are told in percent. */
const smallestPart = 9n;

/**
 * What was reckoned: a simple part as such, else in percent to two decimals, and to as many more
 * as it takes to stand on the same side of every bound that it is held against.
 */
export function tellPercent(share: Fraction, bounds: readonly Fraction[]): string {
  const isSimple = lowestTerms(share).d <= smallestPart;
  if (isSimple || bounds.some((bound) => equal(bound, share))) return tellShare(share);
  const held = [zero, one, ...bounds];
  for (let decimals = decimalsUsual; decimals <= decimalsMax; decimals += 1) {
    const scale = 10 ** (decimals + 2);
    const told = fraction(roundHalfUp(multiply(share, fraction(scale))), scale);
    const isSide = (bound: Fraction) =>
      Math.sign(compare(told, bound)) === Math.sign(compare(share, bound));
    if (held.every(isSide)) return tellShare(told);
  }
  return tellShare(share);
}

/** An option is a text; a share has come here only by a bug, and is told as it is written. */
function textOf(value: FactValue): string {
  return typeof value === "object" ? `${value.n}/${value.d}` : String(value);
}

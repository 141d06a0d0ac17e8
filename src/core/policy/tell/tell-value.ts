import { type Fraction, isRefusal, lowestTerms, parseFraction } from "../../money/index.ts";
import { isYes } from "../decide/cell.ts";
import { parseConstant } from "../constant.ts";
import { isListed } from "../fact-kind.ts";
import type { FactValue } from "../facts.ts";
import type { Constant, Fact, OrderedFact } from "../model.ts";
import type { Language } from "../texts.ts";
import { type Word, say } from "./words.ts";

/** A value of a fact as a person says it: `83 hours and 20 minutes`, `7日`, `33%`, `1/3`. */
export function tellValue(fact: Fact, value: FactValue, language: Language): string {
  if (value === "unproven") return say("unproven", language, { fact: fact.text[language] });
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
  if (constant.kind === "whole") return tellWhole(fact, constant.value, language);
  const { months, days } = constant.value;
  const parts = [counted(months, "month", "months", language)];
  if (days > 0) parts.push(counted(days, "day", "days", language));
  return parts.join(say("plus", language));
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
    Math.floor(total / 3600),
    Math.floor((total % 3600) / 60),
    total % 60,
  ];
  const parts = [
    ...(hours > 0 ? [counted(hours, "hour", "hours", language)] : []),
    ...(minutes > 0 ? [counted(minutes, "minute", "minutes", language)] : []),
    ...(seconds > 0 ? [counted(seconds, "second", "seconds", language)] : []),
  ];
  return parts.length === 0 ? counted(0, "hour", "hours", language) : parts.join(gap(language));
}

function gap(language: Language): string {
  return language === "en" ? " " : "";
}

function counted(n: number, one: Word, many: Word, language: Language): string {
  return say(n === 1 ? one : many, language, { n: String(n) });
}

function tellShareValue(value: FactValue): string {
  if (typeof value === "object") return tellShare(value);
  const read = parseFraction(String(value));
  return isRefusal(read) ? String(value) : tellShare(read);
}

/** Behind the point of a percentage: more digits than these nobody reads. */
const decimalsMax = 6;

/** In percent where six decimals are exact, else as a fraction in lowest terms. */
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

export function tellShareText(text: string): string {
  return tellShareValue(text);
}

/** An option is a text; a share has come here only by a bug, and is told as it is written. */
function textOf(value: FactValue): string {
  return typeof value === "object" ? `${value.n}/${value.d}` : String(value);
}

import { fractionText, isRefusal, parseFraction } from "../../money/index.ts";
import { type Period, periodText } from "../../calendar/index.ts";
import type { Constant, OrderedFact } from "../model.ts";
import { tellConstant, unitText } from "../tell/tell-value.ts";
import type { Language } from "../texts.ts";
import { type Word, say } from "../tell/words.ts";
import type { Parser } from "./grammar.ts";

/** One text per value of a fact, however the document wrote it: 72h and 3d are one duration. */
export function constantKey(constant: Constant): string {
  if (constant.kind === "ratio") return fractionText(constant.value);
  return constant.kind === "whole" ? String(constant.value) : periodText(constant.value);
}

export function constantText(fact: OrderedFact, constant: Constant, language: Language): string {
  return tellConstant(fact, constant.text, language);
}

/** Reads a value as `constantText` writes it, and gives its key. */
export function valueParser(fact: OrderedFact, language: Language): Parser<string> {
  switch (fact.type) {
    case "ratio":
      return shareParser;
    case "count":
      return countParser(fact, language);
    case "days":
      return daysParser(language);
    case "duration":
      return durationParser(language);
  }
}

export const shareParser: Parser<string> = matched(/-?\d+\/\d+|-?\d+(?:\.\d+)?%/y, ([text]) => {
  const share = parseFraction(text);
  return isRefusal(share) ? null : fractionText(share);
});

function countParser({ unit }: OrderedFact, language: Language): Parser<string> {
  const [one, several] = [true, false].map((isOne) => escaped(unitText(unit, isOne, language)));
  return matched(new RegExp(`(?:(1)${one}(?!\\w)|(\\d+)${several})`, "y"), ([, single, n]) =>
    String(Number(single ?? n)),
  );
}

function daysParser(language: Language): Parser<string> {
  const [months, days] = [unit("months", "month", language), unit("days", "day", language)];
  const both = `${months}(?:${escaped(say("plus", language))}${days})?`;
  return matched(new RegExp(`${both}|${days}`, "y"), (groups) => {
    const [m1 = "", m2 = "", d1 = "", d2 = "", d3 = "", d4 = ""] = groups.slice(1);
    const period: Period = { months: Number(m1 || m2), days: Number(d1 || d2 || d3 || d4) };
    return period.months === 0 ? String(period.days) : periodText(period);
  });
}

function durationParser(language: Language): Parser<string> {
  // The gap belongs to what follows it: a space after the last part is the sentence's.
  const gap = language === "en" ? " ?" : "";
  const parts = (["hour", "minute", "second"] as const).map((one) => {
    const many = `${one}s` as const;
    return `(?:${gap}${unit(many, one, language)})?`;
  });
  const days = unit("whole_days", "whole_day", language);
  return matched(new RegExp(`${days}|${parts.join("")}`, "y"), ([whole = "", ...groups]) => {
    const [d1, d2, h1, h2, m1, m2, s1, s2] = groups.map((group) => Number(group ?? ""));
    if (d1 || d2) return String((d1 || d2 || 0) * 86_400);
    const seconds = ((h1 || h2 || 0) * 60 + (m1 || m2 || 0)) * 60 + (s1 || s2 || 0);
    return whole.trim() === whole && whole !== "" ? String(seconds) : null;
  });
}

/** `72 hours` or `1 hour`: the number is in the first or the second group. */
function unit(many: Word, one: Word, language: Language): string {
  const [several, single] = [many, one].map((word) =>
    say(word, language, { n: "#" }).split("#").map(escaped).join("(\\d+)"),
  );
  return `(?:${several}|${single})`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

type Groups = readonly [string, ...(string | undefined)[]];

function matched(pattern: RegExp, make: (groups: Groups) => string | null): Parser<string> {
  return (text, at) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return [];
    const value = make(found as unknown as Groups);
    return value === null ? [] : [{ value, end: at + found[0].length }];
  };
}

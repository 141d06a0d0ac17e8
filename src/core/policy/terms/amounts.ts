import { compare, equal, fractionText, multiply, one, zero } from "../../money/index.ts";
import { shareOfConstant } from "../constant.ts";
import { isListed } from "../fact-kind.ts";
import type { Amount, Fact, Head, RuleDocument } from "../model.ts";
import { own } from "../own.ts";
import { tellShare } from "../tell/tell-value.ts";
import type { Language } from "../texts.ts";
import { type SentenceWord, write } from "./sentence-words.ts";

/** In whose words an answer is told: the merchant's own, or those of a rule above it. */
export type Voice = "refund" | "cash" | "take" | "voucher" | "points" | "owed" | "allowed";

export function voiceOf(head: Head, { kind, bases }: RuleDocument): Voice {
  if (head.direction === "grant") return head.grant ?? "voucher";
  if (head.direction === "take") return kind === "floor" ? "allowed" : "take";
  if (kind === "floor") return "owed";
  return own(bases, head.base)?.settles === "cash" ? "cash" : "refund";
}

/** What an amount is, whatever the words. */
export function amountKey({ form, rate, fact }: Amount): string {
  return [form, fractionText(rate), ...(fact === null ? [] : [fact])].join(" ");
}

export const isNothing = ({ rate }: Amount): boolean => equal(rate, zero);

export type AmountWords = {
  readonly voice: Voice;
  readonly base: string;
  readonly language: Language;
  readonly facts: Readonly<Record<string, Fact>>;
};

/** What is paid, taken or given; without what is said where it comes to nothing. */
export function amountText(amount: Amount, head: Head, words: AmountWords): string {
  const { voice, base, language, facts } = words;
  const voiced = (ending: "none" | "full" | "sum" | "by"): SentenceWord => `${voice}_${ending}`;
  if (amount.form === "plain") {
    if (isNothing(amount)) return write(voiced("none"), language);
    if (equal(amount.rate, one)) return write(voiced("full"), language, { base });
  }
  const share = tellShare(amount.rate);
  const sum = equal(amount.rate, one) ? base : write("share_of", language, { base, share });
  const fact = own(facts, amount.fact ?? "");
  if (fact === undefined) return write(voiced("sum"), language, { sum });
  if (amount.form === "less") {
    const left = write("less", language, { sum, fact: fact.text[language] });
    return write(voiced("sum"), language, { sum: left });
  }
  const measure = amount.form === "unused" ? restText(fact, language) : fact.text[language];
  return write(voiced("by"), language, { sum, measure }) + capText(amount, head, fact, words);
}

export function restText(fact: Fact, language: Language): string {
  const said = isListed(fact) ? null : fact.rest;
  return said?.[language] ?? write("rest", language, { fact: fact.text[language] });
}

/** A share above the whole could pass the head's maximum, which is then said. */
function capText(
  { rate, form }: Amount,
  { max }: Head,
  fact: Fact,
  { base, language }: AmountWords,
): string {
  if (form !== "part" || isListed(fact)) return "";
  const highest = multiply(rate, shareOfConstant(fact.range.to));
  return compare(highest, max) > 0 ? capOf(max, base, language) : "";
}

export function capOf(max: Head["max"], base: string, language: Language): string {
  const share = tellShare(max);
  const sum = equal(max, one) ? base : write("share_of", language, { base, share });
  return write("capped", language, { sum });
}

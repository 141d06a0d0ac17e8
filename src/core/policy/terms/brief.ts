import { equal, one } from "../../money/index.ts";
import { isListed } from "../fact-kind.ts";
import type { Bound, Condition, Fact, Head } from "../model.ts";
import { own } from "../own.ts";
import { shortWords } from "../tell/phrase.ts";
import type { Language } from "../texts.ts";
import { fill } from "../word-table.ts";
import { orText } from "./alternatives.ts";
import { amountText, isNothing, voiceOf } from "./amounts.ts";
import { beforeStartTexts, boundWords, isWhole, settingText } from "./conditions.ts";
import { unprovenText, valueText } from "./conditions.ts";
import { baseText } from "./head-terms.ts";
import { begun, tell } from "./page-words.ts";
import type { Given, Telling } from "./telling.ts";

/** A clause with the head to which it gives. */
export type Promised = Given & { readonly head: Head };

/** A clause as a passer-by reads it: what is given, and under which conditions, in brief words. */
export function briefSentence({ head, clause, amount }: Promised, telling: Telling): string {
  const { language, settings } = telling;
  const chosen = settings === null ? clause.parameters : [];
  const conditions = [
    ...chosen.map(({ parameter, options }) => settingText(parameter, options[0] ?? "", telling)),
    ...byTime(clause.when, telling).flatMap((condition) => briefCondition(condition, telling)),
  ];
  const answer = briefAmount(head, amount, telling);
  if (conditions.length === 0) return begun(answer, language);
  const told = conditions.join(tell("poster_and", language));
  return begun(tell("poster_line", language, { conditions: told, answer }), language);
}

/** What has to be the case first, then by when: as somebody would say it who invites to it. */
function byTime(when: readonly Condition[], { document }: Telling): readonly Condition[] {
  const isTime = ({ fact }: Condition): boolean => {
    const known = own(document.facts, fact);
    return known?.type === "days" || known?.type === "duration";
  };
  return [...when.filter((each) => !isTime(each)), ...when.filter(isTime)];
}

function briefAmount(head: Head, amount: Given["amount"], telling: Telling): string {
  const { document, language } = telling;
  const base = own(document.bases, head.base)?.brief?.[language] ?? baseText(head, telling);
  const voice = voiceOf(head, document);
  if (amount.form === "plain" && voice === "refund" && equal(amount.rate, one)) {
    return tell("poster_refund", language, { base });
  }
  if (voice === "take" && isNothing(amount)) return tell("poster_kept", language, { base });
  return amountText(amount, head, { voice, base, language, facts: document.facts });
}

function briefCondition(condition: Condition, telling: Telling): string[] {
  const fact = own(telling.document.facts, condition.fact);
  if (fact === undefined) return [];
  if (condition.kind === "interval") {
    return condition.bounds.map((bound) => briefBound(fact, bound, telling));
  }
  const { language } = telling;
  const options = condition.options.map((name) => briefOption(fact, name, language));
  const brief = options.filter(({ isBrief }) => isBrief);
  const named = brief.length > 0 ? brief : options.slice(0, 1);
  const texts = [...new Set(named.map(({ text }) => text))];
  if (condition.beforeStart === true) return [briefUnbegun(fact, language)];
  if (texts.length === 0) return [unprovenText(fact.text[language], language)];
  return [orText(texts, language, true)];
}

function briefUnbegun(fact: Fact, language: Language): string {
  const brief = own(fact.brief, "before_start")?.[language];
  return brief ?? beforeStartTexts(fact, language)[0] ?? "";
}

function briefOption(fact: Fact, name: string, language: Language) {
  const brief = own(fact.brief, name)?.[language];
  const option = isListed(fact) ? fact.options.find((each) => each.name === name) : undefined;
  return { isBrief: brief !== undefined, text: brief ?? option?.text[language] ?? name };
}

function briefBound(fact: Fact, { operator, operand }: Bound, telling: Telling): string {
  const { language } = telling;
  if (isListed(fact)) return "";
  const whole = isWhole(operand) ? fact.sayWhole[operator]?.[language] : undefined;
  if (whole !== undefined) return whole;
  const words = own(fact.brief, operator)?.[language];
  const v = valueText(operand, fact, telling);
  return fill(words ?? shortWords(boundWords(fact, operator, language)), { v });
}

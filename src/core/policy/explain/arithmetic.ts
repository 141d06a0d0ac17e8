import { compare, equal, multiply, one, subtract, times, zero } from "../../money/index.ts";
import type { Arithmetic } from "../decide/decision.ts";
import type { Direction, Fact } from "../model.ts";
import { isListed } from "../fact-kind.ts";
import { moneyText } from "../tell/money-text.ts";
import { tellFact } from "../tell/phrase.ts";
import { tellPercent } from "../tell/tell-value.ts";
import { say } from "../tell/words.ts";
import type { Language } from "../texts.ts";
import { againstOf, roundingOf, shareOf } from "./money-sums.ts";

/** What a sum is reckoned from, in money. */
export type Reckoned = {
  readonly arithmetic: Arithmetic;
  readonly fact: Fact;
  readonly base: string;
  readonly baseMinor: number;
  /** What it comes to, as the answer says it. */
  readonly resultMinor: number;
  readonly direction: Direction;
  readonly currency: string;
};

/** How an answer was reckoned, in money: what it starts from, what goes off, what is left. */
export function tellArithmetic(reckoned: Reckoned, language: Language): string | null {
  const { form, share } = reckoned.arithmetic;
  if (share === null || form === "plain" || form === "none") return null;
  return form === "part" ? tellPart(reckoned, language) : tellRest(reckoned, language);
}

function tellRest(reckoned: Reckoned, language: Language): string {
  const { arithmetic, baseMinor, direction, resultMinor } = reckoned;
  const [rate, share] = [shareOf(arithmetic.rate), shareOf(arithmetic.share ?? "0")];
  const isLess = arithmetic.form === "less";
  const money = moneyIn(reckoned, language);
  const fromMinor = isLess ? roundingOf(direction)(times(rate, baseMinor)) : baseMinor;
  const usedMinor = againstOf(direction)(times(share, baseMinor));
  const from =
    isLess && !equal(rate, one)
      ? say("sum_part", language, {
          ...named(reckoned, language),
          ...percent(rate),
          sum: money(fromMinor),
        })
      : say("sum_whole", language, named(reckoned, language));
  const values = { from, used: money(usedMinor), fact: factText(reckoned, language) };
  const left = isLess ? subtract(rate, share) : subtract(one, share);
  if (compare(left, zero) <= 0) return say("sum_short", language, values);
  const result = money(resultMinor);
  if (isLess || equal(rate, one)) {
    const told = say("sum_less", language, { ...values, result });
    return told + ending(reckoned, fromMinor - usedMinor, left, language);
  }
  const restMinor = baseMinor - usedMinor;
  const told = { rest: money(restMinor), rate: tellPercent(rate, []), result };
  return (
    say("sum_rest", language, { ...values, ...told }) +
    ending(reckoned, roundingOf(direction)(times(rate, restMinor)), multiply(rate, left), language)
  );
}

function tellPart(reckoned: Reckoned, language: Language): string {
  const { arithmetic, baseMinor, direction, resultMinor } = reckoned;
  const [rate, share] = [shareOf(arithmetic.rate), shareOf(arithmetic.share ?? "0")];
  const money = moneyIn(reckoned, language);
  const partMinor = roundingOf(direction)(times(share, baseMinor));
  const isWhole = equal(rate, one);
  const isCapped = compare(multiply(rate, share), shareOf(arithmetic.max)) > 0;
  const sum = money(isWhole && !isCapped ? resultMinor : partMinor);
  const from = say("sum_part", language, { ...named(reckoned, language), ...percent(share), sum });
  const fact = factText(reckoned, language);
  const told = isWhole
    ? say("sum_of_part", language, { fact, from })
    : say("sum_of_part_rate", language, {
        ...{ fact, from, rate: tellPercent(rate, []) },
        result: money(resultMinor),
      });
  const raw = multiply(rate, share);
  return told + ending(reckoned, roundingOf(direction)(times(raw, baseMinor)), raw, language);
}

/** That a maximum holds it down, or that the cents do not add up and why. */
function ending(
  { arithmetic, resultMinor, baseMinor, ...reckoned }: Reckoned,
  toldMinor: number,
  raw: ReturnType<typeof shareOf>,
  language: Language,
): string {
  const gap = language === "en" ? " " : "";
  const max = shareOf(arithmetic.max);
  if (compare(raw, max) > 0) {
    const highest = roundingOf(reckoned.direction)(times(max, baseMinor));
    return gap + say("capped", language, { max: moneyText(highest, reckoned.currency, language) });
  }
  return toldMinor === resultMinor ? "" : gap + say("rounded", language);
}

/** A share that has a counterpart is named with its value; a sum is named alone. */
function factText({ fact, arithmetic }: Reckoned, language: Language): string {
  const name = fact.text[language];
  if (isListed(fact) || (fact.rest === null && arithmetic.form !== "part")) return name;
  const v = tellPercent(shareOf(arithmetic.share ?? "0"), []);
  return tellFact(fact, v, language, v) ?? say("fact_is", language, { fact: name, v });
}

const moneyIn =
  ({ currency }: Reckoned, language: Language) =>
  (minor: number): string =>
    moneyText(minor, currency, language);

const named = ({ base, baseMinor, currency }: Reckoned, language: Language) => ({
  base,
  amount: moneyText(baseMinor, currency, language),
});

const percent = (share: ReturnType<typeof shareOf>) => ({ share: tellPercent(share, []) });

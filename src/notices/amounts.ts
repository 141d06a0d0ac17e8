import { isCurrency, moneyText } from "../core/index.ts";
import type { Language, Texts } from "../contract/index.ts";
import { filled } from "./template.ts";

export interface NoticeAmount {
  /** A currency, `points`, `voucher:<currency>`, or a tender's own such as `packet:<id>`. */
  readonly unit: string;
  readonly units: number;
  /** What units of a tender's own stand for, where that is a sum of money. */
  readonly worth?: { readonly amountMinor: number; readonly currency: string } | null;
}

const points: Texts = {
  "zh-CN": "{count, number} 积分",
  "zh-TW": "{count, number} 點",
  en: "{count, plural, one {# point} other {# points}}",
};

const voucher: Texts = {
  "zh-CN": "{money}抵用券",
  "zh-TW": "{money}抵用券",
  en: "a voucher of {money}",
};

/** What a tender's own unit holds, by the word before its colon. */
const held: Readonly<Record<string, Texts>> = {
  packet: {
    "zh-CN": "红包{amount}",
    "zh-TW": "紅包{amount}",
    en: "{amount} in the red packet",
  },
  gift_card: {
    "zh-CN": "礼品卡{amount}",
    "zh-TW": "禮物卡{amount}",
    en: "{amount} on the gift card",
  },
};

const counted: Texts = {
  "zh-CN": "{count, number} 份",
  "zh-TW": "{count, number} 份",
  en: "{count, plural, one {# unit} other {# units}}",
};

const unknown: Texts = {
  "zh-CN": "{amount}（{id}）",
  "zh-TW": "{amount}（{id}）",
  en: "{amount} of {id}",
};

/**
 * The sums per unit as a person would read them, money first: `397.10元、500 积分`. Null where
 * there is nothing to sum. Sums are written as letters write them.
 */
export function amountsText(amounts: readonly NoticeAmount[], language: Language): string | null {
  const sums = new Map<string, NoticeAmount>();
  for (const one of amounts) {
    if (one.units > 0) sums.set(one.unit, added(sums.get(one.unit), one));
  }
  const parts = [...sums.values()]
    .toSorted((one, other) => rankOf(one) - rankOf(other))
    .map((one) => amountText(one, language));
  return parts.length === 0 ? null : listText(parts, language);
}

/** What was worth something in every part is worth the sum. */
function added(sum: NoticeAmount | undefined, one: NoticeAmount): NoticeAmount {
  if (sum === undefined) return one;
  const [before, more] = [sum.worth ?? null, one.worth ?? null];
  const worth =
    before === null || more === null
      ? null
      : { ...before, amountMinor: before.amountMinor + more.amountMinor };
  return { unit: sum.unit, units: sum.units + one.units, worth };
}

const rankOf = ({ unit }: NoticeAmount): number =>
  isCurrency(unit) ? 0 : unit === "points" ? 2 : 1;

/** `A、B、C` in Chinese, where an `和` between digits reads badly; `A, B, and C` in English. */
export function listText(parts: readonly string[], language: Language): string {
  if (language !== "en") return parts.join("、");
  return new Intl.ListFormat(language, { type: "conjunction" }).format(parts);
}

function amountText({ unit, units, worth }: NoticeAmount, language: Language): string {
  const [kind = "", ...rest] = unit.split(":");
  const id = rest.join(":");
  if (isCurrency(unit)) return moneyText(units, unit, language);
  if (kind === "points") return filled(points[language], language, { count: units });
  if (kind === "voucher" && isCurrency(id)) {
    return filled(voucher[language], language, { money: moneyText(units, id, language) });
  }
  const amount =
    worth === undefined || worth === null
      ? filled(counted[language], language, { count: units })
      : moneyText(worth.amountMinor, worth.currency, language);
  const form = id === "" ? undefined : held[kind];
  return form === undefined
    ? filled(unknown[language], language, { amount, id: unit })
    : filled(form[language], language, { amount, id });
}

type Form = "none" | "returned" | "granted" | "both";

/** Before the money has arrived. */
const expected: Readonly<Record<Form, Texts>> = {
  none: {
    "zh-CN": "没有可退的款项",
    "zh-TW": "沒有可退的款項",
    en: "there is nothing to pay",
  },
  returned: {
    "zh-CN": "将退回{returned}",
    "zh-TW": "將退回{returned}",
    en: "we are returning {returned}",
  },
  granted: {
    "zh-CN": "已发放{granted}",
    "zh-TW": "已發放{granted}",
    en: "we have issued {granted}",
  },
  both: {
    "zh-CN": "将退回{returned}，并已发放{granted}",
    "zh-TW": "將退回{returned}，並已發放{granted}",
    en: "we are returning {returned}, and have issued {granted}",
  },
};

const outcomes: Readonly<Record<Form, Texts>> = {
  none: {
    "zh-CN": "没有可退的款项",
    "zh-TW": "沒有可退的款項",
    en: "there was nothing to pay",
  },
  returned: {
    "zh-CN": "退回{returned}",
    "zh-TW": "退回{returned}",
    en: "we returned {returned}",
  },
  granted: { "zh-CN": "发放{granted}", "zh-TW": "發放{granted}", en: "we gave you {granted}" },
  both: {
    "zh-CN": "退回{returned}，并发放{granted}",
    "zh-TW": "退回{returned}，並發放{granted}",
    en: "we returned {returned}, and gave you {granted}",
  },
};

/**
 * What came of a claim: what was paid goes back, and what is given on top was never paid. `arrived`
 * tells what was returned from what is on its way.
 */
export function outcomeText(
  returned: readonly NoticeAmount[],
  granted: readonly NoticeAmount[],
  language: Language,
  arrived = true,
): string {
  const [back, given] = [amountsText(returned, language), amountsText(granted, language)];
  const both = given === null ? "returned" : "both";
  const form = back === null ? (given === null ? "none" : "granted") : both;
  const forms = arrived ? outcomes : expected;
  return filled(forms[form][language], language, { returned: back ?? "", granted: given ?? "" });
}

import { lowestTerms } from "../../money/index.ts";
import type { DecidedItem, HeadDecision } from "../decide/decision.ts";
import type { MoneyBase } from "../model.ts";
import { tellShare } from "../tell/tell-value.ts";
import { type Word, say } from "../tell/words.ts";
import type { Language } from "../texts.ts";
import { shareOf } from "./money-sums.ts";

export type Answer = {
  readonly head: HeadDecision;
  readonly item: DecidedItem;
  readonly scope: MoneyBase["scope"];
  /** A base that the document states itself says nothing beside the sum. */
  readonly isConstant: boolean;
  /** Whether the share is one that the document states. */
  readonly isPlain: boolean;
  /** Whether it takes the place of a payment by its customer's choice. */
  readonly isChosen: boolean;
  /** Whether anything new comes of it. */
  readonly accepted: boolean;
};

type Sums = { readonly base: string; readonly amount: string; readonly sum: string };

/** What a head answers for one item, its sum first; a share only where people would say it. */
export function tellAnswer(answer: Answer, sums: Sums, language: Language): string {
  const share = tellShare(shareOf(answer.item.fraction));
  const { base } = sums;
  const word = answerWord(answer);
  const bare = language === "en" && word === "answer_none" ? base.replace(/^the /, "") : base;
  return say(word, language, { ...sums, base: bare, share });
}

function answerWord(answer: Answer): Word {
  const { head, item } = answer;
  if (head.direction === "pay") return payWord(answer);
  if (head.direction === "take") {
    if (item.fraction === "1/1") return "answer_take_all";
    return isRound(answer) ? "answer_take_share" : "answer_take";
  }
  const kind = head.grant === "points" ? "answer_points" : "answer_voucher";
  if (answer.isChosen) return `${kind}_chosen`;
  return isRound(answer) && !answer.isConstant && item.fraction !== "1/1" ? `${kind}_share` : kind;
}

function payWord(answer: Answer): Word {
  const { head, item, scope, accepted } = answer;
  if (item.baseMinor === 0) return scope === "order" ? "answer_none" : "answer_zero";
  const voice = head.settles === "cash" ? "answer_cash" : "answer_pay";
  const { n } = lowestTerms(shareOf(item.fraction));
  if (n === 0n) return `${voice}_nothing`;
  if (!accepted) return "answer_before";
  if (item.fraction === "1/1") return `${voice}_all`;
  return isRound(answer) ? `${voice}_share` : voice;
}

/** A share in the document's words that is a percentage with at most two decimals. */
function isRound({ item, isPlain }: Answer): boolean {
  const { d } = lowestTerms(shareOf(item.fraction));
  return isPlain && 10_000n % d === 0n;
}

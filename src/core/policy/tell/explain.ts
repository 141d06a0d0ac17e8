import { compare, parseFraction, isRefusal, zero } from "../../money/index.ts";
import type { DecidedItem, Decision, HeadDecision, ItemTrace } from "../decide/decision.ts";
import { type Sentence, explainWhy, titleOf } from "./explain-why.ts";
import type { Direction, GrantKind, RuleDocument } from "../model.ts";
import { own } from "../own.ts";
import { moneyText } from "./money-text.ts";
import { tellSeen } from "./phrase.ts";
import { tellShareText } from "./tell-value.ts";
import type { Language } from "../texts.ts";
import { type Word, say } from "./words.ts";

export type ExplainedItem = {
  readonly lineId: string | null;
  readonly packetId: string | null;
  readonly sentences: readonly Sentence[];
};
export type ExplainedHead = {
  readonly direction: Direction;
  readonly base: string;
  readonly grant: GrantKind | null;
  readonly items: readonly ExplainedItem[];
};

/**
 * A decision in plain sentences, from the documents that made it. Grants and deductions of nothing
 * are left unsaid, and so is what becomes of a sum of nothing beside others: a customer who paid no
 * freight need not read why none comes back. Shares are exact; the one rounding per head is
 * settlement's.
 * @throws RangeError when a document of the decision is missing.
 */
export function explainDecision(
  decision: Decision,
  documents: readonly RuleDocument[],
  language: Language,
): ExplainedHead[] {
  const teller = new Teller(decision, documents, language);
  const atStake = decision.heads.some(({ items }) => items.some(({ baseMinor }) => baseMinor > 0));
  return decision.heads.flatMap((head) => {
    const items = head.items.flatMap((item, index) => {
      const trace = head.trace[index];
      const unsaid =
        (head.direction !== "pay" && isNothing(item)) || (atStake && item.baseMinor === 0);
      return trace === undefined || unsaid ? [] : [teller.item(head, item, trace)];
    });
    const { direction, base, grant } = head;
    return items.length === 0 ? [] : [{ direction, base, grant, items }];
  });
}

function isNothing({ fraction }: Pick<DecidedItem, "fraction">): boolean {
  const share = parseFraction(fraction);
  return !isRefusal(share) && compare(share, zero) === 0;
}

/** What a sentence about a clause is told from: a trace, or one of its parts. */
type Ground = Pick<ItemTrace, "head" | "clause" | "conditions" | "arithmetic">;

class Teller {
  readonly #decision: Decision;
  readonly #documents: readonly RuleDocument[];
  readonly #language: Language;

  constructor(decision: Decision, documents: readonly RuleDocument[], language: Language) {
    this.#decision = decision;
    this.#documents = documents;
    this.#language = language;
  }

  item(head: HeadDecision, item: DecidedItem, trace: ItemTrace): ExplainedItem {
    const document = this.#document(trace.policy);
    const find = (reference: string) => this.#document(reference);
    const sentences: (Sentence | null)[] = [
      { kind: "answer", text: this.#answer(head, item, document) },
      ...this.#grounds(head, item, trace, document),
      ...explainWhy(trace, find, this.#language),
    ];
    const { lineId, packetId } = item;
    return { lineId, packetId, sentences: sentences.filter((each) => each !== null) };
  }

  #document(reference: string): RuleDocument {
    const document = this.#documents.find(({ id, version }) => `${id}@${version}` === reference);
    if (document === undefined) throw new RangeError(`document \`${reference}\` is missing`);
    return document;
  }

  #answer(head: HeadDecision, item: DecidedItem, document: RuleDocument): string {
    const base = own(document.bases, head.base)?.text[this.#language] ?? head.base;
    const { currency } = this.#decision;
    const amount = moneyText(item.baseMinor, currency, this.#language);
    const share = tellShareText(item.fraction);
    return say(answerWord(head, item), this.#language, { base, amount, share });
  }

  /** Of several heads on the base, those that give say how much of it each gives. */
  #grounds(
    head: HeadDecision,
    item: DecidedItem,
    trace: ItemTrace,
    document: RuleDocument,
  ): (Sentence | null)[] {
    const parts = trace.parts ?? [trace];
    const giving = (trace.parts ?? []).filter(({ fraction }) => !isNothing({ fraction }));
    if (giving.length < 2) {
      return [this.#because(trace, document), this.#arithmetic(trace, document)].concat(
        isNothing(item) ? this.#others(parts, trace, document) : [],
      );
    }
    const base = own(document.bases, head.base)?.text[this.#language] ?? head.base;
    return giving.flatMap((part) => [
      this.#because(part, document, { base, share: tellShareText(part.fraction) }),
      this.#arithmetic(part, document),
    ]);
  }

  /** Where nothing is given, the clauses of the other heads on the base are told as well. */
  #others(
    parts: readonly Ground[],
    { head, clause }: ItemTrace,
    document: RuleDocument,
  ): (Sentence | null)[] {
    return parts
      .filter((part) => part.head !== head)
      .flatMap((part) => [
        part.clause === clause ? null : this.#because(part, document),
        this.#arithmetic(part, document),
      ]);
  }

  #because(
    { clause, conditions }: Ground,
    document: RuleDocument,
    part: { readonly base: string; readonly share: string } | null = null,
  ): Sentence | null {
    if (clause === null) return null;
    const name = titleOf(document, this.#language);
    const told = conditions.flatMap((condition) => {
      const fact = own(document.facts, condition.fact);
      return fact === undefined ? [] : [tellSeen(fact, condition, this.#language)];
    });
    const [always, some] =
      part === null
        ? (["because_always", "because"] as const)
        : (["share_because_always", "share_because"] as const);
    const text = say(told.length === 0 ? always : some, this.#language, {
      ...part,
      document: name,
      clause,
      conditions: told.join(say("between_conditions", this.#language)),
    });
    return { kind: "because", text };
  }

  #arithmetic({ arithmetic }: Ground, document: RuleDocument): Sentence | null {
    const { form, fact: name, share, raw, rate, max } = arithmetic;
    if (form === "plain" || form === "none" || name === null || share === null) return null;
    const fact = own(document.facts, name)?.text[this.#language] ?? name;
    const values = { fact, used: tellShareText(share), rate: tellShareText(rate) };
    const sum = say(form, this.#language, { ...values, result: tellShareText(raw) });
    return { kind: "arithmetic", text: sum + this.#clamped(raw, max) };
  }

  #clamped(raw: string, max: string): string {
    const gap = this.#language === "en" ? " " : "";
    if (raw.startsWith("-")) return gap + say("never_below_nothing", this.#language);
    const [share, highest] = [parseFraction(raw), parseFraction(max)];
    if (isRefusal(share) || isRefusal(highest) || compare(share, highest) <= 0) return "";
    return gap + say("never_above_max", this.#language, { max: tellShareText(max) });
  }
}

function answerWord({ direction, grant }: HeadDecision, item: DecidedItem): Word {
  const isWhole = item.fraction === "1/1";
  switch (direction) {
    case "pay":
      if (isNothing(item)) return "answer_pay_nothing";
      return isWhole ? "answer_pay_all" : "answer_pay";
    case "take":
      return isWhole ? "answer_take_all" : "answer_take";
    case "grant":
      return grant === "points" ? "answer_points" : "answer_voucher";
  }
}

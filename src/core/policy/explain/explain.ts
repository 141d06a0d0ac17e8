import { compare, isRefusal, parseFraction, zero } from "../../money/index.ts";
import type { DecidedItem, Decision, HeadDecision, ItemTrace } from "../decide/decision.ts";
import type { Direction, GrantKind, RuleDocument } from "../model.ts";
import { own } from "../own.ts";
import { moneyText } from "../tell/money-text.ts";
import { tellSeen } from "../tell/phrase.ts";
import { say } from "../tell/words.ts";
import { begun } from "../terms/page-words.ts";
import type { Language } from "../texts.ts";
import { tellAnswer } from "./answer.ts";
import { tellArithmetic } from "./arithmetic.ts";
import { Citations } from "./cite.ts";
import { type Sentence, explainWhy } from "./explain-why.ts";
import { spread } from "./money-sums.ts";

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
 * A decision in plain sentences, from the documents that made it: what is given first, and sums
 * before shares. Grants and deductions of nothing are left unsaid, and so is what becomes of a sum
 * of nothing beside others: a customer who paid no freight need not read why none comes back. A
 * refusal that is left unsaid is one that the customer chose something else for, which says so.
 * `accepted`: whether the claim brings what the decision answers; of one that brings nothing new no
 * sentence says that we pay.
 * @throws RangeError when a document of the decision is missing.
 */
export function explainDecision(
  decision: Decision,
  documents: readonly RuleDocument[],
  language: Language,
  accepted = true,
): ExplainedHead[] {
  const teller = new Teller(decision, documents, language, accepted);
  const atStake = decision.heads.some(({ items }) => items.some(({ baseMinor }) => baseMinor > 0));
  const heads = [...decision.heads].sort((head, other) => rankOf(head) - rankOf(other));
  return heads.flatMap((head) => {
    const sums = spread(head.items, head.direction);
    const items = head.items.flatMap((item, index) => {
      const trace = head.trace[index];
      const unsaid =
        (head.direction !== "pay" && (isNothing(item) || !accepted)) ||
        (atStake && item.baseMinor === 0);
      if (trace === undefined || unsaid || teller.isChosenAway(head, item, trace)) return [];
      return [teller.item({ head, item, trace, sumMinor: sums[index] ?? 0 })];
    });
    const { direction, base, grant } = head;
    return items.length === 0 ? [] : [{ direction, base, grant, items }];
  });
}

/** What gives something comes before what does not. */
const rankOf = ({ items }: HeadDecision): number => (items.every(isNothing) ? 1 : 0);

export function isNothing({ fraction }: Pick<DecidedItem, "fraction">): boolean {
  const share = parseFraction(fraction);
  return !isRefusal(share) && compare(share, zero) === 0;
}

/** What a sentence about a clause is told from: a trace, or one of its parts. */
type Ground = Pick<ItemTrace, "head" | "clause" | "conditions" | "arithmetic">;

type Told = {
  readonly head: HeadDecision;
  readonly item: DecidedItem;
  readonly trace: ItemTrace;
  readonly sumMinor: number;
};

class Teller {
  readonly #decision: Decision;
  readonly #documents: readonly RuleDocument[];
  readonly #language: Language;
  readonly #accepted: boolean;
  readonly #citations: Citations;

  constructor(
    decision: Decision,
    documents: readonly RuleDocument[],
    language: Language,
    accepted: boolean,
  ) {
    this.#decision = decision;
    this.#documents = documents;
    this.#language = language;
    this.#accepted = accepted;
    this.#citations = new Citations(decision, language);
  }

  item({ head, item, trace, sumMinor }: Told): ExplainedItem {
    const document = this.#document(trace.policy);
    const find = (reference: string) => this.#document(reference);
    const base = this.#base(head, document);
    const answer: Sentence = { kind: "answer", text: this.#answer(head, item, trace, sumMinor) };
    const { lineId, packetId } = item;
    // Of a sum that is not there, or that went back before, no clause decides.
    const isSettled = item.baseMinor === 0 || (!this.#accepted && !isNothing(item));
    if (head.direction === "pay" && isSettled) return { lineId, packetId, sentences: [answer] };
    const sentences = [
      answer,
      ...this.#grounds({ head, item, trace, sumMinor }, document),
      ...explainWhy(trace, base, find, this.#language),
    ];
    return { lineId, packetId, sentences };
  }

  /** A payment of nothing that a choice brought, and beside it what was chosen instead. */
  isChosenAway(head: HeadDecision, item: DecidedItem, trace: ItemTrace): boolean {
    const missing = trace.nearest?.missing ?? [];
    if (head.direction !== "pay" || !isNothing(item) || missing.length === 0) return false;
    if (missing.some(({ change }) => change !== "wish")) return false;
    return this.#decision.heads.some(
      (other) =>
        other.direction === "grant" &&
        other.items.some(
          (given, index) =>
            !isNothing(given) &&
            isAt(given, item) &&
            missing.some(({ fact }) =>
              other.trace[index]?.conditions.some((condition) => condition.fact === fact),
            ),
        ),
    );
  }

  #document(reference: string): RuleDocument {
    const document = this.#documents.find(({ id, version }) => `${id}@${version}` === reference);
    if (document === undefined) throw new RangeError(`document \`${reference}\` is missing`);
    return document;
  }

  #base({ base }: HeadDecision, document: RuleDocument): string {
    return own(document.bases, base)?.text[this.#language] ?? base;
  }

  #money(minor: number): string {
    return moneyText(minor, this.#decision.currency, this.#language);
  }

  #answer(head: HeadDecision, item: DecidedItem, trace: ItemTrace, sumMinor: number): string {
    const document = this.#document(trace.policy);
    const chosen = head.direction === "grant" ? this.#inPlaceOf(item) : null;
    const base = this.#base(chosen?.head ?? head, document);
    const baseMinor = chosen?.item.baseMinor ?? item.baseMinor;
    const text = tellAnswer(
      {
        head,
        item,
        scope: own(document.bases, head.base)?.scope ?? "order",
        isConstant: (own(document.bases, head.base)?.constant ?? null) !== null,
        isPlain: (trace.parts?.length ?? 1) === 1 && trace.arithmetic.form === "plain",
        isChosen: chosen !== null,
        accepted: this.#accepted,
      },
      { base, amount: this.#money(baseMinor), sum: this.#money(sumMinor) },
      this.#language,
    );
    return begun(text, this.#language);
  }

  /** What a grant takes the place of because its customer chose so. */
  #inPlaceOf(given: DecidedItem) {
    for (const head of this.#decision.heads) {
      for (const [index, item] of head.items.entries()) {
        const trace = head.trace[index];
        if (trace !== undefined && isAt(item, given) && this.isChosenAway(head, item, trace)) {
          return { head, item };
        }
      }
    }
    return null;
  }

  /** Of several heads on the base, those that give say how much of it each gives. */
  #grounds({ head, item, trace, sumMinor }: Told, document: RuleDocument): Sentence[] {
    const parts = trace.parts ?? [trace];
    const giving = (trace.parts ?? []).filter(({ fraction }) => !isNothing({ fraction }));
    const told = { head, item, document };
    if (giving.length < 2) {
      return [
        ...this.#because(trace, document),
        ...this.#arithmetic(trace, told, sumMinor),
        ...(isNothing(item) ? this.#others(parts, trace, told) : []),
      ];
    }
    const { baseMinor } = item;
    const sums = spread(
      giving.map(({ fraction }) => ({ baseMinor, fraction })),
      head.direction,
    );
    return giving.flatMap((part, index) => [
      ...this.#because(part, document, this.#money(sums[index] ?? 0)),
      ...this.#arithmetic(part, told, sums[index] ?? 0),
    ]);
  }

  /** Where nothing is given, the clauses of the other heads on the base are told as well. */
  #others(parts: readonly Ground[], { head, clause }: ItemTrace, told: Beside): Sentence[] {
    return parts
      .filter((part) => part.head !== head)
      .flatMap((part) => [
        ...(part.clause === clause ? [] : this.#because(part, told.document)),
        ...this.#arithmetic(part, told, 0),
      ]);
  }

  #because(
    { head, clause, conditions }: Ground,
    document: RuleDocument,
    sum: string | null = null,
  ): Sentence[] {
    if (clause === null) return [];
    const told = conditions.flatMap((condition) => {
      const fact = own(document.facts, condition.fact);
      return fact === undefined ? [] : [tellSeen(fact, condition, this.#language)];
    });
    const [always, some] =
      sum === null
        ? (["because_always", "because"] as const)
        : (["share_because_always", "share_because"] as const);
    const text = say(told.length === 0 ? always : some, this.#language, {
      sum: sum ?? "",
      place: this.#citations.of(document, head, clause),
      conditions: told.join(say("between_conditions", this.#language)),
    });
    return [{ kind: "because", text }];
  }

  #arithmetic({ arithmetic }: Ground, { head, item, document }: Beside, sumMinor: number) {
    const fact = own(document.facts, arithmetic.fact ?? "");
    if (fact === undefined) return [];
    const { baseMinor } = item;
    const { direction } = head;
    const { currency } = this.#decision;
    const base = this.#base(head, document);
    const reckoned = { arithmetic, fact, base, baseMinor, resultMinor: sumMinor };
    const text = tellArithmetic({ ...reckoned, direction, currency }, this.#language);
    return text === null ? [] : [{ kind: "arithmetic" as const, text }];
  }
}

type Beside = {
  readonly head: HeadDecision;
  readonly item: DecidedItem;
  readonly document: RuleDocument;
};

type Place = Pick<DecidedItem, "lineId" | "packetId">;

const isAt = (one: Place, other: Place): boolean =>
  one.lineId === other.lineId && one.packetId === other.packetId;

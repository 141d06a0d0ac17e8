import type { PageItem } from "../../page/index.ts";
import { currencyText } from "../tell/money-text.ts";
import type { Head } from "../model.ts";
import { own } from "../own.ts";
import { type AmountWords, type Voice, amountText, isNothing, voiceOf } from "./amounts.ts";
import { type Atom, atomsOf, conditionsText } from "./conditions.ts";
import { mayComeToNothing } from "./coming-to-nothing.ts";
import { joined } from "./grammar.ts";
import { type Point, layOut } from "./layout.ts";
import { write } from "./sentence-words.ts";
import { referencesTo } from "./references.ts";
import { type Given, type Telling, givenTo } from "./telling.ts";

/** What the terms say of one head. */
export type HeadTerms = {
  readonly head: Head;
  readonly heading: string;
  readonly points: readonly PageItem[];
  /** What goes for all points together; null where each says it for itself. */
  readonly closing: string | null;
  /** What holds where no point does; null where the points cover all. */
  readonly otherwise: string | null;
  /** Which orders have a fixed sum; null where the sum is the order's own. */
  readonly currencies: string | null;
};

export function headTerms(head: Head, telling: Telling): HeadTerms {
  return new HeadTeller(head, telling).terms();
}

export function headingOf(head: Head, { document, language }: Telling): string {
  const base = baseText(head, { document, language });
  return write(`head_${voiceOf(head, document)}`, language, { base });
}

export function baseText(
  head: Head,
  { document, language }: Pick<Telling, "document" | "language">,
): string {
  return own(document.bases, head.base)?.text[language] ?? head.base;
}

/**
 * The clauses of a head that are said. A gift or deduction of nothing goes without saying, unless
 * it takes the place of one that is something.
 */
export function saidOf(head: Head, telling: Telling): readonly Given[] {
  const given = givenTo(head, telling);
  if (head.direction === "pay" || telling.document.kind === "floor") return given;
  const something = new Set(
    given.filter(({ amount }) => !isUnsaid(amount)).map(({ clause }) => clause.name),
  );
  return given.filter(
    ({ clause, amount }) => !isUnsaid(amount) || clause.over.some((name) => something.has(name)),
  );
}

/** By clause, where the terms say it: the places of its point, outermost first. */
export function clausePlaces(head: Head, telling: Telling): ReadonlyMap<string, readonly number[]> {
  return placesOf(pointsOf(head, telling));
}

function pointsOf(head: Head, telling: Telling): readonly Point<Given>[] {
  return layOut(
    saidOf(head, telling).map((given) => ({ of: given, atoms: atomsOf(given.clause, telling) })),
  );
}

function placesOf(points: readonly Point<Given>[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, readonly number[]>();
  const place = (below: readonly Point<Given>[], above: readonly number[]): void => {
    below.forEach((point, index) => {
      const here = [...above, index];
      if (point.kind === "group") place(point.points, here);
      else places.set(point.of.clause.name, here);
    });
  };
  place(points, []);
  return places;
}

const isUnsaid = (amount: Given["amount"]): boolean => amount.form === "plain" && isNothing(amount);

class HeadTeller {
  readonly #head: Head;
  readonly #telling: Telling;
  readonly #said: readonly Given[];
  readonly #voice: Voice;
  readonly #words: AmountWords;
  readonly #points: readonly Point<Given>[];
  readonly #places: ReadonlyMap<string, readonly number[]>;
  /** Phrases that were said, brackets and all. */
  readonly #phrases = new Set<string>();
  /** The one reason for which computed answers come to nothing; null where there are several. */
  readonly #why: string | null;
  /** By clause, the places of the said ones that come before it. */
  readonly #overriders = new Map<string, (readonly number[])[]>();

  constructor(head: Head, telling: Telling) {
    const { document, language } = telling;
    this.#head = head;
    this.#telling = telling;
    this.#voice = voiceOf(head, document);
    const base = baseText(head, telling);
    this.#said = saidOf(head, telling);
    this.#points = pointsOf(head, telling);
    this.#places = placesOf(this.#points);
    this.#why = commonReason(head, this.#said, telling);
    this.#words = { voice: this.#voice, base, language, facts: document.facts };
  }

  terms(): HeadTerms {
    const said = this.#said;
    for (const { clause } of said) this.#overrides(clause);
    return {
      head: this.#head,
      heading: headingOf(this.#head, this.#telling),
      points: this.#points.map((point) => this.#item(point, 0)),
      closing: this.#closing(),
      otherwise: this.#otherwise(said),
      currencies: this.#currencies(),
    };
  }

  #overrides({ name, over }: Given["clause"]): void {
    for (const other of over) {
      const overriders = this.#overriders.get(other) ?? [];
      overriders.push(this.#places.get(name) ?? []);
      this.#overriders.set(other, overriders);
    }
  }

  #item(point: Point<Given>, level: number): PageItem {
    const { language } = this.#telling;
    if (point.kind === "leaf")
      return { text: this.#sentence(point.of, point.atoms, level), items: [] };
    const conditions = conditionsText(point.atoms, language, this.#phrases);
    const items = point.points.map((each) => this.#item(each, level + 1));
    return { text: write("heading", language, { conditions }), items };
  }

  #sentence(given: Given, atoms: readonly Atom[], level: number): string {
    const { language } = this.#telling;
    const always = level === 0 ? "point_always" : "point_as_a_rule";
    const conditions = conditionsText(atoms, language, this.#phrases);
    const opening =
      atoms.length === 0 ? write(always, language) : write("point", language, { conditions });
    const answer = amountText(given.amount, this.#head, this.#words);
    const [because, left] = this.#reasons(given);
    return opening + answer + because + this.#unless(given) + left + write("stop", language);
  }

  /** Why nothing is paid: beside an answer of nothing, at the end where it may come to that. */
  #reasons(given: Given): readonly [string, string] {
    const { why } = given.clause;
    const { amount } = given;
    const { language } = this.#telling;
    if (why === null || this.#head.direction !== "pay") return ["", ""];
    const values = { reason: this.#reason(why) };
    if (isNothing(amount)) return [write("because", language, values), ""];
    if (this.#why !== null || !mayComeToNothing(given, this.#telling)) return ["", ""];
    const word = amount.form === "part" ? "nothing_part" : "nothing_left";
    return ["", write(word, language, values)];
  }

  #reason(code: string): string {
    const { document, language } = this.#telling;
    return own(document.reasons, code)?.text[language] ?? code;
  }

  #closing(): string | null {
    if (this.#why === null) return null;
    const reason = this.#reason(this.#why);
    return write("left_everywhere", this.#telling.language, { reason });
  }

  #unless({ clause }: Given): string {
    const { language } = this.#telling;
    const places = this.#overriders.get(clause.name) ?? [];
    if (places.length === 0) return "";
    const references = referencesTo(places, language);
    const points = joined(references, write("points", language), write("last_point", language));
    return write("unless", language, { points });
  }

  /** A fixed sum says which orders have it. */
  #currencies(): string | null {
    const { document, language } = this.#telling;
    const constant = own(document.bases, this.#head.base)?.constant ?? null;
    if (constant === null) return null;
    const names = Object.keys(constant).map((currency) => currencyText(currency, language));
    const currencies = names.join(language === "en" ? ", " : "、");
    return write("only_currencies", language, { currencies });
  }

  #otherwise(said: readonly Given[]): string | null {
    const { language, document } = this.#telling;
    const isWhole =
      this.#head.otherwise === "error" && said.length === givenTo(this.#head, this.#telling).length;
    if (isWhole) return null;
    if (said.length === 0) {
      const none = write(`${this.#voice}_none`, language);
      return write("point_always", language) + none + write("stop", language);
    }
    return write(otherwiseWord(this.#voice, document.kind), language);
  }
}

/**
 * The reason of all answers that are computed, where two or more share it and none has another, and
 * each of them can come to nothing.
 */
export function commonReason(
  { direction }: Head,
  said: readonly Given[],
  telling: Telling,
): string | null {
  const computed = said.filter(({ amount }) => amount.form === "less" || amount.form === "unused");
  const [first] = computed;
  const isCommon =
    direction === "pay" &&
    computed.length > 1 &&
    computed.length === said.filter(({ amount }) => amount.form !== "plain").length &&
    computed.every(
      (each) => each.clause.why === first?.clause.why && isReckonedAway(each, telling),
    );
  return isCommon ? (first?.clause.why ?? null) : null;
}

/** A rate of nothing needs no reckoning to come to it. */
const isReckonedAway = (given: Given, telling: Telling): boolean =>
  !isNothing(given.amount) && mayComeToNothing(given, telling);

function otherwiseWord(voice: Voice, kind: "policy" | "floor") {
  if (kind === "floor") return "otherwise_silent" as const;
  if (voice === "voucher" || voice === "points") return `otherwise_${voice}` as const;
  return "otherwise_take" as const;
}

import { fractionText, one, zero } from "../../money/index.ts";
import { type PageItem, itemReference } from "../../page/index.ts";
import { isListed } from "../fact-kind.ts";
import type { Fact, Head } from "../model.ts";
import { type Voice, capOf, restText, voiceOf } from "./amounts.ts";
import { conditionsParser } from "./condition-parser.ts";
import { type Filled, type Parser, either, literal, mapped, readings } from "./grammar.ts";
import { series, template } from "./grammar.ts";
import { baseText } from "./head-terms.ts";
import { referenceParser } from "./references.ts";
import { type SentenceWord, wordsOf, write } from "./sentence-words.ts";
import type { Telling } from "./telling.ts";
import { shareParser } from "./values.ts";

/** What a point of the terms says, read from its words alone. */
export type ReadPoint = {
  /** Keys of all its conditions, those of the headings above it included; sorted. */
  readonly conditions: readonly string[];
  readonly amount: string;
  readonly why: string | null;
  /** References of the points that come before it. */
  readonly unless: readonly string[];
};

/** A text that nothing can be read from, or more than one thing. */
export type Unread = { readonly text: string; readonly readings: number };

export type ReadHead = {
  /** By reference. */
  readonly points: ReadonlyMap<string, ReadPoint>;
  readonly unread: readonly Unread[];
};

type Sentence = Omit<ReadPoint, "conditions"> & { readonly asks: readonly string[] };

/** Reads the points of a head back, by the grammar that wrote them. */
export class TermsReader {
  readonly #telling: Telling;
  readonly #conditions: Parser<readonly string[]>;
  readonly #heading: Parser<readonly string[]>;
  readonly #sentence: Parser<Sentence>;

  constructor(head: Head, telling: Telling) {
    this.#telling = telling;
    this.#conditions = conditionsParser(telling);
    this.#heading = this.#within("heading", this.#conditions);
    this.#sentence = sentenceParser(head, telling, this.#openings());
  }

  /** `closing` is the sentence that goes for all points together, where there is one. */
  read(items: readonly PageItem[], closing: string | null): ReadHead {
    const points = new Map<string, ReadPoint>();
    const unread: Unread[] = [];
    this.#walk(items, [], [], points, unread);
    const why = closing === null ? null : onlyReading(this.#closing(), closing, unread);
    const whole = [...points].map(([reference, point]): [string, ReadPoint] => [
      reference,
      { ...point, why: point.why ?? (point.amount.startsWith("plain ") ? null : why) },
    ]);
    return { points: new Map(whole), unread };
  }

  #closing(): Parser<string> {
    const words = wordsOf("left_everywhere", this.#telling.language);
    const parser = template(words, { reason: reasonParser(this.#telling) });
    return mapped(parser, ({ reason }) => reason ?? null);
  }

  #walk(
    items: readonly PageItem[],
    above: readonly number[],
    asked: readonly string[],
    points: Map<string, ReadPoint>,
    unread: Unread[],
  ): void {
    items.forEach(({ text, items: below }, index) => {
      const places = [...above, index];
      if (below.length > 0) {
        const found = onlyReading(this.#heading, text, unread);
        if (found !== null) this.#walk(below, places, [...asked, ...found], points, unread);
        return;
      }
      const found = onlyReading(this.#sentence, text, unread);
      if (found === null) return;
      const { asks, ...rest } = found;
      const reference = itemReference(this.#telling.language, places);
      points.set(reference, { conditions: [...asked, ...asks].sort(), ...rest });
    });
  }

  #openings(): Parser<readonly string[]> {
    const { language } = this.#telling;
    return either([
      this.#within("point", this.#conditions),
      literal(wordsOf("point_always", language), []),
      literal(wordsOf("point_as_a_rule", language), []),
    ]);
  }

  #within(word: SentenceWord, conditions: Parser<readonly string[]>): Parser<readonly string[]> {
    const parser = template(wordsOf(word, this.#telling.language), { conditions });
    return mapped(parser, ({ conditions: keys }) => keys ?? null);
  }
}

function onlyReading<T>(parser: Parser<T>, text: string, unread: Unread[]): T | null {
  const found = readings(parser, text);
  if (found.length !== 1) unread.push({ text, readings: found.length });
  return found.length === 1 ? (found[0] ?? null) : null;
}

function sentenceParser(
  head: Head,
  telling: Telling,
  opening: Parser<readonly string[]>,
): Parser<Sentence> {
  const { language } = telling;
  const nothing: Parser<string> = literal("", "");
  const points = mapped(
    series(referenceParser(language), wordsOf("points", language), wordsOf("last_point", language)),
    (all) => all.join("\n"),
  );
  const reason = reasonParser(telling);
  const one = (word: SentenceWord, name: string, parser: Parser<string>): Parser<string> =>
    mapped(template(wordsOf(word, language), { [name]: parser }), (filled) => filled[name] ?? null);
  const whole = template<unknown>("{opening}{amount}{because}{unless}{left}{stop}", {
    opening,
    amount: amountParser(head, telling),
    because: either([nothing, one("because", "reason", reason)]),
    unless: either([nothing, one("unless", "points", points)]),
    left: either([
      nothing,
      one("nothing_left", "reason", reason),
      one("nothing_part", "reason", reason),
    ]),
    stop: literal(wordsOf("stop", language), ""),
  });
  return mapped(whole, ({ opening: asks, amount, because, unless, left }) => {
    const why = String(because) + String(left);
    return {
      asks: asks as readonly string[],
      amount: String(amount),
      why: why === "" ? null : why,
      unless: unless === "" ? [] : String(unless).split("\n"),
    };
  });
}

function reasonParser({ document, language }: Telling): Parser<string> {
  const reasons = Object.entries(document.reasons);
  return either(reasons.map(([code, { text }]) => literal(text[language], code)));
}

function amountParser(head: Head, telling: Telling): Parser<string> {
  const { document, language } = telling;
  const voice = voiceOf(head, document);
  const base = baseText(head, telling);
  const bare = literal(base, fractionText(one));
  const share = mapped(
    template(wordsOf("share_of", language), { base: literal(base, ""), share: shareParser }),
    (filled) => filled["share"] ?? null,
  );
  const sum = either([bare, share]);
  const facts = Object.values(document.facts).filter(({ type }) => type === "ratio");
  const cap = either([literal("", ""), literal(capOf(head.max, base, language), "")]);
  return either([
    literal(write(`${voice}_none`, language), `plain ${fractionText(zero)}`),
    by(voice, "full", language, { base: bare }, ({ base: rate }) => `plain ${rate ?? ""}`),
    by(voice, "sum", language, { sum }, ({ sum: rate }) => `plain ${rate ?? ""}`),
    by(voice, "sum", language, { sum: lessParser(sum, facts, telling) }, ({ sum: key }) => key),
    mapped(
      template("{told}{cap}", { told: measured(voice, sum, facts, telling), cap }),
      ({ told }) => told ?? null,
    ),
  ]);
}

function by(
  voice: Voice,
  ending: "full" | "sum" | "by",
  language: Telling["language"],
  slots: Readonly<Record<string, Parser<string>>>,
  make: (filled: Filled<string>) => string | undefined,
): Parser<string> {
  const parser = template(wordsOf(`${voice}_${ending}`, language), slots);
  return mapped(parser, (filled) => make(filled) ?? null);
}

function lessParser(
  sum: Parser<string>,
  facts: readonly Fact[],
  { language }: Telling,
): Parser<string> {
  const fact = either(facts.map(({ name, text }) => literal(text[language], name)));
  return mapped(
    template(wordsOf("less", language), { sum, fact }),
    ({ sum: rate, fact: name }) => `less ${rate ?? ""} ${name ?? ""}`,
  );
}

function measured(
  voice: Voice,
  sum: Parser<string>,
  facts: readonly Fact[],
  { language }: Telling,
): Parser<string> {
  const measure = either(
    facts.flatMap((fact) => [
      literal(fact.text[language], `part ${fact.name}`),
      ...(isListed(fact) ? [] : [literal(restText(fact, language), `unused ${fact.name}`)]),
    ]),
  );
  return by(voice, "by", language, { sum, measure }, ({ sum: rate, measure: found }) => {
    const [form, name] = (found ?? "").split(" ");
    return `${form ?? ""} ${rate ?? ""} ${name ?? ""}`;
  });
}

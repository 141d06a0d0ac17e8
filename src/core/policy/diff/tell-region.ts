import { accepted, compare, isRefusal, parseFraction } from "../../money/index.ts";
import { subtract, zero } from "../../money/index.ts";
import { isListed } from "../fact-kind.ts";
import type { Amount, MoneyBase } from "../model.ts";
import { own } from "../own.ts";
import { moneyText } from "../tell/money-text.ts";
import { tellNeeded } from "../tell/phrase.ts";
import type { ProofCase } from "../prove/proof-case.ts";
import { type Facts, tellCase } from "../prove/tell-case.ts";
import type { RuleDocument } from "../model.ts";
import { tellShare, tellShareText, tellValue } from "../tell/tell-value.ts";
import type { Language } from "../texts.ts";
import type { Question, Region, RegionCase, RegionCondition, RegionSide } from "./model.ts";
import type { Reworded } from "./model.ts";
import { type Example, roundedFor } from "./region-case.ts";
import { type DiffWord, sayDiff } from "./sentences.ts";

/** One region as people read it: what it is, and its rows with their labels. */
export type ToldRegion = {
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly text: string }[];
};

/** Tells regions of some documents in one language. */
export class RegionTeller {
  readonly #documents: readonly RuleDocument[];
  readonly #facts: Facts;
  readonly #language: Language;

  constructor(documents: readonly RuleDocument[], language: Language) {
    this.#documents = documents;
    this.#facts = Object.assign({}, ...documents.map(({ facts }) => facts).toReversed()) as Facts;
    this.#language = language;
  }

  region(region: Region): ToldRegion {
    const { effect, before, after, smallest, largest, smallestBound } = region;
    // The least that differs is told where it is more than next to nothing.
    const cases: [DiffWord, RegionCase][] =
      smallest.difference === largest.difference || smallestBound === "0/1"
        ? [["example", largest]]
        : [
            ["least", smallest],
            ["most", largest],
          ];
    const rows: [DiffWord, string][] = [
      ["when", this.conditions(region.conditions, region.only)],
      ["before", this.side(before, region)],
      ["after", this.side(after, region)],
      ...(effect === "unanswered" ? [] : [this.#differenceRow(region)]),
      ...cases.map(([word, each]): [DiffWord, string] => [word, this.#case(each, region.example)]),
    ];
    return this.#told(effect, region, rows);
  }

  reworded(reworded: Reworded): ToldRegion {
    const { conditions, before, after } = reworded;
    return this.#told("same", reworded, [
      ["when", this.conditions(conditions, null)],
      ["before", this.side(before, reworded, true)],
      ["after", this.side(after, reworded, true)],
    ]);
  }

  #told(title: DiffWord, question: Question, rows: readonly [DiffWord, string][]): ToldRegion {
    return {
      title: this.#say(title, { head: this.head(question) }),
      rows: rows.map(([word, text]) => ({ label: this.#say(word), text })),
    };
  }

  head({ direction, base, grant }: Question): string {
    const word = direction === "grant" ? `head_${grant ?? "voucher"}` : `head_${direction}`;
    return this.#say(word as DiffWord, { base: this.#base(base)?.text[this.#language] ?? base });
  }

  #base(name: string): MoneyBase | undefined {
    return this.#documents.map(({ bases }) => own(bases, name)).find((each) => each !== undefined);
  }

  conditions(conditions: readonly RegionCondition[], only: Region["only"]): string {
    const told = [
      ...conditions.map((each) => this.#condition(each)),
      ...(only === null ? [] : [this.#say(`only_${only}`)]),
    ];
    return told.length === 0 ? this.#say("every_case") : told.join(this.#say("between"));
  }

  #condition(condition: RegionCondition): string {
    if (condition.kind === "choice") {
      const options = condition.options.join(this.#say("option_or"));
      return this.#say("parameter", { name: condition.parameter, options });
    }
    const fact = own(this.#facts, condition.fact);
    if (fact === undefined) return condition.fact;
    switch (condition.kind) {
      case "unproven":
      case "before_start":
        return tellValue(fact, condition.kind, this.#language);
      case "proven":
      case "begun":
        return this.#say(condition.kind, { fact: fact.text[this.#language] });
      case "options": {
        const unproven = condition.unproven ? ["unproven"] : [];
        const options = [...condition.options, ...unproven];
        return tellNeeded(fact, { options }, this.#language);
      }
      case "interval": {
        const bounds = condition.bounds.map(({ operator, constant, isParameter }) => ({
          operator,
          constant: isParameter ? this.#parameter(constant) : this.#plain(condition.fact, constant),
        }));
        return tellNeeded(fact, { bounds }, this.#language);
      }
    }
  }

  /** Days stand where the phrase has its number; what may be set in months is named alone. */
  #parameter(name: string): string {
    const found = this.#documents
      .flatMap((document) => (document.kind === "policy" ? document.parameters : []))
      .filter((parameter) => parameter.name === name);
    const isDays = found.some(
      (each) =>
        each.kind === "constant" &&
        own(this.#facts, each.of)?.type === "days" &&
        each.default.kind === "whole",
    );
    return this.#say(isDays ? "parameter_days" : "parameter_value", { name });
  }

  /** A share as percent where that is exact. */
  #plain(name: string, constant: string): string {
    const fact = own(this.#facts, name);
    const isShare = fact !== undefined && !isListed(fact) && fact.type === "ratio";
    const read = isShare ? parseFraction(constant) : null;
    return read === null || isRefusal(read) ? constant : tellShare(read);
  }

  side(side: RegionSide, { direction }: Question, withReasons = false): string {
    if (!("voices" in side)) {
      const names = "names" in side ? side.names : [];
      return this.#say(side.kind, { clauses: this.#quoted(names) });
    }
    const alone = side.voices.length === 1;
    const told = side.voices.map(({ document, clauses, amounts }) => {
      const formula = amounts.map((each) => this.#amount(each)).join(" + ");
      const word = clauses.length === 1 ? "by_clause" : "by_clauses";
      const answer = formula === "" ? this.#say("silent") : formula;
      const named = this.#say(word, { answer, clauses: this.#quoted(clauses) });
      const by = clauses.length === 0 ? answer : named;
      const said = withReasons ? this.#reason(by, document, clauses) : by;
      return alone ? said : this.#say("of_document", { document: `\`${document}\``, answer: said });
    });
    if (alone) return told.join("");
    const word = direction === "take" ? "smallest_of" : "largest_of";
    return this.#say(word, { answers: told.join(this.#say("between")) });
  }

  #reason(answer: string, reference: string, clauses: readonly string[]): string {
    const document = this.#documents.find(({ id, version }) => `${id}@${version}` === reference);
    const code = document?.clauses.find(({ name }) => clauses.includes(name))?.why ?? null;
    if (document === undefined || code === null) return answer;
    const why = own(document.reasons, code)?.text[this.#language] ?? code;
    return this.#say("reason", { answer, why });
  }

  #quoted(names: readonly string[]): string {
    return names.map((name) => `\`${name}\``).join(this.#say("listing"));
  }

  #amount({ form, rate, fact }: Amount): string {
    const share = tellShare(rate);
    if (form === "plain" || fact === null) return share;
    const text = own(this.#facts, fact)?.text[this.#language] ?? fact;
    return this.#say(form, { rate: share, fact: text });
  }

  #differenceRow(region: Region): [DiffWord, string] {
    const { smallest, largest, smallestBound, largestBound, example } = region;
    const more = !(largest.difference ?? "").startsWith("-");
    const way = more ? "more" : "less";
    const most =
      largestBound === null
        ? this.#money(sizeOf(largest), example)
        : this.#say("almost", { money: this.#money(sizeAt(largestBound, region), example) });
    const least = this.#money(sizeOf(smallest), example);
    const one = least === most || smallest.difference === largest.difference;
    const word = one ? `one_${way}` : smallestBound === "0/1" ? `up_to_${way}` : `range_${way}`;
    const amount = this.#money(example.amountMinor, example);
    return ["difference", this.#say(word as DiffWord, { amount, least, most })];
  }

  #money(minor: number, { currency }: Example): string {
    return moneyText(minor, currency, this.#language);
  }

  /** The facts of a case, and the parameters on which it turns. */
  case(told: ProofCase): string {
    const [document] = this.#documents;
    return document === undefined ? "" : tellCase(told, document, this.#facts, this.#language);
  }

  #case({ case: told, shares, minor }: RegionCase, example: Example): string {
    const answers = shares.map((share, side) => {
      const money = minor[side] ?? null;
      if (share === null || money === null) return this.#say("no_answer");
      return this.#say("case_money", {
        share: tellShareText(share),
        money: this.#money(money, example),
      });
    });
    const [before = "", after = ""] = answers;
    return this.#say("case", { case: this.case(told), before, after });
  }

  #say(word: DiffWord, values: Readonly<Record<string, string>> = {}): string {
    return sayDiff(word, this.#language, values);
  }
}

/** How much money the two answers of a case lie apart. */
function sizeOf({ minor: [before, after] }: RegionCase): number {
  return Math.abs((after ?? 0) - (before ?? 0));
}

/** The money of a bound that no case reaches. */
function sizeAt(bound: string, { direction, example }: Region): number {
  const share = accepted(parseFraction(bound));
  const size = compare(share, zero) < 0 ? subtract(zero, share) : share;
  return roundedFor(direction, size, example.amountMinor);
}

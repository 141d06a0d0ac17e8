import { compare } from "../../money/index.ts";
import type { Condition, RuleDocument } from "../model.ts";
import { own } from "../own.ts";
import type { Language } from "../texts.ts";
import type { TermsAbout } from "./about.ts";
import { isNothing } from "./amounts.ts";
import type { PromiseHeadline } from "./answers.ts";
import { type Promised, briefSentence } from "./brief.ts";
import { joined } from "./grammar.ts";
import { begun, tell } from "./page-words.ts";
import { deadlineText } from "./sections-of-deadlines.ts";
import { type Given, type Telling, givenTo, tellingOf } from "./telling.ts";
import { titleOf } from "./terms-page.ts";

const promisesMax = 3;
const linesMax = 4;

/**
 * A promise for a poster: what gives most in as few words as are still true, then more of it, by
 * when it is paid, and whom it looks at. It says less than the terms and never more: a line names
 * every condition of its clause, and of alternatives it may name some alone.
 * @throws RangeError when a parameter of `about.params` is unknown or out of its range.
 */
export function promiseHeadline(
  document: RuleDocument,
  about: TermsAbout,
  language: Language,
): PromiseHeadline {
  const telling = tellingOf(document, language, about.params);
  const name = titleOf(document, language);
  const strong = strongest(telling);
  const [title = name, ...promises] = strong.map((each) => briefSentence(each, telling));
  const others = [...paymentLine(document, about, language), ...blindLine(document, language)];
  const where = about.address ?? about.merchant?.contact ?? tell("poster_here", language);
  const audience = audienceOf(document, language);
  const more = tell("poster_more", language, { where });
  return {
    language,
    name,
    title,
    lines: [...promises.slice(0, linesMax - others.length), ...others],
    audience,
    small: audience === null ? more : tell("poster_small", language, { audience, more }),
  };
}

/** A consumer who reads a promise to businesses would otherwise take it for theirs. */
function audienceOf({ binds }: RuleDocument, language: Language): string | null {
  const [only] = binds;
  return only === undefined || binds.length > 1 ? null : tell(`poster_${only}`, language);
}

/** The clauses that give most, those first whose answer is told without reckoning. */
function strongest(telling: Telling): readonly Promised[] {
  const { heads } = telling.document;
  const all = heads.flatMap((head) => givenTo(head, telling).map((each) => ({ head, ...each })));
  const kept = all.filter((each) => isGood(each) && !isLessened(each, all));
  const given = kept.filter(({ head }) => head.direction !== "take");
  const shown = (given.length === 0 ? kept : given).toSorted(byStrength);
  const plain = shown.filter(({ amount }) => amount.form === "plain");
  return (plain.length === 0 ? shown : plain).slice(0, promisesMax);
}

/** Something that is paid or given, or nothing that is deducted. */
function isGood({ head, amount }: Promised): boolean {
  return head.direction === "take" ? isNothing(amount) : !isNothing(amount);
}

/** Where a clause that comes before it leaves the customer less, its sentence alone is not true. */
function isLessened({ head, clause, amount }: Promised, all: readonly Promised[]): boolean {
  return all.some(
    (other) =>
      other.head === head &&
      other.clause.over.includes(clause.name) &&
      (!isGood(other) || (head.direction !== "take" && compare(leastOf(other), amount.rate) < 0)),
  );
}

/** What a clause gives at least: a share that is reckoned may come to nothing. */
function leastOf({ amount }: Promised): Given["amount"]["rate"] {
  return amount.form === "plain" ? amount.rate : { n: 0n, d: 1n };
}

function byStrength(one: Promised, other: Promised): number {
  const pays = ({ head }: Promised): number => (head.direction === "grant" ? 1 : 0);
  return (
    pays(one) - pays(other) ||
    compare(other.amount.rate, one.amount.rate) ||
    lateness(one.clause.when) - lateness(other.clause.when)
  );
}

/** What is promised for those who come late is not what draws them. */
function lateness(when: readonly Condition[]): number {
  return when.filter(
    (condition) =>
      condition.kind === "interval" &&
      condition.bounds.some(({ operator }) => operator === "more_than"),
  ).length;
}

/** By when the money is there: the last of what the merchant has to do. */
function paymentLine(
  { kind }: RuleDocument,
  { carried }: TermsAbout,
  language: Language,
): string[] {
  const payment = carried.deadlines.find(({ to }) => to === "refund.paid_at");
  return payment === undefined
    ? []
    : [begun(deadlineText(payment, language, kind === "floor"), language)];
}

function blindLine(document: RuleDocument, language: Language): string[] {
  const blind = document.kind === "policy" ? document.promises.blindTo : [];
  if (blind.length === 0) return [];
  const facts = blind.map((name) => own(document.facts, name)?.text[language] ?? name);
  const between = [tell("list_and", language), tell("last_list_and", language)] as const;
  return [tell("poster_blind", language, { facts: joined(facts, ...between) })];
}

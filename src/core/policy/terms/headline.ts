import { compare } from "../../money/index.ts";
import type { Head, RuleDocument } from "../model.ts";
import { own } from "../own.ts";
import type { Language } from "../texts.ts";
import type { TermsAbout } from "./about.ts";
import { isNothing } from "./amounts.ts";
import type { PromiseHeadline } from "./answers.ts";
import { saidOf, shortSentence } from "./head-terms.ts";
import { tell } from "./page-words.ts";
import { deadlineText } from "./sections-of-conduct.ts";
import { type Given, type Telling, tellingOf } from "./telling.ts";
import { titleOf } from "./terms-page.ts";

const linesMax = 5;
const promisesMax = 3;

/**
 * A promise for a poster: what gives most, by when it is decided and paid, and whom it looks at.
 * Its sentences are those of the terms, which say the rest.
 * @throws RangeError when a parameter of `about.params` is unknown or out of its range.
 */
export function promiseHeadline(
  document: RuleDocument,
  about: TermsAbout,
  language: Language,
): PromiseHeadline {
  const telling = tellingOf(document, language, about.params);
  const deadlines = about.carried.deadlines
    .filter(({ duty }) => duty === "merchant")
    .map((each) => deadlineText(each, language, document.kind === "floor"));
  const lines = [
    ...strongest(telling).slice(0, promisesMax),
    ...deadlines.slice(0, 2),
    ...blindLine(document, language),
  ];
  const where = about.address ?? about.merchant?.contact ?? tell("poster_here", language);
  const reference = `${document.id}@${document.version}`;
  return {
    language,
    title: titleOf(document, language),
    lines: lines.slice(0, linesMax),
    small: tell("poster_more", language, { where, reference }),
  };
}

/** One sentence for each clause that pays or gives something: the most first, then the simplest. */
function strongest(telling: Telling): string[] {
  const given = telling.document.heads.flatMap((head) =>
    head.direction === "take" ? [] : saidOf(head, telling).map((each) => ({ head, ...each })),
  );
  const ranked = given.filter(({ amount }) => !isNothing(amount)).toSorted(byStrength);
  return ranked.map(({ head, clause, amount }) => shortSentence(head, { clause, amount }, telling));
}

type Ranked = Given & { readonly head: Head };

function byStrength(one: Ranked, other: Ranked): number {
  const pays = ({ head }: Ranked): number => (head.direction === "pay" ? 0 : 1);
  const plain = ({ amount }: Ranked): number => (amount.form === "plain" ? 0 : 1);
  return (
    pays(one) - pays(other) ||
    plain(one) - plain(other) ||
    compare(other.amount.rate, one.amount.rate) ||
    one.clause.when.length - other.clause.when.length
  );
}

function blindLine(document: RuleDocument, language: Language): string[] {
  const blind = document.kind === "policy" ? document.promises.blindTo : [];
  if (blind.length === 0) return [];
  const facts = blind.map((name) => own(document.facts, name)?.text[language] ?? name);
  return [tell("poster_blind", language, { facts: facts.join(tell("list_and", language)) })];
}

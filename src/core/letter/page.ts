import type { Page } from "../page/index.ts";
import type { Language } from "../policy/index.ts";
import { rightsSection, signedSection, technicalSection } from "./basis.ts";
import { Letter, type LetterInput } from "./context.ts";
import { factsSection } from "./facts.ts";
import { resultSection } from "./result.ts";
import { sumSections } from "./sum.ts";
import { changeSection, whySections } from "./why.ts";

/**
 * The decision letter as a page: the same input gives the same words, on any machine. What it says
 * is in the payload; only the addressee is not.
 * @throws RangeError where the payload names a document that was not handed in.
 */
export function letterPage(input: LetterInput, language: Language): Page {
  const letter = new Letter(input, language);
  const { merchant, claim, issuedAt } = letter.payload;
  const issued = letter.day(issuedAt);
  const number = claim.number;
  return {
    language,
    title: letter.say("title"),
    subtitle: letter.say("subtitle", { merchant: merchant.name, number, issued }),
    sections: [
      resultSection(letter),
      ...sumSections(letter),
      ...whySections(letter),
      ...changeSection(letter),
      ...factsSection(letter),
      rightsSection(letter),
      signedSection(letter),
      technicalSection(letter),
    ],
    footer: [letter.say("footer", { merchant: merchant.name, number, issued })],
  };
}

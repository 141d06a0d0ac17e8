import type { PageBlock, PageSection } from "../../page/index.ts";
import { isListed } from "../fact-kind.ts";
import type { Fact, Head } from "../model.ts";
import type { Language } from "../texts.ts";
import type { CarriedTexts, TermsAbout } from "./about.ts";
import { orText } from "./alternatives.ts";
import { baseText } from "./head-terms.ts";
import { type PageWord, begun, tell } from "./page-words.ts";
import { sourceText } from "./sections-of-law.ts";
import type { Telling } from "./telling.ts";

export const section = (heading: string, blocks: readonly PageBlock[]): PageSection[] =>
  blocks.length === 0 ? [] : [{ heading, blocks }];

export function listOf(texts: readonly string[], ordered = false): PageBlock[] {
  if (texts.length === 0) return [];
  return [{ kind: "list", ordered, items: texts.map((text) => ({ text, items: [] })) }];
}

/**
 * How a claim goes, from its filing to the complaint: what the document, the law or the product
 * does, and nothing that a merchant would first have to arrange. A floor tells of no such way.
 */
export function stepsSection(
  { document, language }: Telling,
  about: TermsAbout,
  facts: readonly Fact[],
): PageSection[] {
  if (document.kind === "floor") return [];
  const gives = (direction: Head["direction"]): boolean =>
    document.heads.some((head) => head.direction === direction);
  const records = document.answers.flatMap((kind) => recordsOf[kind] ?? []);
  const words: readonly (readonly [boolean, PageWord])[] = [
    [true, "step_apply"],
    [records.length > 0, "step_order"],
    [facts.some(isReviewed), "step_facts"],
    [true, "step_decide"],
    [true, "step_letter"],
    [awaitsGoods(about), "step_return"],
    [gives("pay"), "step_pay"],
    [document.heads.some(({ grant }) => grant === "voucher"), "step_voucher"],
    [true, about.merchant === null ? "step_complain" : "step_complain_contact"],
  ];
  const values = { records: records.map((word) => tell(word, language)).join(comma(language)) };
  const told = words.flatMap(([holds, word]) => (holds ? [tell(word, language, values)] : []));
  return section(tell("steps", language), listOf(told, true));
}

const comma = (language: Language): string => tell("list_and", language);

/** What is looked up for a kind of claim, and need not be proven. */
const recordsOf: Readonly<Record<string, PageWord>> = {
  cancel: "records_cancel",
  refund: "records_refund",
  ineffective: "records_ineffective",
  packet_return: "records_packet_return",
  campaign_off: "records_campaign_off",
};

const isReviewed = ({ by }: Fact): boolean => by === "reviewer";

/** Whether the document pays once goods have come back: one of its time limits then says so. */
function awaitsGoods({ carried }: TermsAbout): boolean {
  return carried.deadlines.some(({ from }) => from === "return.received_at");
}

/** What each side may ask and must do. */
export function rightsSections(
  telling: Telling,
  about: TermsAbout,
  facts: readonly Fact[],
): PageSection[] {
  const { document, language } = telling;
  const duties = dutiesOf("merchant", telling, about);
  const theirs = dutiesOf("customer", telling, about);
  if (document.kind === "floor") {
    return [
      ...section(tell("duties_trader", language), listOf(duties)),
      ...section(tell("duties_consumer", language), listOf(theirs)),
    ];
  }
  const ours = (["duty_keep", "duty_amount"] as const).map((word) => tell(word, language));
  return [
    ...section(tell("rights", language), listOf(rightsOf(language, facts))),
    ...section(
      tell("duties_yours", language),
      listOf([...dutiesOfCustomer(telling, about, facts), ...theirs]),
    ),
    ...section(tell("rights_ours", language), listOf(rightsOfMerchant(telling, facts))),
    ...section(tell("duties_ours", language), listOf([...ours, ...duties])),
  ];
}

function rightsOf(language: Language, facts: readonly Fact[]): string[] {
  const wishes = facts.flatMap((fact) =>
    isListed(fact) && fact.unsaid !== null ? [wishText(fact.options, fact.unsaid, language)] : [],
  );
  const burden = namesOf(facts, "merchant", language);
  return [
    ...(["right_version", "right_reasons"] as const).map((word) => tell(word, language)),
    ...wishes,
    ...(burden === "" ? [] : [tell("right_burden", language, { facts: burden })]),
    ...(facts.some(isReviewed) ? [tell("right_supplement", language)] : []),
    tell("right_complain", language),
  ];
}

function wishText(
  options: readonly { readonly name: string; readonly text: Readonly<Record<Language, string>> }[],
  unsaid: string,
  language: Language,
): string {
  const texts = options.map(({ text }) => text[language]);
  const said = options.find(({ name }) => name === unsaid)?.text[language] ?? unsaid;
  return tell("right_wish", language, { options: orText(texts, language, true), unsaid: said });
}

function namesOf(facts: readonly Fact[], burden: Fact["burden"], language: Language): string {
  const names = facts.filter((fact) => fact.burden === burden).map(({ text }) => text[language]);
  return names.join(tell("semicolon", language));
}

function dutiesOfCustomer(
  { language }: Telling,
  about: TermsAbout,
  facts: readonly Fact[],
): string[] {
  const burden = namesOf(facts, "customer", language);
  return [
    tell("duty_truth", language),
    ...(burden === "" ? [] : [tell("duty_burden", language, { facts: burden })]),
    ...(awaitsGoods(about) ? [tell(returnWord(about), language)] : []),
  ];
}

/** Gifts and accessories go back where the Chinese law of returns is a floor, which says so. */
function returnWord({ floors }: TermsAbout): "duty_return" | "duty_return_cn" {
  const isChinese = floors.some(({ carried }) => carried.market === "CN");
  return isChinese ? "duty_return_cn" : "duty_return";
}

function rightsOfMerchant(telling: Telling, facts: readonly Fact[]): string[] {
  const { document, language } = telling;
  const deductions = document.heads
    .filter(({ direction }) => direction === "take")
    .map((head) => tell("right_take", language, { base: baseText(head, telling) }));
  const proof = facts.some(isReviewed) ? [tell("right_proof", language)] : [];
  return [...proof, ...deductions];
}

/** What a file says in passing, as a sentence of its own. */
export function sentenceOf(text: string, language: Language): string {
  return tell("sentence", language, { text: begun(text, language) });
}

/** Duties that no amount expresses: the document's own and those of its floors. */
function dutiesOf(
  holder: "merchant" | "customer",
  { document, language }: Telling,
  { carried, floors }: TermsAbout,
): string[] {
  const concerns = ({ duty, kinds }: CarriedTexts["duties"][number]): boolean =>
    duty === holder && (kinds?.some((kind) => document.answers.includes(kind)) ?? true);
  return [carried, ...floors.map((floor) => floor.carried)].flatMap((each) =>
    each.duties.filter(concerns).map(({ say, citations }) => {
      const [citation] = citations;
      const text = say[language];
      const source = citation === undefined ? null : sourceText(citation, each, language);
      const told = source === null ? text : tell("duty_from", language, { text, source });
      return sentenceOf(told, language);
    }),
  );
}

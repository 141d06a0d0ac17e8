import type { PageBlock, PageSection } from "../../page/index.ts";
import type { FloorDocument } from "../model.ts";
import type { Language } from "../texts.ts";
import type { CarriedTexts, CitedText, TermsAbout } from "./about.ts";
import { tell } from "./page-words.ts";
import type { Telling } from "./telling.ts";

/** `《消费者权益保护法》第二十五条`: an article as a reader looks it up. */
export function sourceText(
  { source, article }: CitedText,
  { sources }: CarriedTexts,
  language: Language,
): string {
  const known = sources[source];
  const title = known?.titles?.[language] ?? known?.title ?? source;
  return tell("citation", language, { source: title, article: articleText(article, language) });
}

/** `第十四条` is `art. 14` to who does not read Chinese; other ways of naming a place stay. */
function articleText(article: string, language: Language): string {
  const [, numeral] = /^第([零一二三四五六七八九十百]+)条$/.exec(article) ?? [];
  const n = numeral === undefined ? null : numberOf(numeral);
  if (n === null || language === "zh-CN") return article;
  return language === "en" ? tell("article", language, { n }) : `第${numeral ?? ""}條`;
}

/** A Chinese numeral below one thousand in digits. */
function numberOf(numeral: string): string {
  const digits = "一二三四五六七八九";
  const [, hundreds = "", tens = "", ones = ""] =
    /^(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九]?)十)?([一二三四五六七八九]?)$/.exec(
      numeral,
    ) ?? [];
  const digit = (sign: string): number => digits.indexOf(sign) + 1;
  const ten = numeral.includes("十") ? Math.max(1, digit(tens)) : 0;
  const hundred = hundreds === "" ? 0 : digit(hundreds);
  return String(hundred * 100 + ten * 10 + (ones === "" ? 0 : digit(ones)));
}

/** Every article that a file cites, each once, with the words quoted from it. */
function citationsOf(carried: CarriedTexts, answers: readonly string[]): readonly CitedText[] {
  const deadlines = carried.deadlines.filter(
    ({ kinds }) => kinds?.some((kind) => answers.includes(kind)) ?? true,
  );
  const all = [
    ...Object.values(carried.citations).flat(),
    ...deadlines.flatMap(({ citations }) => citations),
    ...carried.duties.flatMap(({ citations }) => citations),
  ];
  const keyOf = (each: CitedText): string =>
    JSON.stringify([each.source, each.article, each.quote]);
  return [...new Map(all.map((each) => [keyOf(each), each])).values()];
}

function citationBlocks(carried: CarriedTexts, { document, language }: Telling): PageBlock[] {
  const cited = citationsOf(carried, document.answers);
  const quoted = cited.flatMap((each): PageBlock[] =>
    each.quote === null
      ? []
      : [{ kind: "quotation", text: each.quote, source: sourceText(each, carried, language) }],
  );
  const named = cited.filter(({ quote }) => quote === null);
  const items = named.map((each) => ({ text: sourceText(each, carried, language), items: [] }));
  return items.length === 0 ? quoted : [...quoted, { kind: "list", ordered: false, items }];
}

/** The floors of a policy with what they quote, or what a floor itself quotes. */
export function lawSections(telling: Telling, about: TermsAbout): PageSection[] {
  const { document, language } = telling;
  const own = citationBlocks(about.carried, telling);
  const cited = own.length === 0 ? [] : [{ heading: tell("citations", language), blocks: own }];
  if (document.kind === "floor" || about.floors.length === 0) return cited;
  const blocks = about.floors.flatMap(({ document: floor, carried }): PageBlock[] => [
    { kind: "paragraph", text: floorTitle(floor, language) },
    ...citationBlocks(aboutAnswers(floor, carried, document.answers), telling),
  ]);
  const note: PageBlock = { kind: "paragraph", text: tell("law_note", language) };
  return [...cited, { heading: tell("law", language), blocks: [note, ...blocks] }];
}

/** Clauses of a floor that answers other claims say nothing here; its duties hold all the same. */
function aboutAnswers(
  floor: FloorDocument,
  carried: CarriedTexts,
  answers: readonly string[],
): CarriedTexts {
  const isAbout = floor.answers.some((kind) => answers.includes(kind));
  return isAbout ? carried : { ...carried, citations: {} };
}

function floorTitle({ title, id, version, verified }: FloorDocument, language: Language): string {
  const note = `${id}@${version}`;
  const name = tell("noted", language, { title: title?.[language] ?? id, note });
  return verified ? name : tell("law_unverified", language, { title: name });
}

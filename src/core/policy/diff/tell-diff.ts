import type { Page, PageBlock, PageSection } from "../../page/index.ts";
import type { RuleDocument } from "../model.ts";
import type { Facts } from "../prove/tell-case.ts";
import type { Language } from "../texts.ts";
import type { Diff } from "./diff.ts";
import type { Region } from "./model.ts";
import type { DiffRefusal } from "./refusal.ts";
import { sayDiff } from "./sentences.ts";
import { RegionTeller, type ToldRegion } from "./tell-region.ts";
import { tellWords } from "./tell-words.ts";

/** A comparison as a person reads it. `documents` are the two, then those that bind as well. */
export type ToldDiff = {
  readonly headline: string;
  readonly regions: readonly ToldRegion[];
  readonly net: { readonly headline: string; readonly regions: readonly ToldRegion[] } | null;
  /** What is said otherwise for the same money: sentences, then regions. */
  readonly words: readonly string[];
  readonly reworded: readonly ToldRegion[];
};

export function tellDiff(
  diff: Diff,
  documents: readonly RuleDocument[],
  language: Language,
): ToldDiff {
  const teller = new RegionTeller(documents, language);
  const facts = Object.assign({}, ...documents.map((each) => each.facts)) as Facts;
  const { before, after, cells, regions, net } = diff;
  const count = (effect: Region["effect"]) =>
    String(regions.filter((region) => region.effect === effect).length);
  return {
    headline: sayDiff("headline", language, {
      before,
      after,
      losses: count("lose"),
      gains: count("gain"),
      unanswered: count("unanswered"),
      cells: String(cells),
    }),
    regions: regions.map((region) => teller.region(region)),
    net:
      net === null
        ? null
        : {
            headline: sayDiff(net.regions.length === 0 ? "net_nothing" : "net_title", language, {
              documents: net.together
                .map((each) => `\`${each}\``)
                .join(sayDiff("listing", language)),
            }),
            regions: net.regions.map((region) => teller.region(region)),
          },
    words: diff.words.map((each) => tellWords(each, facts, language)),
    reworded: diff.reworded.map((each) => teller.reworded(each)),
  };
}

/** The comparison as lines of a terminal. */
export function diffLines(
  diff: Diff,
  documents: readonly RuleDocument[],
  language: Language,
): string[] {
  const told = tellDiff(diff, documents, language);
  const isSame = told.regions.length === 0;
  return [
    told.headline,
    ...(isSame ? [`  ${sayDiff("nothing_differs", language)}`] : []),
    ...told.regions.flatMap(regionLines),
    ...(told.net === null ? [] : ["", told.net.headline, ...told.net.regions.flatMap(regionLines)]),
    ...(told.words.length + told.reworded.length === 0
      ? []
      : ["", sayDiff("words_title", language)]),
    ...told.words.map((line) => `  ${line}`),
    ...told.reworded.flatMap(regionLines),
  ];
}

function regionLines({ title, rows }: ToldRegion): string[] {
  return ["", title, ...rows.map(({ label, text }) => `  ${label}: ${text}`)];
}

/** The comparison as a page. */
export function diffPage(diff: Diff, documents: readonly RuleDocument[], language: Language): Page {
  const told = tellDiff(diff, documents, language);
  const [before, after] = documents;
  const footer = [before, after].flatMap((each) =>
    each === undefined ? [] : [`${each.id}@${each.version} sha256 ${each.hash}`],
  );
  const regionsOf = (effect: Region["effect"]) =>
    told.regions.filter((_, index) => diff.regions[index]?.effect === effect);
  const titled = [
    ["losses_title", regionsOf("lose")],
    ["unanswered_title", regionsOf("unanswered")],
    ["gains_title", regionsOf("gain")],
  ] as const;
  const isSame = told.regions.length === 0;
  return {
    language,
    title: sayDiff("page_title", language),
    subtitle: told.headline,
    sections: [
      ...(isSame ? [section(sayDiff("nothing_differs", language), [])] : []),
      ...titled.flatMap(([word, regions]) =>
        regions.length === 0 ? [] : [section(sayDiff(word, language), regions.flatMap(blocksOf))],
      ),
      ...(told.net === null
        ? []
        : [section(told.net.headline, told.net.regions.flatMap(blocksOf))]),
      ...wordsSection(told, language),
    ],
    footer,
  };
}

function section(heading: string, blocks: readonly PageBlock[]): PageSection {
  return { heading, blocks };
}

function wordsSection({ words, reworded }: ToldDiff, language: Language): PageSection[] {
  if (words.length + reworded.length === 0) return [];
  const list: PageBlock = {
    kind: "list",
    ordered: false,
    items: words.map((text) => ({ text, items: [] })),
  };
  const blocks = [...(words.length === 0 ? [] : [list]), ...reworded.flatMap(blocksOf)];
  return [section(sayDiff("words_title", language), blocks)];
}

function blocksOf({ title, rows }: ToldRegion): PageBlock[] {
  return [
    { kind: "paragraph", text: title },
    { kind: "labelled", rows },
  ];
}

/** Why documents cannot be compared, and what to do. */
export function tellDiffRefusal({ refusal, names }: DiffRefusal, language: Language): string {
  const [one = "", other = "", third = ""] = names;
  const word = refusal === "parameter" ? "bad_parameter" : refusal;
  const facts = names.slice(1).join(sayDiff("listing", language));
  return sayDiff(word, language, { one, other, third, facts });
}

import type {
  WireComparedRegion,
  WirePolicyComparison,
  WireReplayedCase,
} from "../../contract/index.ts";
import {
  type Combination,
  type FactInput,
  type Region,
  type RegionCase,
  type RegionCondition,
  type RegionSide,
  type RegionVoice,
  type RuleDocument,
  type ToldRegion,
  fractionText,
  loses,
  tellCombinations,
  tellDiff,
} from "../../core/index.ts";
import { comparisonHtml } from "./page.ts";
import type { Compared } from "./task.ts";

/** A comparison as it travels: every word in the caller's language, every amount a whole number. */
export function comparisonView(compared: Compared): WirePolicyComparison {
  const { found, combined, documents, language } = compared;
  const told = tellDiff(found, documents, language);
  const { net } = found;
  return {
    before: sideView(documents[0]),
    after: sideView(documents[1]),
    loses: loses(found),
    cells: found.cells,
    headline: told.headline,
    regions: regionViews(found.regions, told.regions),
    net:
      net === null || told.net === null
        ? null
        : {
            beside: [...net.together],
            headline: told.net.headline,
            regions: regionViews(net.regions, told.net.regions),
          },
    words: found.words.map(({ kind, names }, index) => {
      return { kind, names: [...names], sentence: told.words[index] ?? "" };
    }),
    reworded: found.reworded.map((each, index) => ({
      ...headView(each),
      ...toldView(told.reworded[index]),
      conditions: each.conditions.map(conditionView),
      before: saidView(each.before),
      after: saidView(each.after),
    })),
    combinations: combined === null ? null : combinedView(combined, compared),
    html: comparisonHtml(compared),
  };
}

function sideView(document: RuleDocument | undefined) {
  if (document === undefined) throw new RangeError("a comparison has two sides");
  return { reference: `${document.id}@${document.version}`, hash: document.hash };
}

const regionViews = (regions: readonly Region[], told: readonly ToldRegion[]) =>
  regions.map((region, index) => regionView(region, told[index]));

function regionView(region: Region, told: ToldRegion | undefined): WireComparedRegion {
  const { effect, only, example, smallest, largest, smallestBound, largestBound } = region;
  return {
    effect,
    ...headView(region),
    ...toldView(told),
    conditions: region.conditions.map(conditionView),
    only,
    before: saidView(region.before),
    after: saidView(region.after),
    example: { ...example },
    smallestMinor: differenceOf(smallest),
    largestMinor: differenceOf(largest),
    smallestBound,
    largestBound,
    smallest: caseView(smallest),
    largest: caseView(largest),
  };
}

function differenceOf({ minor: [before, after] }: RegionCase): number | null {
  return before === null || after === null ? null : after - before;
}

function toldView(told: ToldRegion | undefined) {
  if (told === undefined) throw new RangeError("each region is told");
  return { title: told.title, rows: told.rows.map((row) => ({ ...row })) };
}

const headView = ({ direction, base, grant }: Pick<Region, "direction" | "base" | "grant">) => ({
  direction,
  base,
  grant,
});

function conditionView(condition: RegionCondition) {
  switch (condition.kind) {
    case "options":
    case "choice":
      return { ...condition, options: [...condition.options] };
    case "interval":
      return { ...condition, bounds: condition.bounds.map((bound) => ({ ...bound })) };
    default:
      return condition;
  }
}

function saidView(side: RegionSide) {
  return {
    kind: side.kind,
    voices: "voices" in side ? side.voices.map(voiceView) : [],
    names: "names" in side ? [...side.names] : [],
  };
}

function voiceView({ document, clauses, amounts }: RegionVoice) {
  return {
    document,
    clauses: [...clauses],
    amounts: amounts.map(({ form, rate, fact }) => ({ form, rate: fractionText(rate), fact })),
  };
}

function caseView({ case: { facts }, params, shares, minor }: RegionCase): WireReplayedCase {
  const [before, after] = params;
  return {
    facts: factsView(facts),
    params: { before: { ...before }, after: { ...after } },
    shares: { before: shares[0], after: shares[1] },
    minor: { before: minor[0], after: minor[1] },
  };
}

const factsView = (facts: Readonly<Record<string, FactInput>>) =>
  Object.fromEntries(Object.entries(facts).map(([name, input]) => [name, factView(input)]));

function factView(input: FactInput) {
  if (!("value" in input)) return { state: input.state, value: null };
  const { state, marks } = input;
  return { state, value: valueView(input.value), ...(marks === undefined ? {} : { marks }) };
}

function valueView(value: Extract<FactInput, { value: unknown }>["value"]): string | number {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" ? fractionText(value) : value;
}

function combinedView(found: readonly Combination[], { documents, language }: Compared) {
  const told = tellCombinations(found, documents.slice(1), language);
  const cases = found.map((each, index) => {
    const money = (amountMinor: number) => ({ amountMinor, currency: each.currency });
    return {
      ...toldView(told.regions[index]),
      conditions: each.conditions.map(conditionView),
      facts: factsView(each.case.facts),
      heads: each.heads.map((head) => ({
        ...headView(head),
        baseMinor: head.baseMinor,
        answers: head.answers.map((answer) => ({ ...voiceView(answer), share: answer.share })),
        together: head.together,
      })),
      total: money(each.totalMinor),
      each: each.eachMinor.map(({ document, totalMinor }) => {
        return { document, total: money(totalMinor) };
      }),
    };
  });
  return { headline: told.headline, cases };
}

import type { Language } from "../../contract/index.ts";
import type { Page, PageBlock, PageSection } from "../../core/index.ts";
import type { Apart } from "../rules/fairness/compare-groups.ts";
import type { LikeCases } from "../rules/fairness/attestations.ts";
import type { GroupRow, TraitReport } from "../rules/fairness/outcomes.ts";
import type { EngineAudit, FairnessReport } from "../rules/fairness/report.ts";
import type { Proportion } from "../rules/statistics/intervals.ts";
import { fairnessWords } from "./fairness-words.ts";
import { percentText } from "./figures.ts";
import { wordsIn } from "./words-in.ts";
import type { Say } from "./words-in.ts";

type Name = keyof typeof fairnessWords;
type SayIt = Say<Name>;

/** The audit as a text for people; what must never be comes first. */
export function fairnessPage(report: FairnessReport, language: Language): Page {
  const say = wordsIn(fairnessWords, language);
  return {
    language,
    title: say("title"),
    subtitle: say("subtitle", { count: report.decisions }),
    sections: [
      { heading: say("engine"), blocks: engineBlocks(report.engine, say) },
      { heading: say("warnings"), blocks: warningBlocks(report, say) },
      ...report.traits.map((trait) => traitSection(trait, say)),
      { heading: say("attestations"), blocks: attestationBlocks(report, say) },
    ],
    footer: [say("footer")],
  };
}

const paragraph = (text: string): PageBlock => ({ kind: "paragraph", text });

const list = (texts: readonly string[]): PageBlock[] =>
  texts.length === 0
    ? []
    : [{ kind: "list", ordered: false, items: texts.map((text) => ({ text, items: [] })) }];

function engineBlocks(engine: EngineAudit, say: SayIt): PageBlock[] {
  const { decisions, likeAnswers: like, faults, shown } = engine;
  if (faults === 0) return [paragraph(say("engineFine", { decisions, like }))];
  const lines = shown.map(({ number, fault }) => say(fault, { number }));
  return [paragraph(say("engineFault", { faults })), ...list(lines)];
}

function apartValues(apart: Apart) {
  return {
    key: apart.key,
    share: percentText(apart.share),
    other: percentText(apart.otherShare),
    trials: apart.trials,
    otherTrials: apart.otherTrials,
    lowest: percentText(apart.lowest),
    highest: percentText(apart.highest),
  };
}

function warningBlocks({ compared }: FairnessReport, say: SayIt): PageBlock[] {
  const { comparisons, apart } = compared;
  if (comparisons === 0) return [paragraph(say("nothingCompared"))];
  const lines = apart.map((each) =>
    say("apart", {
      ...apartValues(each),
      trait: say(each.trait as Name),
      outcome: say(each.outcome as Name),
    }),
  );
  const none = apart.length === 0 ? [paragraph(say("noWarnings", { comparisons }))] : [];
  return [...none, ...list(lines), paragraph(say("method", { comparisons }))];
}

function traitSection({ trait, groups }: TraitReport, say: SayIt): PageSection {
  const table: PageBlock = {
    kind: "table",
    head: (
      ["group", "decisions", "approved", "paidShare", "paidLess", "medianHours", "slower"] as const
    ).map((name) => say(name)),
    rows: groups.map((group) => groupCells(group, say)),
    figures: [1, 2, 3, 4, 5, 6],
  };
  return { heading: say(trait as Name), blocks: [table] };
}

function groupCells(group: GroupRow, say: SayIt): string[] {
  const { key, decisions, approved, paidShare, paidLess, medianMinutes, slower } = group;
  return [
    key ?? say("notRecorded"),
    String(decisions),
    intervalText(approved),
    paidShare === null ? "–" : percentText(paidShare),
    intervalText(paidLess),
    medianMinutes === null ? "–" : (medianMinutes / 60).toFixed(1),
    intervalText(slower),
  ];
}

/** `41.2 % (35.0 % – 47.7 %)`. */
function intervalText({ share, lowest, highest, trials }: Proportion): string {
  if (trials === 0) return "–";
  return `${percentText(share)} (${percentText(lowest)} – ${percentText(highest)})`;
}

function attestationBlocks({ attestations }: FairnessReport, say: SayIt): PageBlock[] {
  const { unlike, alike, measured, compared } = attestations;
  const lines = compared.apart.map((apart) =>
    say("reviewerApart", { ...apartValues(apart), trait: apart.trait, outcome: apart.outcome }),
  );
  const table: PageBlock = {
    kind: "table",
    head: (["case", "claimed", "found", "pairs", "byReviewer"] as const).map((name) => say(name)),
    rows: unlike.map((cases) => caseCells(cases, say)),
    figures: [3],
  };
  const note = paragraph(say("attestationsNote", { alike, measured }));
  return [...(unlike.length === 0 ? [] : [table]), ...list(lines), note];
}

function caseCells(cases: LikeCases, say: SayIt): string[] {
  const counts = (found: LikeCases["found"]) =>
    found.map(({ value, count }) => `${value} ${count}`).join(", ");
  return [
    `${cases.kind}, ${cases.fact}`,
    cases.claimed ?? say("nothing"),
    counts(cases.found),
    String(cases.pairs),
    cases.reviewers.map(({ reviewer, found }) => `${reviewer}: ${counts(found)}`).join("; "),
  ];
}

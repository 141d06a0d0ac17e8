import type { WireFairnessData } from "../../contract/index.ts";
import type { LikeCases } from "../rules/fairness/attestations.ts";
import type { Compared } from "../rules/fairness/compare-groups.ts";
import type { GroupRow } from "../rules/fairness/outcomes.ts";
import type { FairnessReport } from "../rules/fairness/report.ts";

/** An audit of fairness as it travels. */
export function fairnessData(report: FairnessReport): WireFairnessData {
  const { traits, compared, engine, attestations } = report;
  return {
    ...report,
    traits: traits.map(({ trait, groups }) => ({ trait, groups: groups.map(groupData) })),
    compared: comparedData(compared),
    engine: { ...engine, shown: engine.shown.map((fault) => ({ ...fault })) },
    attestations: {
      ...attestations,
      unlike: attestations.unlike.map(likeData),
      compared: comparedData(attestations.compared),
    },
  };
}

const groupData = (row: GroupRow) => ({
  ...row,
  approved: { ...row.approved },
  paidLess: { ...row.paidLess },
  slower: { ...row.slower },
});

const comparedData = ({ comparisons, level, apart }: Compared) => ({
  comparisons,
  level,
  apart: apart.map((one) => ({ ...one })),
});

const likeData = (cases: LikeCases) => ({
  ...cases,
  found: foundData(cases.found),
  reviewers: cases.reviewers.map(({ reviewer, found }) => ({ reviewer, found: foundData(found) })),
});

const foundData = (found: LikeCases["found"]) => found.map((one) => ({ ...one }));

import type { WireFeeData } from "../../contract/index.ts";
import type { Instant } from "../../core/index.ts";
import type { FeeReport } from "../fee/run.ts";

/** A fee against its service as it travels. */
export function feeData(report: FeeReport): WireFeeData {
  const { policies, from, to, timeline, divergences } = report;
  return {
    ...report,
    policies: [...policies],
    from: textOf(from),
    to: textOf(to),
    timeline: timeline.map(({ at, value }) => ({
      at: textOf(at),
      ...value,
      clauses: [...value.clauses],
    })),
    divergences: divergences.map((one) => ({
      ...one,
      from: textOf(one.from),
      until: one.until === null ? null : textOf(one.until),
      largestAt: textOf(one.largestAt),
    })),
  };
}

const textOf = (instant: Instant): string => new Date(instant).toISOString();

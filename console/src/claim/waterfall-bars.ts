import type { WireClaimView } from "../../../src/contract/index.ts";

export type Step = WireClaimView["decisions"][number]["steps"][number];

export interface Bar {
  readonly kind: "paid" | "minus" | "plus" | "owed";
  /** Where the bar begins and how wide it is, in percent of the widest reach. */
  readonly startPercent: number;
  readonly widthPercent: number;
}

/**
 * A bar for each step on the way from paid to owed: each begins where the one before ended, and
 * both ends stand on the ground. Percentages are for the eye alone; the amounts are beside them.
 */
export function barsOf(steps: readonly Step[]): Bar[] {
  const spans: { kind: Bar["kind"]; from: number; to: number }[] = [];
  let reached = 0;
  for (const { step, amountMinor } of steps) {
    if (step === "paid" || step === "owed") {
      spans.push({ kind: step, from: 0, to: amountMinor });
      reached = amountMinor;
      continue;
    }
    const kind = amountMinor < 0 ? "minus" : "plus";
    spans.push({ kind, from: reached, to: reached + amountMinor });
    reached += amountMinor;
  }
  const widest = Math.max(1, ...spans.map(({ from, to }) => Math.max(from, to)));
  return spans.map(({ kind, from, to }) => ({
    kind,
    startPercent: (100 * Math.max(0, Math.min(from, to))) / widest,
    widthPercent: (100 * Math.abs(to - from)) / widest,
  }));
}

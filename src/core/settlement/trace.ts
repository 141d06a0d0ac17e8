import { fractionText, roundDown, sumMinor } from "../money/index.ts";
import type { Reclaim, Trace, TraceStep } from "./entitlement.ts";
import type { HeadShares } from "./line-shares.ts";
import { type Refunds, roundedHead } from "./refunds.ts";
import { sumOfFractions } from "./share.ts";
import type { Take } from "./takes.ts";
import { type Cells } from "./tenders.ts";

/** Everything on the way from paid to owed, in the order in which it happened. */
type Way = {
  readonly paidMinor: number;
  readonly heads: readonly HeadShares[];
  readonly refunds: Refunds;
  readonly repricedMinor: readonly number[];
  readonly takes: readonly Take[];
  readonly reclaims: readonly Reclaim[];
  readonly totalMinor: number;
  readonly held: Cells;
  readonly lost: Cells;
};

/** The waterfall; steps that change nothing are left out, and the rest sums to the total. */
export function traceOf(way: Way): Trace {
  const gross = sumMinor(way.refunds.refundMinor);
  const heads = way.heads.flatMap(headSteps);
  const unclaimed = unclaimedMinor(way);
  const afterHeads = sumSteps(heads, way.paidMinor - unclaimed);
  const repriced = sumMinor(way.repricedMinor);
  const steps: TraceStep[] = [
    { kind: "unclaimed", amountMinor: 0 - unclaimed },
    ...heads,
    { kind: "overlap", amountMinor: gross - afterHeads },
    { kind: "reprice", amountMinor: repriced - gross },
    ...way.takes.map(({ base, exact, takenMinor }) => ({
      kind: "take" as const,
      base,
      exact: fractionText(exact),
      amountMinor: 0 - takenMinor,
    })),
    ...way.reclaims.map(({ id, offsetMinor }) => ({
      kind: "offset" as const,
      packetId: id,
      amountMinor: 0 - offsetMinor,
    })),
  ];
  steps.push({ kind: "chargeback", amountMinor: way.totalMinor - sumSteps(steps, way.paidMinor) });
  return {
    paidMinor: way.paidMinor,
    steps: steps.filter((step) => step.amountMinor !== 0),
    totalMinor: way.totalMinor,
    heldMinor: sumMinor(way.held.map(sumMinor)),
    chargedBackMinor: sumMinor(way.lost.map(sumMinor)),
  };
}

/** Paid for units that no head decides on. */
function unclaimedMinor(way: Way): number {
  const claimed = way.refunds.shares.map((share) => share?.claimedMinor ?? 0);
  return way.paidMinor - sumMinor(claimed);
}

function headSteps(head: HeadShares): TraceStep[] {
  const exact = sumOfFractions(head.shares.map((share) => share.exact));
  const claimedMinor = sumMinor(head.shares.map((share) => share.claimedMinor));
  const { base } = head;
  const down = roundDown(exact);
  return [
    {
      kind: "deduction",
      base,
      claimedMinor,
      exact: fractionText(exact),
      amountMinor: down - claimedMinor,
    },
    { kind: "rounding", base, amountMinor: roundedHead(head) - down },
  ];
}

function sumSteps(steps: readonly TraceStep[], start: number): number {
  return steps.reduce((sum, step) => sum + step.amountMinor, start);
}

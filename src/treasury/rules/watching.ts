import type { PayoutStatus } from "./payout.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * How long until a payout that rests is asked about again, after it has rested for `restMs`; null
 * when it is left alone. Money that the gateway holds moves by somebody's hand there, and its
 * callback may be lost: hourly for a day, four times a day for a week, daily for ninety days. A
 * success is asked about when the gateway's own retries of a callback have ended (24 h 4 min,
 * 4013070388), and once more after a week.
 */
export function watchDelayMs(
  status: PayoutStatus,
  superseded: boolean,
  restMs: number,
): number | null {
  switch (status) {
    case "settled":
      return untilNext(successChecksMs, restMs);
    case "parked":
    case "reversed":
      return heldDelayMs(restMs);
    case "cancelled":
      return superseded ? heldDelayMs(restMs) : null;
    case "planned":
    case "sending":
    case "failed":
    case "uncertain":
      return null;
    default:
      return status satisfies never;
  }
}

const successChecksMs = [26 * hourMs, 7 * dayMs];

function untilNext(instants: readonly number[], restMs: number): number | null {
  const next = instants.find((at) => at > restMs);
  return next === undefined ? null : next - restMs;
}

function heldDelayMs(restMs: number): number | null {
  if (restMs < dayMs) return hourMs;
  if (restMs < 7 * dayMs) return 6 * hourMs;
  return restMs < 90 * dayMs ? dayMs : null;
}

/**
 * How long a payout must have been in doubt before its amount may be paid by another route: WeChat
 * Pay closes after seven days what it could not pay (4014959631).
 */
export const doubtMs = 7 * dayMs;

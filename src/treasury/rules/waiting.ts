const secondMs = 1000;
const minuteMs = 60 * secondMs;

/** WeChat Pay's advice: each minute for five minutes, then 5, 10, 20, 30 minutes (4014959631). */
const pollsMs = [1, 1, 1, 1, 1, 5, 10, 20, 30].map((minutes) => minutes * minuteMs);

/** Short first, since most lost answers are a dropped connection; then as the polls. */
const resendsMs = [1, 2, 5, 15, 60, 300, 600, 1200, 1800].map((seconds) => seconds * secondMs);

function at(delays: readonly number[], index: number): number {
  return delays[Math.min(Math.max(index, 0), delays.length - 1)] ?? 0;
}

/** Milliseconds until an accepted payout is asked about for the `asks + 1`-th time. */
export function pollDelayMs(asks: number): number {
  return at(pollsMs, asks);
}

/** Milliseconds until an uncertain or put-off payout is tried after `tries` calls. */
export function resendDelayMs(tries: number): number {
  return at(resendsMs, tries - 1);
}

/** A call that could not begin this long after its payout was taken in hand is not made. */
export const queueMaxMs = 8 * secondMs;

/**
 * How long a payout in hand belongs to the process that took it: the wait for its turn, a refund
 * and the query that confirms a refusal. Another process asks only when this one has died.
 */
export function leaseMs(callTimeoutMs: number): number {
  return queueMaxMs + 2 * callTimeoutMs + 2 * secondMs;
}

/**
 * When to look again for what is due at an instant. Instants are gathered into slots, so that a
 * thousand payouts that wait need one job.
 */
export function wakeSlot(
  dueAt: number,
  now: number,
): { readonly key: string; readonly at: number } {
  const slotMs = dueAt - now < minuteMs ? secondMs : 10 * secondMs;
  const at = Math.ceil(dueAt / slotMs) * slotMs;
  return { key: String(at / secondMs), at };
}

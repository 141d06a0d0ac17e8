/** Calls per second of one account: a bucket that holds one second's worth and refills steadily. */
export type Rate = { take(nowMs: number, ratePerSecond: number | null): boolean };

export function openRate(): Rate {
  let tokens = 0;
  let filledAt = -Infinity;
  return {
    take(nowMs, ratePerSecond) {
      if (ratePerSecond === null) return true;
      const refill = ((nowMs - filledAt) / 1000) * ratePerSecond;
      tokens = Math.min(ratePerSecond, tokens + refill);
      filledAt = nowMs;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}

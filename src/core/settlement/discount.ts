import { accepted, parseFraction, roundHalfUp, times } from "../money/index.ts";
import type { Off, Tier } from "./order-facts.ts";

/** What is off an amount: never more than the amount; a percentage rounds halves up, once. */
export function offOf(off: Off, amountMinor: number): number {
  if ("minor" in off) return Math.min(off.minor, amountMinor);
  return roundHalfUp(times(accepted(parseFraction(off.percent)), amountMinor));
}

/** What a spend threshold takes off an amount: the last tier that it reaches, or nothing. */
export function tierOff(tiers: readonly Tier[], amountMinor: number): number {
  const tier = tiers.findLast((candidate) => candidate.fromMinor <= amountMinor);
  return tier === undefined ? 0 : offOf(tier.off, amountMinor);
}

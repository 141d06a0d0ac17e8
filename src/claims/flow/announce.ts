import type { Instant } from "../../core/index.ts";
import type { Tx } from "../../platform/index.ts";
import { cancelClocks, stopClocks } from "../../clocks/index.ts";
import type { ClaimStatus } from "../rules/lifecycle.ts";
import { startPayment, startWaiting } from "./deadlines.ts";
import type { Promised } from "./deadlines.ts";

export interface Announced extends Promised {
  readonly status: ClaimStatus;
  readonly channel: string;
  readonly endsAt?: Instant | null;
}

/**
 * Starts the clocks that the first state calls for, and tells later rooms. A claim that is decided
 * at once never had a clock for its decision: there was no waiting to promise.
 */
export async function announce(tx: Tx, claim: Announced): Promise<void> {
  const { claimId, kind, status } = claim;
  tx.emit({ type: eventOf(status), subject: claimId, payload: { claimId, kind, atOnce: true } });
  // A record of the past that is filed again promises nobody anything from today on.
  if (claim.channel === "import") return;
  if (status === "gathering" || status === "reviewing") await startWaiting(tx, claim);
  if (status === "settling") await startPayment(tx, claim, true);
}

/** The same for a claim that waited: what it waited for is over, and the law's clock runs on. */
export async function announceDecided(tx: Tx, claim: Announced): Promise<void> {
  const { claimId, kind, status } = claim;
  await stopClocks(tx, claimId, ["decision", "supplement"], tx.now);
  tx.emit({ type: eventOf(status), subject: claimId, payload: { claimId, kind, atOnce: true } });
  if (status === "refused") await cancelClocks(tx, claimId);
  if (status === "settled") await stopClocks(tx, claimId, ["payment"], tx.now);
  if (status !== "settling") return;
  const { endsAt = null } = claim;
  // Whoever asked for a later end is owed from that end on.
  const ended = endsAt !== null && endsAt > claim.receivedAt;
  await startPayment(tx, ended ? { ...claim, receivedAt: endsAt } : claim, ended);
}

/**
 * Accepted for a later end: nothing more is promised until then. What is to be paid is promised
 * from the end on.
 */
export async function announceEnding(tx: Tx, claim: Announced): Promise<void> {
  const { claimId, kind, status } = claim;
  await stopClocks(tx, claimId, ["decision", "supplement"], tx.now);
  await cancelClocks(tx, claimId);
  tx.emit({ type: eventOf(status), subject: claimId, payload: { claimId, kind } });
}

const events: Readonly<Record<ClaimStatus, string>> = {
  filed: "ClaimFiled",
  gathering: "ClaimFiled",
  reviewing: "ClaimFiled",
  ending: "ClaimEnding",
  approved: "ClaimApproved",
  settling: "ClaimApproved",
  settled: "ClaimSettled",
  refused: "ClaimRefused",
  withdrawn: "ClaimWithdrawn",
};

export const eventOf = (status: ClaimStatus): string => events[status];

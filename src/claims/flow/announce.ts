import type { Tx } from "../../platform/index.ts";
import { cancelClocks, startClocks, stopClocks } from "../../clocks/index.ts";
import type { Instant } from "../../core/index.ts";
import type { ClaimStatus } from "../rules/lifecycle.ts";
import type { LoadedOrder } from "./load.ts";

export interface Announced {
  readonly claimId: string;
  readonly kind: string;
  readonly status: ClaimStatus;
  readonly channel: string;
  readonly receivedAt: Instant;
  readonly orders: readonly LoadedOrder[];
}

const defaultZone = "Asia/Shanghai";

/**
 * Starts and stops the clocks that the new state calls for, and tells later rooms. A claim that is
 * decided at once never had a clock for its decision: there was no waiting to promise.
 */
export async function announce(tx: Tx, claim: Announced): Promise<void> {
  const { claimId, kind, status, receivedAt } = claim;
  tx.emit({ type: eventOf(status), subject: claimId, payload: { claimId, kind, atOnce: true } });
  // A record of the past that is filed again promises nobody anything from today on.
  if (claim.channel === "import") return;
  const zone = claim.orders[0]?.order.zone ?? defaultZone;
  const start = { subjectId: claimId, claimKind: kind, zone, requestedAt: receivedAt, at: tx.now };
  if (status === "gathering") await startClocks(tx, { ...start, clocks: ["supplement"] });
  if (status === "gathering" || status === "reviewing") {
    await startClocks(tx, { ...start, clocks: ["decision"] });
    // The law counts from the request, however long the review takes.
    await startClocks(tx, { ...start, clocks: ["payment"], only: "statutory" });
  }
  if (status === "settling") await startClocks(tx, { ...start, clocks: ["payment"] });
}

/** The same for a claim that waited: what it waited for is over, and the law's clock runs on. */
export async function announceDecided(tx: Tx, claim: Announced): Promise<void> {
  const { claimId, kind, status, receivedAt } = claim;
  await stopClocks(tx, claimId, ["decision", "supplement"], tx.now);
  tx.emit({ type: eventOf(status), subject: claimId, payload: { claimId, kind, atOnce: true } });
  if (status === "refused") await cancelClocks(tx, claimId);
  if (status === "settled") await stopClocks(tx, claimId, ["payment"], tx.now);
  if (status !== "settling") return;
  const zone = claim.orders[0]?.order.zone ?? defaultZone;
  const start = { subjectId: claimId, claimKind: kind, zone, requestedAt: receivedAt, at: tx.now };
  await startClocks(tx, { ...start, clocks: ["payment"], only: "voluntary" });
}

const events: Readonly<Record<ClaimStatus, string>> = {
  filed: "ClaimFiled",
  gathering: "ClaimFiled",
  reviewing: "ClaimFiled",
  approved: "ClaimApproved",
  settling: "ClaimApproved",
  settled: "ClaimSettled",
  refused: "ClaimRefused",
  withdrawn: "ClaimWithdrawn",
};

export const eventOf = (status: ClaimStatus): string => events[status];

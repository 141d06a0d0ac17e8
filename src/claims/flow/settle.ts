import { stopClocks } from "../../clocks/index.ts";
import { openObligations } from "../../treasury/index.ts";
import type { Tx } from "../../platform/index.ts";
import { nextClaimStatus } from "../rules/lifecycle.ts";
import type { ClaimCommand } from "../rules/lifecycle.ts";
import { lockClaim } from "../store/read.ts";
import type { ClaimRow } from "../store/read.ts";
import { moveClaim } from "../store/write.ts";
import { eventOf } from "./announce.ts";
import { restartPayment } from "./deadlines.ts";
import { isHeld } from "./standing.ts";

/** Closes the claim once its last obligation is met, and stops the clock of its payment. */
export async function completeSettlement(tx: Tx, claimId: string): Promise<ClaimRow | null> {
  const row = await lockClaim(tx, claimId);
  if (row === undefined || (await openObligations(tx, claimId)) > 0) return null;
  if (row.disputed && (await isHeld(tx, claimId))) return null;
  return complete(tx, row);
}

/** The same for a claim that is locked and waits for nothing. */
export async function complete(tx: Tx, row: ClaimRow): Promise<ClaimRow | null> {
  if (!(await move(tx, row, "CompleteSettlement"))) return null;
  await stopClocks(tx, row.claim_id, ["payment"], tx.now);
  return { ...row, status: "settled", settled_at: tx.now };
}

/** Money that had arrived came back: the claim is open again until it arrives anew. */
export async function reopenSettlement(tx: Tx, claimId: string): Promise<ClaimRow | null> {
  const row = await lockClaim(tx, claimId);
  return row === undefined ? null : reopen(tx, row);
}

/** The same for a claim that is locked already. */
export async function reopen(tx: Tx, row: ClaimRow): Promise<ClaimRow | null> {
  if (!(await move(tx, row, "ReopenSettlement"))) return null;
  await restartPayment(tx, row);
  return row;
}

/** False where the claim's state does not allow the command: the event came late or twice. */
async function move(tx: Tx, row: ClaimRow, command: ClaimCommand): Promise<boolean> {
  const status = nextClaimStatus(row.status, command);
  if (status === null) return false;
  await moveClaim(tx, row.claim_id, {
    status,
    refusalCode: null,
    disputed: row.disputed,
    needed: [],
    final: row.final,
    decidedAt: row.decided_at,
    settledAt: status === "settled" ? tx.now : null,
  });
  const { claim_id: claimId, kind } = row;
  tx.emit({ type: eventOf(status), subject: claimId, payload: { claimId, kind } });
  return true;
}

import type { Tx } from "../../platform/index.ts";

export type TreasuryEvent =
  | "PayoutSettled"
  | "PayoutFailed"
  | "PayoutUncertain"
  | "PayoutParked"
  | "PayoutReversed"
  /** The gateway pays what we hold for withdrawn: for a person and for reconciliation. */
  | "PayoutContradicted"
  | "ObligationMet"
  | "ObligationReleased"
  /** Its money went back another way before it was sent. */
  | "ObligationWithdrawn";

type Subject = {
  readonly payoutId: string | null;
  readonly obligationId: string;
  readonly orderId: string;
  readonly claimId: string | null;
  readonly unit: string;
  readonly units: number;
};

/** Later rooms hear of it exactly once; ids and amounts only. */
export function announce(
  tx: Tx,
  type: TreasuryEvent,
  about: Subject,
  code: string | null = null,
): void {
  const { payoutId, obligationId, orderId, claimId, unit, units } = about;
  const payload = { claimId, orderId, obligationId, payoutId, unit, units, code };
  tx.emit({ type, subject: obligationId, payload });
}

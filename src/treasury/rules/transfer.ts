/** What one person states to have been paid by a bank transfer; another approves or rejects it. */
export const transferStatuses = ["stated", "approved", "rejected"] as const;
export type TransferStatus = (typeof transferStatuses)[number];

export type TransferStep = "approve" | "reject";

export const transferTransitions: Readonly<
  Record<TransferStatus, Readonly<Partial<Record<TransferStep, TransferStatus>>>>
> = {
  stated: { approve: "approved", reject: "rejected" },
  approved: {},
  rejected: {},
};

export const initialTransferStatus: TransferStatus = "stated";

export function afterTransferStep(
  status: TransferStatus,
  step: TransferStep,
): TransferStatus | null {
  return transferTransitions[status][step] ?? null;
}

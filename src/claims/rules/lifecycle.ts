/**
 * A claim's life. `ending` is a cancellation that was accepted for a later day: it is decided at
 * that instant, and can be taken back until then. `settled` is left only when a payout that had
 * arrived is reversed.
 */
export type ClaimStatus =
  | "filed"
  | "gathering"
  | "reviewing"
  | "ending"
  | "approved"
  | "refused"
  | "settling"
  | "settled"
  | "withdrawn";

export type ClaimCommand =
  | "AskCustomer"
  | "SendToReview"
  | "AwaitEnd"
  | "ApproveClaim"
  | "RefuseClaim"
  | "WithdrawClaim"
  | "StartSettlement"
  | "CompleteSettlement"
  | "ReopenSettlement";

type Transitions = Readonly<
  Record<ClaimStatus, Readonly<Partial<Record<ClaimCommand, ClaimStatus>>>>
>;

const decidable = {
  AskCustomer: "gathering",
  SendToReview: "reviewing",
  ApproveClaim: "approved",
  RefuseClaim: "refused",
  WithdrawClaim: "withdrawn",
} as const;

const open = { ...decidable, AwaitEnd: "ending" } as const;

export const claimTransitions: Transitions = {
  filed: open,
  gathering: open,
  reviewing: open,
  // What happened until the end may call for facts that nobody asked for before.
  ending: decidable,
  approved: { StartSettlement: "settling", CompleteSettlement: "settled" },
  settling: { CompleteSettlement: "settled" },
  settled: { ReopenSettlement: "settling" },
  refused: {},
  withdrawn: {},
};

export const initialClaimStatus: ClaimStatus = "filed";

/** The state after the command; null where the lifecycle does not allow it. */
export function nextClaimStatus(status: ClaimStatus, command: ClaimCommand): ClaimStatus | null {
  return claimTransitions[status][command] ?? null;
}

/** While a claim is open its facts can change; afterwards more of them is a new claim. */
export const isOpen = (status: ClaimStatus): boolean =>
  claimTransitions[status].AwaitEnd !== undefined;

/**
 * The state after commands that were carried out in turn.
 * @throws Error when the lifecycle does not allow one of them: that is a fault of the flow.
 */
export function afterCommands(status: ClaimStatus, commands: readonly ClaimCommand[]): ClaimStatus {
  return commands.reduce((at, command) => {
    const next = nextClaimStatus(at, command);
    if (next === null) throw new Error(`a claim that is \`${at}\` cannot ${command}`);
    return next;
  }, status);
}

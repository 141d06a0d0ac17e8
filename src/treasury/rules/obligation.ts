/** An amount due: reserved from its plan until it is met or a person releases it. */
export const obligationStatuses = ["planned", "in_progress", "met", "released"] as const;
export type ObligationStatus = (typeof obligationStatuses)[number];

export type ObligationStep = "start" | "meet" | "reopen" | "release";

/** No step of a payout releases an obligation: a failed or parked payout keeps it reserved. */
export const obligationTransitions: Readonly<
  Record<ObligationStatus, Readonly<Partial<Record<ObligationStep, ObligationStatus>>>>
> = {
  planned: { start: "in_progress", meet: "met", release: "released" },
  in_progress: { meet: "met", release: "released" },
  met: { reopen: "in_progress" },
  released: {},
};

export function afterObligationStep(
  status: ObligationStatus,
  step: ObligationStep,
): ObligationStatus | null {
  return obligationTransitions[status][step] ?? null;
}

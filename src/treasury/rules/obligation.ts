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

/** The statuses from which a step can be taken, and the one that it leads to from each of them. */
export function obligationMove(step: ObligationStep): {
  readonly from: readonly ObligationStatus[];
  readonly to: ObligationStatus;
} {
  const from = obligationStatuses.filter((status) => afterObligationStep(status, step) !== null);
  const [to, ...others] = new Set(
    from.flatMap((status) => afterObligationStep(status, step) ?? []),
  );
  if (to === undefined || others.length > 0) throw new Error(`${step} does not lead to one status`);
  return { from, to };
}

export function afterObligationStep(
  status: ObligationStatus,
  step: ObligationStep,
): ObligationStatus | null {
  return obligationTransitions[status][step] ?? null;
}

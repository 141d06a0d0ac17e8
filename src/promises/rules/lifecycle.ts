/** Where a version of a policy stands. A published text never changes; it is superseded. */
export type PolicyStatus = "draft" | "verified" | "approved" | "published" | "superseded";

/**
 * `InstallShipped` is the way of what comes with the product: it is published without proof or
 * second person, and marked so. Everything that a merchant writes goes the long way.
 */
export type PolicyCommand =
  | "VerifyPolicy"
  | "ApprovePolicy"
  | "PublishPolicy"
  | "ReturnToDraft"
  | "InstallShipped"
  | "SupersedePolicy";

export const policyTransitions = {
  draft: { VerifyPolicy: "verified", InstallShipped: "published" },
  verified: { ApprovePolicy: "approved", ReturnToDraft: "draft" },
  approved: { PublishPolicy: "published", ReturnToDraft: "draft" },
  published: { SupersedePolicy: "superseded" },
  superseded: {},
} as const satisfies Readonly<
  Record<PolicyStatus, Readonly<Partial<Record<PolicyCommand, PolicyStatus>>>>
>;

/** The state that a command leads to; null where it is not possible. */
export function nextStatus(status: PolicyStatus, command: PolicyCommand): PolicyStatus | null {
  const ways: Readonly<Partial<Record<PolicyCommand, PolicyStatus>>> = policyTransitions[status];
  return ways[command] ?? null;
}

/** Whether an order may pin the version: one that was superseded still binds who accepted it. */
export function canBind(status: PolicyStatus): boolean {
  switch (status) {
    case "published":
    case "superseded":
      return true;
    case "draft":
    case "verified":
    case "approved":
      return false;
    default:
      return status satisfies never;
  }
}

/** Whether the text is open to its author. */
export const canEdit = (status: PolicyStatus): boolean => status === "draft";

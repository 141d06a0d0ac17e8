/** Where a version of a policy stands. A published text never changes; it is superseded. */
export type PolicyStatus = "draft" | "verified" | "approved" | "published" | "superseded";

/**
 * `InstallShipped` is the way of what comes with the product: it is proven when it is installed,
 * and its second person is whoever made the product. Everything that a merchant writes goes the
 * long way; whatever changes a text sends it back to its beginning.
 */
export type PolicyCommand =
  | "ChangeText"
  | "VerifyPolicy"
  | "RequestApproval"
  | "ApprovePolicy"
  | "PublishPolicy"
  | "ReturnToDraft"
  | "InstallShipped"
  | "SupersedePolicy"
  | "WithdrawPolicy";

export const policyTransitions = {
  draft: { ChangeText: "draft", VerifyPolicy: "verified", InstallShipped: "published" },
  verified: {
    ChangeText: "draft",
    ReturnToDraft: "draft",
    RequestApproval: "verified",
    ApprovePolicy: "approved",
  },
  approved: { ChangeText: "draft", ReturnToDraft: "draft", PublishPolicy: "published" },
  published: { SupersedePolicy: "superseded", WithdrawPolicy: "superseded" },
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

import type { WireClaimView } from "../../../src/contract/index.ts";

/**
 * What is shown of how a claim was decided: nothing yet, one decision for each order, or, where no
 * order fits it, the refusal as a whole.
 */
export function decidedAs({
  decidedAt,
  decisions,
}: Pick<WireClaimView, "decidedAt" | "decisions">): "open" | "orders" | "whole" {
  if (decisions.length > 0) return "orders";
  return decidedAt === null ? "open" : "whole";
}

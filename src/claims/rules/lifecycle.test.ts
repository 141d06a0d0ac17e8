import { describe, expect, it } from "vitest";
import {
  afterCommands,
  claimTransitions,
  initialClaimStatus,
  isOpen,
  nextClaimStatus,
} from "./lifecycle.ts";
import type { ClaimStatus } from "./lifecycle.ts";

const statuses = Object.keys(claimTransitions) as ClaimStatus[];

function reachable(from: ClaimStatus): Set<ClaimStatus> {
  const seen = new Set<ClaimStatus>([from]);
  for (const status of seen) {
    for (const next of Object.values(claimTransitions[status])) seen.add(next);
  }
  return seen;
}

describe("a claim's life", () => {
  it("reaches every status from filed", () => {
    expect([...reachable(initialClaimStatus)].sort()).toEqual([...statuses].sort());
  });

  it("can end from every status", () => {
    const ends: ClaimStatus[] = ["settled", "refused", "withdrawn"];
    for (const status of statuses) {
      expect(ends.some((end) => reachable(status).has(end))).toBe(true);
    }
  });

  it("changes facts only before the decision", () => {
    expect(statuses.filter(isOpen)).toEqual(["filed", "gathering", "reviewing"]);
  });

  it("is not paid twice, and opens again only when money comes back", () => {
    expect(nextClaimStatus("settled", "CompleteSettlement")).toBeNull();
    expect(nextClaimStatus("settled", "ReopenSettlement")).toBe("settling");
    expect(nextClaimStatus("refused", "ApproveClaim")).toBeNull();
    expect(nextClaimStatus("withdrawn", "ApproveClaim")).toBeNull();
  });

  it("takes commands in turn, and a step that is not in the table is a fault", () => {
    expect(afterCommands("filed", ["AskCustomer", "ApproveClaim", "StartSettlement"])).toBe(
      "settling",
    );
    expect(() => afterCommands("filed", ["CompleteSettlement"])).toThrow(
      "a claim that is `filed` cannot CompleteSettlement",
    );
    expect(() => afterCommands("refused", ["ApproveClaim"])).toThrow("refused");
  });
});

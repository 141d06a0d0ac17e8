import { describe, expect, it } from "vitest";
import type { PolicyCommand, PolicyStatus } from "./lifecycle.ts";
import { canBind, nextStatus, policyTransitions } from "./lifecycle.ts";

const statuses = Object.keys(policyTransitions) as PolicyStatus[];

function reachable(from: PolicyStatus, without: readonly PolicyCommand[] = []): PolicyStatus[] {
  const found = new Set<PolicyStatus>([from]);
  for (const status of found) {
    for (const [command, next] of Object.entries(policyTransitions[status])) {
      if (!without.includes(command as PolicyCommand)) found.add(next);
    }
  }
  return [...found].sort();
}

describe("the life of a policy version", () => {
  it("reaches every state from a draft", () => {
    expect(reachable("draft")).toEqual([...statuses].sort());
  });

  it("is published by a merchant only when it was verified and approved", () => {
    const shipped = "InstallShipped";
    expect(reachable("draft", [shipped, "VerifyPolicy"])).toEqual(["draft"]);
    expect(reachable("draft", [shipped, "ApprovePolicy"])).toEqual(["draft", "verified"]);
    expect(reachable("draft", [shipped])).toEqual([...statuses].sort());
  });

  it("never comes back from where orders may have pinned it", () => {
    expect(reachable("published")).toEqual(["published", "superseded"]);
    expect(reachable("superseded")).toEqual(["superseded"]);
    for (const status of reachable("published")) expect(canBind(status)).toBe(true);
  });

  it("is a draft again whenever its text changes, and binds nobody before it is published", () => {
    const open = statuses.filter((status) => nextStatus(status, "ChangeText") !== null);
    expect(open).toEqual(["draft", "verified", "approved"]);
    expect(new Set(open.map((status) => nextStatus(status, "ChangeText")))).toEqual(
      new Set(["draft"]),
    );
    expect(statuses.filter(canBind)).toEqual(["published", "superseded"]);
  });

  it("refuses a command that its state does not know", () => {
    expect(nextStatus("draft", "PublishPolicy")).toBeNull();
    expect(nextStatus("published", "ReturnToDraft")).toBeNull();
    expect(nextStatus("approved", "PublishPolicy")).toBe("published");
  });
});

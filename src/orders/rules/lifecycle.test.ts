import { describe, expect, it } from "vitest";
import { orderStatuses } from "../../contract/index.ts";
import type { OrderStatus } from "./lifecycle.ts";
import { statusAfter, transitions } from "./lifecycle.ts";

const statuses = Object.keys(transitions) as OrderStatus[];
const reachable = (from: OrderStatus, without: OrderStatus | null = null) => {
  const found = new Set<OrderStatus>([from]);
  for (const status of found) {
    for (const move of Object.values(transitions[status])) {
      if (move !== "same" && move !== without) found.add(move);
    }
  }
  return found;
};

describe("the lifecycle of an order", () => {
  it("has the statuses of the contract", () => {
    expect([...statuses].sort()).toEqual([...orderStatuses].sort());
  });

  it("reaches every status from draft", () => {
    expect([...reachable("draft")].sort()).toEqual([...statuses].sort());
  });

  it("can end from everywhere", () => {
    for (const status of statuses) {
      const ends = reachable(status);
      expect(ends.has("completed") || ends.has("cancelled")).toBe(true);
    }
  });

  it("never comes to goods or service unpaid", () => {
    const unpaid = reachable("draft", "paid");
    expect([...unpaid].sort()).toEqual(["cancelled", "draft", "effective"]);
  });

  it("never leaves cancelled or completed", () => {
    expect([...reachable("cancelled")]).toEqual(["cancelled"]);
    expect([...reachable("completed")]).toEqual(["completed"]);
  });

  it("says where an event leads", () => {
    expect(statusAfter("draft", "confirmed")).toBe("effective");
    expect(statusAfter("cancelled", "paid")).toBe("cancelled");
    expect(statusAfter("draft", "shipped")).toBeNull();
    expect(statusAfter("paid", "paid")).toBe("paid");
  });
});

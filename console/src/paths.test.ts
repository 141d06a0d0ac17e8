import { describe, expect, test } from "vitest";
import { pathOf, placeOf } from "./paths.ts";
import type { Place } from "./paths.ts";

const places: readonly Place[] = [
  { page: "orders" },
  { page: "orders", number: "A & B=1", status: "paid" },
  { page: "order", orderId: "o/1" },
  { page: "claims" },
  { page: "claims", status: "reviewing" },
  { page: "claims", number: "C-1", status: "settled" },
  { page: "claim", claimId: "c1" },
  { page: "promises" },
  { page: "promise", policyId: "package-cancel", version: 3 },
  { page: "settings" },
  { page: "nowhere", path: "/console/nowhere" },
];

describe("the console's addresses", () => {
  test.each(places)("lead back to where they were made: %o", (place) => {
    const { pathname, search } = new URL(pathOf(place), "http://localhost");
    expect(placeOf(pathname, search)).toEqual(place);
  });

  test("name no empty filter", () => {
    expect(pathOf({ page: "claims", number: "", status: "settled" })).toBe(
      "/console/claims?status=settled",
    );
  });

  test("lead to the claims without a room, and to a room without what is in it", () => {
    expect(placeOf("/console/")).toEqual({ page: "claims" });
    expect(placeOf("/console/promises/package-cancel/x")).toEqual({ page: "promises" });
  });
});

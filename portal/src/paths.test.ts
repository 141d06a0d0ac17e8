import { describe, expect, test } from "vitest";
import { pathOf, placeOf } from "./paths.ts";
import type { Place } from "./paths.ts";

const places: readonly Place[] = [
  { page: "start" },
  { page: "find", merchant: "demo" },
  { page: "orders", merchant: "茶 行/a?b" },
  { page: "apply", merchant: "demo", orderId: "o 1", kind: "refund" },
  { page: "claim", merchant: "demo", claimId: "c%1" },
];

describe("the portal's addresses", () => {
  test.each(places)("lead back to where they were made: $page", (place) => {
    expect(placeOf(pathOf(place))).toEqual(place);
  });

  test("are read with or without a slash at the end", () => {
    expect(placeOf("/portal")).toEqual({ page: "start" });
    expect(placeOf("/portal/demo/")).toEqual({ page: "find", merchant: "demo" });
  });

  test("lead to the merchant's first page where nobody made them", () => {
    expect(placeOf("/portal/demo/nowhere/1")).toEqual({ page: "find", merchant: "demo" });
    expect(placeOf("/portal/demo/claims")).toEqual({ page: "find", merchant: "demo" });
    expect(placeOf("/portal/%E0%A4%A")).toEqual({ page: "find", merchant: "%E0%A4%A" });
  });

  test("do not say how the session before ended", () => {
    expect(pathOf({ page: "find", merchant: "demo", ended: "expired" })).toBe("/portal/demo");
  });
});

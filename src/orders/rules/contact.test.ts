import { describe, expect, it } from "vitest";
import { orderContact, plainContact } from "./contact.ts";

describe("plainContact", () => {
  it.each([
    ["138 0013 8000", "13800138000"],
    ["+86 138-0013-8000", "13800138000"],
    ["0086 13800138000", "13800138000"],
    ["+44 20 7946 0958", "+442079460958"],
    ["(020) 7946 0958", "02079460958"],
    [" Mei.Lin@Example.COM ", "mei.lin@example.com"],
  ])("writes %s as %s", (given, plain) => {
    expect(plainContact(given)).toBe(plain);
  });
});

describe("orderContact", () => {
  it("tells number and contact apart", () => {
    expect(orderContact("A1", "23456")).not.toBe(orderContact("A12", "3456"));
    expect(orderContact(" A1 ", "A@b.cn")).toBe("A1\na@b.cn");
  });
});

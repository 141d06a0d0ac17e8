import { join } from "node:path";
import { expect, test } from "vitest";
import type { Terminal } from "../cli/terminal.ts";
import { root } from "../testing.ts";
import { type DiffedFiles, diffFiles } from "./diff.ts";

const shipped = join(root, "policies/package-cancel.policy.yaml");
const milder = join(root, "examples/policies/package-cancel-milder.policy.yaml");

function compared(before: string, after: string, more: Partial<DiffedFiles> = {}) {
  let told: { value: unknown; lines: readonly string[] } = { value: null, lines: [] };
  const terminal: Terminal = {
    json: false,
    answer: (value, lines) => (told = { value, lines }),
    note: () => undefined,
    progress: () => ({ at: () => undefined, end: () => undefined }),
  };
  const code = diffFiles(terminal, {
    before,
    after,
    together: [],
    amount: null,
    currency: null,
    params: [],
    catalogue: null,
    language: "en",
    ...more,
  });
  return { code, ...told };
}

test("exit code 1 where somebody loses, 0 where nobody does", () => {
  expect(compared(shipped, milder).code).toBe(0);
  const { code, lines, value } = compared(milder, shipped, { amount: "999.99" });
  expect(code).toBe(1);
  expect(lines[0]).toMatch(/: customers lose in 1 and gain in 0 regions; in 0, /);
  expect(lines).toContain("  difference: of CNY 999.99: up to CNY 50.00 less");
  expect(value).toMatchObject({ loses: true, combinations: null, net: null });
  expect(JSON.parse(JSON.stringify(value))).toEqual(value);
});

test("parameters at one value, for both or for one side", () => {
  const { code, lines } = compared(shipped, shipped, {
    params: ["before:notice=10d", "after:notice=20d"],
  });
  expect(code).toBe(1);
  expect(lines.join("\n")).toContain("10 days");
  expect(compared(shipped, shipped, { params: ["notice=10d"] }).code).toBe(0);
  const wrong = (params: string[]) => () => compared(shipped, shipped, { params });
  expect(wrong(["notice"])).toThrow("`notice` sets no parameter: write name=value");
  expect(wrong(["other=1d"])).toThrow("neither document has a parameter `other`");
  expect(wrong(["notice=61d"])).toThrow("use a value from 0d to 60d");
});

test("what never binds the same claim is refused, and so is a sum that is none", () => {
  const refund = join(root, "policies/order-refund.policy.yaml");
  expect(() => compared(shipped, refund)).toThrow("the two answer different claims");
  expect(() => compared(shipped, milder, { together: [refund] })).toThrow("never bind together");
  expect(() => compared(shipped, milder, { amount: "0" })).toThrow("use more than nothing");
  expect(() => compared(shipped, milder, { amount: "1.234" })).toThrow("too many decimals");
  expect(() => compared(shipped, milder, { currency: "XYZ" })).toThrow("not a currency code");
});

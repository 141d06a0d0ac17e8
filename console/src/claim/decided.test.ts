import { expect, test } from "vitest";
import type { WireClaimView } from "../../../src/contract/index.ts";
import { decidedAs } from "./decided.ts";

const decision = {} as WireClaimView["decisions"][number];
const at = "2026-01-05T08:00:00.000Z";

test("a claim that fits no order is decided as a whole, and has its letter", () => {
  expect(decidedAs({ decidedAt: null, decisions: [] })).toBe("open");
  expect(decidedAs({ decidedAt: at, decisions: [] })).toBe("whole");
  expect(decidedAs({ decidedAt: at, decisions: [decision] })).toBe("orders");
  // One order of several is decided, the others still ask.
  expect(decidedAs({ decidedAt: null, decisions: [decision] })).toBe("orders");
});

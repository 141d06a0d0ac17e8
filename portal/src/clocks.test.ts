import { expect, test } from "vitest";
import { clocksToShow } from "./clocks.ts";
import type { Clock } from "./clocks.ts";

const clock = (kind: string, day: string, status: Clock["status"] = "running"): Clock => ({
  kind,
  source: `${kind} ${day}`,
  statutory: false,
  dueAt: `2026-12-${day}T15:59:59.999Z`,
  unpausedDueAt: null,
  paused: false,
  provisional: false,
  status,
  stoppedAt: null,
});

test("of clocks on one step the one due first is shown", () => {
  const clocks = [
    clock("payment", "07"),
    clock("decision", "05", "kept"),
    clock("payment", "03"),
    clock("payment", "01", "broken"),
    clock("supplement", "01", "cancelled"),
    clock("decision", "04", "kept"),
    clock("payment", "02", "kept"),
  ];
  expect(clocksToShow(clocks).map(({ source, status }) => [source, status])).toEqual([
    ["payment 03", "running"],
    ["decision 04", "kept"],
    ["payment 01", "broken"],
  ]);
});

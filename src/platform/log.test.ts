import { expect, test } from "vitest";
import { createLog } from "./log.ts";

test("names, contacts and secrets never reach the log", () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });
  const person = { name: "王小明", phone: "13800138000", email: "wang@example.com" };
  log.info({ requestId: "r-1", person, token: "mgk_x", authorization: "Bearer y" }, "http");
  expect(lines[0]).toContain('"requestId":"r-1"');
  for (const hidden of ["王小明", "13800138000", "wang@example.com", "mgk_x", "Bearer y"]) {
    expect(lines[0]).not.toContain(hidden);
  }
});

import { afterEach, expect, test, vi } from "vitest";
import { onInterrupt } from "./interrupt.ts";
import { withClosing } from "./closing.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test("Ctrl-C that arrives twice is one wish, and a later one ends at once", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const exit = vi.spyOn(process, "exit").mockImplementation(() => undefined as never);
  const interrupt = onInterrupt();
  expect(interrupt.asked).toBe(false);
  process.emit("SIGINT", "SIGINT");
  process.emit("SIGINT", "SIGINT");
  await interrupt.signal;
  expect(interrupt.asked).toBe(true);
  expect(exit).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2_000);
  process.emit("SIGINT", "SIGINT");
  expect(exit).toHaveBeenCalledWith(130);
  interrupt.ignore();
});

test("what was opened is closed in the opposite order, also after a failure", async () => {
  const closed: string[] = [];
  const work = withClosing(async (closing) => {
    closing.add(() => void closed.push("first"));
    closing.add(() => {
      closed.push("second");
      throw new Error("closing failed");
    });
    closing.add(() => void closed.push("third"));
    throw new Error("work failed");
  });
  await expect(work).rejects.toThrow("work failed");
  expect(closed).toEqual(["third", "second", "first"]);
});

test("a failure to close is told when the work went well", async () => {
  const work = withClosing(async (closing) => {
    closing.add(() => {
      throw new Error("closing failed");
    });
  });
  await expect(work).rejects.toThrow("closing failed");
});

import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { lookOut } from "./lookout.ts";
import { createSignals } from "./signals.ts";

test("looks once for many calls that come together, and calls those it found", async () => {
  const signals = createSignals();
  const stop = new AbortController();
  let looks = 0;
  let due: string[] = [];
  const look = async (): Promise<string[]> => {
    looks += 1;
    return due;
  };
  const ended = lookOut(signals, { signal: "written", look }, stop.signal);
  const heard = signals.wait("one", 5_000, stop.signal);
  await sleep(60);
  expect(looks).toBe(1);
  due = ["one"];
  for (let call = 0; call < 50; call += 1) signals.wake(["written"]);
  await heard;
  due = [];
  expect(looks).toBe(2);
  // The fifty calls have left no more than one look behind.
  await sleep(120);
  expect(looks).toBeLessThanOrEqual(3);
  stop.abort();
  await ended;
});

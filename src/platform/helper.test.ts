import { expect, it } from "vitest";
import { HelperEnded, helperOf } from "./helper.ts";

/** Answers with its task; hangs, fails or ends where it is told to. */
const text = `export function work(task) {
  if (task === "hang") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  if (task === "fail") throw new Error("as it was told");
  if (task === "end") process.exit(0);
  return { task, process: process.pid, secret: process.env.SECRET };
}`;
const source = new URL(`data:text/javascript,${encodeURIComponent(text)}`);
const ask = helperOf<string, { task: string; process: number; secret?: string }>({
  built: "makegood-of-a-test",
  source,
  patienceMs: 5000,
});

it("does one task after the other in one process, which knows none of our secrets", async () => {
  process.env["SECRET"] = "x";
  const answers = await Promise.all([ask("one"), ask("two")]);
  expect(answers.map(({ task, secret }) => [task, secret])).toEqual([
    ["one", undefined],
    ["two", undefined],
  ]);
  expect(answers[0]?.process).toBe(answers[1]?.process);
  expect(answers[0]?.process).not.toBe(process.pid);
  await expect(ask("fail")).rejects.toThrow("as it was told");
  expect((await ask("three")).process).toBe(answers[0]?.process);
});

it.each(["hang", "end"])("whatever is behind a task to %s goes on", async (how) => {
  const [ended, next] = await Promise.allSettled([ask(how), ask("next")]);
  expect(ended).toMatchObject({ status: "rejected", reason: expect.any(HelperEnded) as unknown });
  expect(next).toMatchObject({ status: "fulfilled", value: { task: "next" } });
});

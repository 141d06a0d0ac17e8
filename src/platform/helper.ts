import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Where a helper starts from: a file of the build, or the source it is built from. */
export interface HelperPlace {
  /** The entry's name in scripts/build.mjs, such as `makegood-drawer`. */
  readonly built: string;
  readonly source: URL;
  /** One task longer than this ends the helper: it hangs. */
  readonly patienceMs: number;
}

interface Asked {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
  readonly late: NodeJS.Timeout;
}

type Answer =
  | { readonly id: number; readonly result: never }
  | { readonly id: number; readonly failed: string };

const idleMs = 15_000;
/** A task that wants more ends the helper, not who asked. */
const heapMaxMb = 384;

/**
 * Work that would hold up this process or swell it, in a process of its own: one task after the
 * other. The first task starts the helper, which ends when nothing was asked for a while.
 */
export function helperOf<Task, Result>(place: HelperPlace): (task: Task) => Promise<Result> {
  const asked = new Map<number, Asked>();
  let helper: ChildProcess | null = null;
  let idle: NodeJS.Timeout | null = null;
  let lastId = 0;

  /** What it had in hand is told to those who asked; the next task starts another helper. */
  function end(ended: ChildProcess, error: Error): void {
    if (helper !== ended) return;
    helper = null;
    for (const { reject, late } of asked.values()) {
      clearTimeout(late);
      reject(error);
    }
    asked.clear();
    ended.kill();
  }

  function settle(from: ChildProcess, answer: Answer): void {
    const waiting = asked.get(answer.id);
    if (waiting === undefined) return;
    asked.delete(answer.id);
    clearTimeout(waiting.late);
    if ("failed" in answer) waiting.reject(new Error(answer.failed));
    else waiting.resolve(answer.result);
    if (asked.size > 0) return;
    hold(from, false);
    idle = setTimeout(() => end(from, new Error("nothing was asked for")), idleMs).unref();
  }

  function start(): ChildProcess {
    const started = open(place);
    started.on("message", (answer) => settle(started, answer as Answer));
    started.on("error", (error) => end(started, error));
    started.on("exit", () => end(started, new Error(`the helper ${place.built} has ended`)));
    return started;
  }

  return (task) => {
    const id = (lastId += 1);
    if (idle !== null) clearTimeout(idle);
    const running = (helper ??= start());
    // A process that ends waits for what somebody has asked for, and for no idle helper.
    hold(running, true);
    return new Promise((resolve, reject) => {
      const tooLate = new Error(`${place.built} took longer than ${place.patienceMs} ms`);
      const late = setTimeout(() => end(running, tooLate), place.patienceMs * (asked.size + 1));
      asked.set(id, { resolve, reject, late: late.unref() });
      running.send({ id, task }, (error) => error && end(running, error));
    });
  };
}

function hold(helper: ChildProcess, holds: boolean): void {
  if (holds) helper.ref();
  else helper.unref();
  if (holds) helper.channel?.ref();
  else helper.channel?.unref();
}

/**
 * The build leaves `import.meta.filename` alone: in the bundle it is a file of the build, beside
 * which lies the helper's own. From the sources, tests and tools, TypeScript is loaded through tsx.
 */
function open({ built, source }: HelperPlace): ChildProcess {
  const here = import.meta.filename;
  const isBuilt = here.endsWith(".js");
  const loader = isBuilt ? [] : ["--import", pathToFileURL(require.resolve("tsx")).href];
  const file = isBuilt ? join(dirname(here), `${built}.js`) : fileURLToPath(source);
  return fork(file, [], {
    execArgv: [`--max-old-space-size=${heapMaxMb}`, ...loader],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    // What it draws needs none of our secrets.
    env: { PATH: process.env["PATH"], SystemRoot: process.env["SystemRoot"] },
  });
}

const require = createRequire(import.meta.url);

/** What the helper's own file says: how a task is done. It ends with whoever started it. */
export function serveHelper<Task>(work: (task: Task) => Promise<unknown>): void {
  let last: Promise<unknown> = Promise.resolve();
  const answer = (value: object): void => {
    process.send?.(value);
  };
  process.on("disconnect", () => process.exit(0));
  process.on("message", (message) => {
    const { id, task } = message as { readonly id: number; readonly task: Task };
    last = last
      .then(() => work(task))
      .then(
        (result) => answer({ id, result }),
        (error: unknown) => answer({ id, failed: tellOf(error) }),
      );
  });
}

const tellOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** Where a helper starts from: a file of the build, or the source it is built from. */
export interface HelperPlace {
  /** The entry's name in scripts/build.mjs, such as `makegood-drawer`. */
  readonly built: string;
  /** A module whose `work` does a task. */
  readonly source: URL;
  /** One task longer than this ends the helper: it hangs. */
  readonly patienceMs: number;
  /** A task that wants more ends the helper, not who asked; 384 MB when left out. */
  readonly heapMaxMb?: number;
}

/** The helper has ended over a task: it took too long, or more memory than it may. */
export class HelperEnded extends Error {}

interface Asked {
  readonly task: unknown;
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

type Answer = { readonly result: never } | { readonly failed: string };

const idleMs = 15_000;
const usualHeapMb = 384;

/**
 * Work that would hold up this process or swell it, in a process of its own: one task after the
 * other. The first task starts the helper, which ends when nothing was asked for a while. A task
 * over which it ends rejects with `HelperEnded`; those behind it go on in another helper.
 */
export function helperOf<Task, Result>(place: HelperPlace): (task: Task) => Promise<Result> {
  const helper = new Helper(place);
  return (task) => new Promise<Result>((resolve, reject) => helper.ask({ task, resolve, reject }));
}

class Helper {
  readonly #place: HelperPlace;
  readonly #waiting: Asked[] = [];
  #process: ChildProcess | null = null;
  #inHand: (Asked & { readonly late: NodeJS.Timeout }) | null = null;
  #idle: NodeJS.Timeout | null = null;

  constructor(place: HelperPlace) {
    this.#place = place;
  }

  ask(asked: Asked): void {
    this.#waiting.push(asked);
    this.#next();
  }

  #next(): void {
    if (this.#inHand !== null) return;
    const asked = this.#waiting.shift();
    if (asked === undefined) return this.#rest();
    if (this.#idle !== null) clearTimeout(this.#idle);
    const running = (this.#process ??= this.#start());
    // A process that ends waits for what somebody has asked for, and for no idle helper.
    hold(running, true);
    const { built, patienceMs } = this.#place;
    const tooLate = `${built} took longer than ${patienceMs} ms`;
    const late = setTimeout(() => this.#end(running, tooLate), patienceMs).unref();
    this.#inHand = { ...asked, late };
    running.send({ task: asked.task }, (error) => error && this.#end(running, error.message));
  }

  #rest(): void {
    const resting = this.#process;
    if (resting === null) return;
    hold(resting, false);
    this.#idle = setTimeout(() => this.#end(resting, "nothing was asked for"), idleMs).unref();
  }

  #start(): ChildProcess {
    const started = open(this.#place);
    started.on("message", (answer) => this.#settle(started, answer as Answer));
    started.on("error", (error) => this.#end(started, error.message));
    started.on("exit", () => this.#end(started, `the helper ${this.#place.built} has ended`));
    return started;
  }

  #settle(from: ChildProcess, answer: Answer): void {
    const asked = this.#inHand;
    if (from !== this.#process || asked === null) return;
    this.#done(asked);
    if ("failed" in answer) asked.reject(new Error(answer.failed));
    else asked.resolve(answer.result);
    this.#next();
  }

  /** What it had in hand is told to who asked; the next task starts another helper. */
  #end(ended: ChildProcess, why: string): void {
    if (ended !== this.#process) return;
    this.#process = null;
    ended.kill("SIGKILL");
    const asked = this.#inHand;
    if (asked === null) return;
    this.#done(asked);
    asked.reject(new HelperEnded(why));
    this.#next();
  }

  #done({ late }: { readonly late: NodeJS.Timeout }): void {
    clearTimeout(late);
    this.#inHand = null;
  }
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
function open({ built, source, heapMaxMb = usualHeapMb }: HelperPlace): ChildProcess {
  const here = import.meta.filename;
  const isBuilt = here.endsWith(".js");
  const loader = isBuilt ? [] : ["--import", pathToFileURL(require.resolve("tsx")).href];
  const beside = (name: string) => join(dirname(here), name);
  const work = isBuilt ? pathToFileURL(beside(`${built}.js`)) : source;
  const file = beside(isBuilt ? "makegood-helper.js" : "helper-process.ts");
  return fork(file, [work.href], {
    execArgv: [`--max-old-space-size=${heapMaxMb}`, ...loader],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    // What it does needs none of our secrets.
    env: { PATH: process.env["PATH"], SystemRoot: process.env["SystemRoot"] },
  });
}

const require = createRequire(import.meta.url);

/** What runs in the helper's own process: how a task is done. It ends with whoever started it. */
export function serveHelper<Task>(work: (task: Task) => unknown): void {
  let last: Promise<unknown> = Promise.resolve();
  const answer = (value: object): void => {
    process.send?.(value);
  };
  process.on("disconnect", () => process.exit(0));
  process.on("message", (message) => {
    const { task } = message as { readonly task: Task };
    last = last
      .then(() => work(task))
      .then(
        (result) => answer({ result }),
        (error: unknown) => answer({ failed: tellOf(error) }),
      );
  });
}

const tellOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

import { dirname, join } from "node:path";
import { type TransferListItem, Worker, parentPort } from "node:worker_threads";

/** Where a thread starts from: a file of the build, or the source it is built from. */
export interface ThreadPlace {
  /** The entry's name in scripts/build.mjs, such as `makegood-drawer`. */
  readonly built: string;
  readonly source: URL;
  /** One task longer than this ends the thread: it hangs. */
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

const idleMs = 30_000;
/** A task that wants more is refused; the process around it goes on. */
const heapMaxMb = 384;

/**
 * Work that would hold up this process, in a thread of its own: one task after the other. The first
 * task starts the thread, which gives its memory back when nothing was asked for a while.
 */
export function threadOf<Task, Result>(place: ThreadPlace): (task: Task) => Promise<Result> {
  const asked = new Map<number, Asked>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | null = null;
  let lastId = 0;

  /** What it had in hand is told to those who asked; the next task starts another thread. */
  function end(ended: Worker, error: Error): void {
    if (worker !== ended) return;
    worker = null;
    for (const { reject, late } of asked.values()) {
      clearTimeout(late);
      reject(error);
    }
    asked.clear();
    void ended.terminate();
  }

  function settle(from: Worker, answer: Answer): void {
    const waiting = asked.get(answer.id);
    if (waiting === undefined) return;
    asked.delete(answer.id);
    clearTimeout(waiting.late);
    if ("failed" in answer) waiting.reject(new Error(answer.failed));
    else waiting.resolve(answer.result);
    if (asked.size > 0) return;
    from.unref();
    idle = setTimeout(() => end(from, new Error("nothing was asked for")), idleMs).unref();
  }

  function start(): Worker {
    const started = open(place);
    started.on("message", (answer: Answer) => settle(started, answer));
    started.on("error", (error) => end(started, error));
    started.on("exit", () => end(started, new Error(`the thread ${place.built} has ended`)));
    return started;
  }

  return (task) => {
    const id = (lastId += 1);
    if (idle !== null) clearTimeout(idle);
    const running = (worker ??= start());
    // A process that ends waits for what somebody has asked for, and for no idle thread.
    running.ref();
    return new Promise((resolve, reject) => {
      const tooLate = new Error(`${place.built} took longer than ${place.patienceMs} ms`);
      const late = setTimeout(() => end(running, tooLate), place.patienceMs * (asked.size + 1));
      asked.set(id, { resolve, reject, late: late.unref() });
      running.postMessage({ id, task });
    });
  };
}

/**
 * The build leaves `import.meta.filename` alone: in the bundle it is a file of the build, beside
 * which lies the thread's own. From the sources, tests and tools, TypeScript is loaded through tsx.
 */
function open({ built, source }: ThreadPlace): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: heapMaxMb };
  const here = import.meta.filename;
  if (here.endsWith(".js"))
    return new Worker(join(dirname(here), `${built}.js`), { resourceLimits });
  const code =
    `import("tsx/esm/api").then(({ register }) => { register(); ` +
    `return import(${JSON.stringify(source.href)}); }).catch((error) => { throw error; });`;
  return new Worker(code, { eval: true, resourceLimits });
}

/** What the thread's own file says: how a task is done. Bytes are handed over, not copied. */
export function serveThread<Task>(work: (task: Task) => Promise<unknown>): void {
  let last: Promise<unknown> = Promise.resolve();
  parentPort?.on("message", ({ id, task }: { readonly id: number; readonly task: Task }) => {
    last = last
      .then(() => work(task))
      .then(
        (result) => parentPort?.postMessage({ id, result }, handedOver(result)),
        (error: unknown) => parentPort?.postMessage({ id, failed: tellOf(error) }),
      );
  });
}

/** Small buffers share a pool with others and are copied. */
function handedOver(result: unknown): TransferListItem[] {
  if (!(result instanceof Uint8Array)) return [];
  const { buffer, byteLength } = result;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}

const tellOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

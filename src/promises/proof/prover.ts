import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import type { ProofRecord, ProofTask } from "./record.ts";

interface Waiting {
  readonly resolve: (record: ProofRecord) => void;
  readonly reject: (error: Error) => void;
}

type Answer =
  | { readonly id: number; readonly record: ProofRecord }
  | { readonly id: number; readonly failed: string };

const idleMs = 30_000;
const rememberedMax = 200;

const waiting = new Map<number, Waiting>();
const remembered = new Map<string, Promise<ProofRecord>>();
let worker: Worker | null = null;
let idle: NodeJS.Timeout | null = null;
let lastId = 0;

/**
 * Proves a text without holding up this process: in one thread, one proof after the other. What was
 * proven before in this process, against the same floors, is not proven again.
 */
export function proveApart(task: ProofTask): Promise<ProofRecord> {
  const key = createHash("sha256").update(JSON.stringify(task)).digest("hex");
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const record = ask(task);
  remember(key, record);
  record.catch(() => remembered.delete(key));
  return record;
}

function remember(key: string, record: Promise<ProofRecord>): void {
  const oldest = remembered.keys().next();
  if (remembered.size >= rememberedMax && !oldest.done) remembered.delete(oldest.value);
  remembered.set(key, record);
}

function ask(task: ProofTask): Promise<ProofRecord> {
  const id = (lastId += 1);
  if (idle !== null) clearTimeout(idle);
  const running = (worker ??= start());
  // A process that ends waits for a proof that somebody has asked for, and for no idle thread.
  running.ref();
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    running.postMessage({ id, task });
  });
}

function start(): Worker {
  const started = open();
  started.on("message", (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("record" in answer) asked?.resolve(answer.record);
    else asked?.reject(new Error(answer.failed));
    if (waiting.size === 0) rest(started);
  });
  started.on("error", (error) => fail(started, error));
  started.on("exit", () => fail(started, new Error("the thread for proofs has ended")));
  return started;
}

function rest(resting: Worker): void {
  resting.unref();
  idle = setTimeout(() => {
    if (worker === resting) worker = null;
    void resting.terminate();
  }, idleMs);
  idle.unref();
}

/** What it had in hand is told to those who asked; the next proof starts another thread. */
function fail(ended: Worker, error: Error): void {
  if (worker !== ended) return;
  worker = null;
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}

/**
 * The build leaves `import.meta.filename` alone: in the bundle it is a file of the build, beside
 * which lies the thread's own. From the sources, tests and tools, TypeScript is loaded through tsx.
 */
function open(): Worker {
  const here = import.meta.filename;
  if (here.endsWith(".js")) return new Worker(join(dirname(here), "makegood-prover.js"));
  const source = JSON.stringify(new URL("./worker.ts", import.meta.url).href);
  const code =
    `import("tsx/esm/api").then(({ register }) => { register(); return import(${source}); })` +
    `.catch((error) => { throw error; });`;
  return new Worker(code, { eval: true });
}

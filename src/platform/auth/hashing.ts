import { Worker } from "node:worker_threads";
import { isRefusal, refuse } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";

export interface Derivation {
  readonly secret: string;
  readonly salt: Uint8Array;
  readonly keyBytes: number;
  readonly settings: { readonly N: number; readonly r: number; readonly p: number };
}

/** Of one caller at a time, and of all: a hash takes a tenth of a second and more. */
const waitingOfOneMax = 4;
const waitingMax = 20;

/** Runs nowhere near the threads that read files and look up names: those serve every route. */
const code = `
const { scryptSync } = require("node:crypto");
const { parentPort } = require("node:worker_threads");
parentPort.on("message", ({ secret, salt, keyBytes, settings }) => {
  const { N, r } = settings;
  parentPort.postMessage(scryptSync(secret, salt, keyBytes, { ...settings, maxmem: 256 * N * r }));
});`;

interface Waiting extends Derivation {
  readonly caller: string;
  readonly resolve: (key: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

let worker: Worker | null = null;
const line: Waiting[] = [];

/**
 * A key by scrypt, one after the other on a thread of its own. Refused with `too_many_requests`
 * where this caller waits for several already, and with `not_ready` where all together do.
 */
export async function deriveInLine(
  caller: string,
  derivation: Derivation,
): Promise<Uint8Array | Refusal> {
  const full = whyFull(caller);
  if (isRefusal(full)) return full;
  return new Promise((resolve, reject) => {
    line.push({ ...derivation, caller, resolve, reject });
    if (line.length === 1) next();
  });
}

function whyFull(caller: string): Refusal | null {
  const own = line.filter((waiting) => waiting.caller === caller).length;
  if (own >= waitingOfOneMax) return refuse("too_many_requests", { retryAfterSeconds: 2 });
  return line.length < waitingMax ? null : refuse("not_ready", { reason: "many people sign in" });
}

function next(): void {
  const [first] = line;
  // A process that ends waits for a hash that somebody has asked for, and for no idle thread.
  if (first === undefined) return worker?.unref();
  worker ??= start();
  worker.ref();
  const { secret, salt, keyBytes, settings } = first;
  worker.postMessage({ secret, salt, keyBytes, settings });
}

function start(): Worker {
  const started = new Worker(code, { eval: true });
  started.on("message", (key: Uint8Array) => done((waiting) => waiting.resolve(key)));
  started.on("error", (error) => {
    worker = null;
    done((waiting) => waiting.reject(error));
  });
  return started;
}

function done(tell: (waiting: Waiting) => void): void {
  const first = line.shift();
  if (first !== undefined) tell(first);
  next();
}

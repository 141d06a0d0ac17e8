import { parentPort } from "node:worker_threads";
import { type ProofTask, recordOf } from "./record.ts";

/** A thread of its own for proofs: the walk of a wide document takes seconds. */
parentPort?.on("message", ({ id, task }: { readonly id: number; readonly task: ProofTask }) => {
  try {
    parentPort?.postMessage({ id, record: recordOf(task) });
  } catch (error) {
    parentPort?.postMessage({ id, failed: String((error as Error).stack ?? error) });
  }
});

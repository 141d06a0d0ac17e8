import { createHash } from "node:crypto";
import { type Refusal, refuse } from "../../contract/index.ts";
import { HelperEnded, helperOf } from "../../platform/index.ts";
import type { CompareTask, Comparison } from "../compare/task.ts";
import type { ProofRecord, ProofTask } from "./record.ts";
import type { ProverTask } from "./worker.ts";

const patienceMs = 60_000;

/** A wide document takes seconds, and more memory than a drawing. What comes back is the task's. */
const inProver = helperOf<ProverTask, never>({
  built: "makegood-prover",
  source: new URL("./worker.ts", import.meta.url),
  patienceMs,
  heapMaxMb: 1024,
});

const rememberedMax = 200;
const remembered = new Map<string, Promise<ProofRecord | Refusal>>();

/**
 * Proves a text without holding up this process, one proof after the other. What was proven before
 * in this process, against the same floors, is not proven again. Refused where it takes too long.
 */
export function proveApart(task: ProofTask): Promise<ProofRecord | Refusal> {
  const key = createHash("sha256").update(JSON.stringify(task)).digest("hex");
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const proof: Promise<ProofRecord> = inProver({ kind: "prove", task });
  const record = proof.catch(tooWide);
  remember(key, record);
  proof.catch(() => remembered.delete(key));
  return record;
}

function remember(key: string, record: Promise<ProofRecord | Refusal>): void {
  const oldest = remembered.keys().next();
  if (remembered.size >= rememberedMax && !oldest.done) remembered.delete(oldest.value);
  remembered.set(key, record);
}

/** Compares two texts, in the same line as proofs. Refused where it takes too long. */
export function compareApart(task: CompareTask): Promise<Comparison> {
  const comparison: Promise<Comparison> = inProver({ kind: "compare", task });
  return comparison.catch(tooWide);
}

function tooWide(error: unknown): Refusal {
  if (!(error instanceof HelperEnded)) throw error;
  return refuse("policy_too_wide", { seconds: patienceMs / 1000 });
}

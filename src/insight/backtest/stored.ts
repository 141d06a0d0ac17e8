import { isRefusal, readCatalogueFile, readPolicyFile, refuse } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import { readTransaction, systemActor, transact } from "../../platform/index.ts";
import type { Platform, Queue, ReadTx, Tx } from "../../platform/index.ts";
import { policyText } from "../../promises/index.ts";
import { endBacktest, insertBacktest, moveOn, selectBacktest } from "../store/backtests.ts";
import type { NewBacktest } from "../store/backtests.ts";
import type { DraftText } from "./draft.ts";
import { runBacktest } from "./run.ts";

const backtestQueue = "insight.backtest";
type BacktestJob = { readonly backtestId: string };

/** Writes down what is asked and leaves it to a worker. */
export async function askBacktest(
  tx: Tx,
  asked: Omit<NewBacktest, "backtestId" | "hash">,
): Promise<string | Refusal> {
  const draft = await storedDraft(tx, asked);
  if (isRefusal(draft)) return draft;
  const backtestId = tx.newId();
  await insertBacktest(tx, { ...asked, backtestId, hash: draft.hash });
  tx.enqueue({ queue: backtestQueue, data: { backtestId } });
  return backtestId;
}

/** A version as it is stored, published or on its way there. */
async function storedDraft(
  tx: ReadTx,
  place: { readonly policyId: string; readonly version: number },
): Promise<DraftText | Refusal> {
  const policy = `${place.policyId}@${place.version}`;
  const row = await policyText(tx, place, "en");
  if (row === null) return refuse("not_found", { what: policy });
  const { text, catalogue } = row;
  const words = readCatalogueFile(catalogue.text);
  const reading = words.ok ? readPolicyFile(text, words.value) : words;
  if (!reading.ok || !("document" in reading.value)) {
    return refuse("backtest_impossible", { policy, reason: "its text has faults; mend them" });
  }
  const { document, hash } = reading.value;
  if (document.kind === "floor") {
    return refuse("backtest_impossible", { policy, reason: "it is a floor; name a policy" });
  }
  return { document, hash, text, catalogueHash: catalogue.hash, catalogueText: catalogue.text };
}

export function insightQueues(platform: Platform): Queue<BacktestJob>[] {
  return [
    {
      queue: backtestQueue,
      batchSize: 1,
      handle: async (jobs) => {
        for (const { merchantId, data } of jobs) await work(platform, merchantId, data.backtestId);
      },
    },
  ];
}

const usualSeed = 1;

/** Runs it from the beginning: after a crash nothing is left of an earlier run but its progress. */
async function work(platform: Platform, merchantId: string, backtestId: string): Promise<void> {
  const write = <T>(run: (tx: Tx) => Promise<T>): Promise<T | Refusal> =>
    transact(
      platform,
      { merchantId, actor: systemActor(merchantId, "insight"), route: backtestQueue },
      run,
    );
  const goesOn = (done: number, total: number) =>
    write((tx) => moveOn(tx, backtestId, done, total)).then((moved) => moved === true);
  if (!(await goesOn(0, 0))) return;
  const ended = await readTransaction(platform, merchantId, async (tx) => {
    const row = await selectBacktest(tx, backtestId);
    if (row === null) return null;
    const { policy_id: policyId, version, hash, replaces, from_at: from, to_at: to } = row;
    const draft = await storedDraft(tx, { policyId, version });
    if (isRefusal(draft) || draft.hash !== hash) return "the text has changed since; ask again";
    const request = { draft, replaces, window: { from, to }, seed: usualSeed };
    return runBacktest(tx, request, {
      at: async (done, total) => ((await goesOn(done, total)) ? "go on" : "stop"),
    });
  });
  // Stopped: whoever did so has written it down.
  if (ended === null) return;
  await write(async (tx) => {
    const end =
      typeof ended === "string"
        ? ({ status: "failed", fault: ended } as const)
        : ({ status: "done", report: ended } as const);
    await endBacktest(tx, backtestId, end);
    return null;
  });
}

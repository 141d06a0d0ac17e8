import { ofEachMerchant } from "../merchants/index.ts";
import type { Platform, Queue, Tx } from "../platform/index.ts";
import { writeCheckpoint } from "./flow.ts";
import { countUnsummed } from "./store.ts";

/** Reading fewer transfers than this costs no more than a checkpoint saves. */
const unsummedMin = 10_000;

/** Keeps balances quick to read, however many transfers there are. */
export function ledgerQueues(platform: Platform): Queue<never>[] {
  const queue = "ledger.checkpoint";
  const handle = (): Promise<void> => ofEachMerchant(platform, queue, checkpoint);
  return [{ queue, everySeconds: 600, handle }];
}

const checkpoint = async (tx: Tx): Promise<void> => {
  if ((await countUnsummed(tx, unsummedMin)) >= unsummedMin) await writeCheckpoint(tx);
};

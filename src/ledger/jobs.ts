import { isRefusal } from "../contract/index.ts";
import { allMerchantIds } from "../merchants/index.ts";
import { systemActor, transact } from "../platform/index.ts";
import type { Platform, Queue } from "../platform/index.ts";
import { writeCheckpoint } from "./flow.ts";
import { countUnsummed } from "./store.ts";

/** Reading fewer transfers than this costs no more than a checkpoint saves. */
const unsummedMin = 10_000;

/** Keeps balances quick to read, however many transfers there are. */
export function ledgerQueues(platform: Platform): Queue<never>[] {
  return [{ queue: "ledger.checkpoint", everySeconds: 600, handle: () => checkpointAll(platform) }];
}

async function checkpointAll(platform: Platform): Promise<void> {
  for (const merchantId of await allMerchantIds(platform)) {
    const actor = systemActor(merchantId, "ledger");
    const unit = { merchantId, actor, route: "ledger.checkpoint" };
    const done = await transact(platform, unit, async (tx) => {
      if ((await countUnsummed(tx, unsummedMin)) >= unsummedMin) await writeCheckpoint(tx);
      return null;
    });
    if (isRefusal(done)) throw new Error(`a checkpoint was refused: ${done.code}`);
  }
}
